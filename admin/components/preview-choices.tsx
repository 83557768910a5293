import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useMailVariants } from "../hooks/use-mail-variants"
import { isMailLanguage, MAIL_LANGUAGES, type MailLanguage } from "../lib/test-mail"
import { ChoiceField } from "./choice-field"

/** Radix takes no empty value; no language is called so. */
const AS_ORDERED = "order"

interface KindChoiceProps {
  kinds: readonly string[]
  kind: string
  onChoose: (kind: string) => void
}

/** Which of the mails. */
export const PreviewKindChoice = ({ kinds, kind, onChoose }: KindChoiceProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  return (
    <ChoiceField
      label={t("fields.kind")}
      value={kind}
      onChange={onChoose}
      options={kinds.map((value) => ({ value, label: kindName(value) }))}
    />
  )
}

interface VariantChoiceProps {
  kind: string | undefined
  /** Null: the kind's usual one. */
  variant: string | null
  onChoose: (variant: string) => void
}

/** Which of a kind's mails, for example its level; nothing where there is but one. */
export const MailVariantChoice = ({ kind, variant, onChoose }: VariantChoiceProps) => {
  const { t } = useTranslation("orderMail")
  const variants = useMailVariants(kind)
  if (variants.length === 0) return null
  const shown = variants.find(({ value }) => value === variant) ?? variants[0]
  return <ChoiceField label={t("mailVariant")} value={shown?.value ?? ""} onChange={onChoose} options={variants} />
}

interface LanguageChoiceProps {
  /** Null: the order's. */
  language: MailLanguage | null
  onChoose: (language: MailLanguage | null) => void
}

/** In which language: the order's own, or any other. */
export const PreviewLanguageChoice = ({ language, onChoose }: LanguageChoiceProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <ChoiceField
      label={t("testMail.language")}
      value={language ?? AS_ORDERED}
      onChange={(chosen) => onChoose(isMailLanguage(chosen) ? chosen : null)}
      options={[
        { value: AS_ORDERED, label: t("livePreview.asOrdered") },
        ...MAIL_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
      ]}
    />
  )
}
