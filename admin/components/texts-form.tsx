import { useMemo, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminText } from "../../src/api/text-types"
import { checkText, tidyText } from "../../src/rendering/shared/check-text"
import { useLastUsable } from "../hooks/use-last-usable"
import { useSectionForm } from "../hooks/use-section-form"
import { useTextNames } from "../hooks/use-text-names"
import type { SectionSettings } from "../lib/section-draft"
import type { MailLanguage } from "../lib/test-mail"
import { rulesOf } from "../lib/texts-api"
import { LiveMailPreview } from "./mail-live-preview"
import { SettingsForm } from "./settings-form"
import { ShippedText } from "./texts-shipped"
import { TextEditor, type TextBox } from "./texts-editor"
import { TextHistory } from "./texts-history"

interface TextFormProps {
  text: AdminText
  settings: SectionSettings<"texts">
  language: MailLanguage
  /** Of the mail in the preview. */
  kind: string | undefined
  onSaved: () => void
}

/** One text of the mails: the merchant's own words with what is wrong with them, the shipped text, the old ones, the mail. */
export const TextForm = ({ text, settings, language, kind, onSaved }: TextFormProps) => {
  const { t } = useTranslation("orderMail")
  const { textName } = useTextNames()
  const box = useRef<TextBox>(null)
  const { id } = text
  const form = useSectionForm({
    settings,
    fields: [id],
    language,
    // The editor lists all that is wrong, from the first key on.
    problemAt: (_, draft) => (findingsOf(text, draft[id]?.value ?? "").length > 0 ? id : null),
    onSaved,
  })
  const field = { ...form.at(id), error: form.refusalAt(id) }
  const { isInherited, value } = field.draft
  const findings = isInherited ? [] : findingsOf(text, value)
  const shown = useLastUsable(findings.length === 0 ? tidyText(value) : null, field.setting.value)
  const drafts = useMemo(() => ({ texts: { [id]: shown } }), [id, shown])

  const put = (words: string) => {
    field.onChange({ isInherited: false, value: words })
    box.current?.focus()
  }

  return (
    <SettingsForm
      title={`${textName(text.key)} (${t(`languages.${language}`)})`}
      form={form}
      beside={
        <LiveMailPreview
          shopId={settings.shop_id}
          drafts={drafts}
          kind={kind}
          variant={text.sample?.variant}
          language={language}
        />
      }
    >
      <TextEditor ref={box} text={text} field={field} findings={findings} />
      <ShippedText text={text.shipped} isShown={!isInherited && value === text.shipped} onPut={put} />
      <TextHistory shopId={settings.shop_id} id={id} shown={isInherited ? null : value} onPut={put} />
    </SettingsForm>
  )
}

const findingsOf = (text: AdminText, value: string) => checkText(tidyText(value), rulesOf(text))
