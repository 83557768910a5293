import { RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type Sender, useSenderForm } from "../hooks/use-sender-form"
import { isOwn, type SettingsLevel } from "../lib/settings-level"
import { type SmtpField, smtpChanges, smtpDraftOf, smtpProblems, type SmtpSource, sourcesAt } from "../lib/smtp-draft"
import { SettingsForm } from "./settings-form"
import { SmtpFields } from "./smtp-fields"
import { SmtpTest } from "./smtp-test"

const FIELDS = ["url", "host", "port", "user", "password"] as const satisfies readonly SmtpField[]

const storedServer = ({ settings }: Sender, level: SettingsLevel) =>
  isOwn(settings.smtp, level) ? settings.smtp.value : null

/** Edits which mail server mails leave through. */
export const MailServerForm = ({ sender, onSaved }: { sender: Sender; onSaved: () => void }) => {
  const { t } = useTranslation("orderMail")
  const form = useSenderForm({
    sender,
    draftOf: ({ settings }, level) => smtpDraftOf(settings.smtp, level),
    changesOf: smtpChanges,
    hasProblem: (draft, loaded, level) => Object.keys(smtpProblems(draft, storedServer(loaded, level))).length > 0,
    fields: FIELDS,
    onSaved,
  })
  const { draft, level, loaded, isSubmitted, change } = form
  const stored = storedServer(loaded, level)
  const problems = smtpProblems(draft, stored)

  const errorAt = (field: SmtpField): string | null => {
    const problem = isSubmitted ? problems[field] : undefined
    return problem ? t(`smtpProblems.${problem}`) : form.refusalAt(field)
  }

  return (
    <SettingsForm title={t("mailServer.edit")} form={form}>
      <RadioGroup
        value={draft.source}
        onValueChange={(source: SmtpSource) => change({ source })}
        aria-label={t("settingNames.smtp")}
      >
        {sourcesAt(level).map((source) => (
          <RadioGroup.ChoiceBox
            key={source}
            value={source}
            label={t(`smtpSources.${source}.label`)}
            description={t(`smtpSources.${source}.description`)}
          />
        ))}
      </RadioGroup>
      {draft.source === "own" && <SmtpFields draft={draft} onChange={change} stored={stored} errorAt={errorAt} />}
      <SmtpTest sender={loaded} draft={draft} isComplete={Object.keys(problems).length === 0} />
    </SettingsForm>
  )
}
