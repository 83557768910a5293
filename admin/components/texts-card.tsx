import type { UseQueryResult } from "@tanstack/react-query"
import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminText } from "../../src/api/text-types"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useTextsAddress } from "../hooks/use-texts-address"
import type { SectionSettings } from "../lib/section-draft"
import { isMailLanguage, MAIL_LANGUAGES, type MailLanguage } from "../lib/test-mail"
import { LoadError } from "./load-error"
import { SectionCard } from "./section-card"
import { ChoiceField } from "./choice-field"
import { TextsTable } from "./texts-table"

interface TextsCardProps {
  texts: UseQueryResult<AdminText[]>
  settings: UseQueryResult<SectionSettings<"texts">>
  language: MailLanguage
  onOpen: (id: string) => void
}

/** The texts of one kind of mail in one language; both can be chosen and stand in the page's address. */
export const TextsCard = ({ texts, settings, language, onOpen }: TextsCardProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const address = useTextsAddress()
  const kinds = [...new Set(texts.data?.flatMap((text) => text.kinds))]
  const kind = kinds.find((one) => one === address.kind) ?? kinds[0]
  const error = texts.error ?? settings.error
  return (
    <SectionCard title={t("texts.title")} subtitle={t("texts.subtitle")} data-testid="texts-card">
      <div className="flex flex-wrap gap-x-3 gap-y-3 px-6 py-4 [&>*]:max-w-80 [&>*]:flex-1 [&>*]:basis-48">
        <ChoiceField
          label={t("fields.kind")}
          value={kind ?? ""}
          onChange={(chosen) => address.choose({ kind: chosen })}
          options={kinds.map((value) => ({ value, label: kindName(value) }))}
        />
        <ChoiceField
          label={t("testMail.language")}
          value={language}
          onChange={(chosen) => isMailLanguage(chosen) && address.choose({ language: chosen })}
          options={MAIL_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </div>
      {texts.data && settings.data && kind && (
        <TextsTable
          texts={texts.data.filter((text) => text.kinds.includes(kind))}
          settings={settings.data}
          onOpen={onOpen}
        />
      )}
      {!(texts.data && settings.data) && !error && <Skeleton className="h-[480px] w-full rounded-none" />}
      {!(texts.data && settings.data) && error && (
        <LoadError
          title={t("errors.loadSettings")}
          message={error.message}
          isRetrying={texts.isFetching || settings.isFetching}
          onRetry={() => void Promise.all([texts.refetch(), settings.refetch()])}
        />
      )}
    </SectionCard>
  )
}
