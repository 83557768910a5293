import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type Sender, useSenderForm } from "../hooks/use-sender-form"
import {
  archiveChanges,
  archiveDraftOf,
  archiveProblems,
  type ArchiveField,
  type MailboxDraft,
} from "../lib/archive-draft"
import { isOwn, type SettingsLevel } from "../lib/settings-level"
import { passwordStandingOf } from "../lib/stored-password"
import { InheritableField } from "./inheritable-field"
import { LoginFields, PLAIN_INPUT } from "./login-fields"
import { SettingField } from "./setting-field"
import { SettingsForm } from "./settings-form"

const FIELDS = ["archive_address", "host", "user", "password"] as const satisfies readonly ArchiveField[]

const storedMailbox = ({ settings }: Sender, level: SettingsLevel) =>
  isOwn(settings.archive_mailbox, level) ? settings.archive_mailbox.value : null

/** Edits where copies go, and the access to that mailbox. */
export const ArchiveForm = ({ sender, onSaved }: { sender: Sender; onSaved: () => void }) => {
  const { t } = useTranslation("orderMail")
  const form = useSenderForm({
    sender,
    draftOf: ({ settings }, level) => archiveDraftOf(settings, level),
    changesOf: archiveChanges,
    hasProblem: (draft, loaded, level) => Object.keys(archiveProblems(draft, storedMailbox(loaded, level))).length > 0,
    fields: FIELDS,
    onSaved,
  })
  const { draft, loaded, level, isSubmitted, change } = form
  const stored = storedMailbox(loaded, level)
  const problems = archiveProblems(draft, stored)

  const errorAt = (field: ArchiveField): string | null => {
    const problem = isSubmitted ? problems[field] : undefined
    return problem ? t(`archiveProblems.${problem}`) : form.refusalAt(field)
  }

  return (
    <SettingsForm title={t("archive.edit")} form={form}>
      <SettingField
        field="archive_address"
        setting={loaded.settings.archive_address}
        draft={draft.address.archive_address}
        onChange={(archive_address) => change({ address: { archive_address } })}
        error={errorAt("archive_address")}
      />
      <MailboxFields
        sender={loaded}
        draft={draft.mailbox}
        onChange={(mailbox) => change({ mailbox })}
        stored={stored}
        errorAt={errorAt}
      />
    </SettingsForm>
  )
}

interface MailboxFieldsProps {
  sender: Sender
  draft: MailboxDraft
  onChange: (draft: MailboxDraft) => void
  stored: ReturnType<typeof storedMailbox>
  errorAt: (field: ArchiveField) => string | null
}

/** Host, user and password are inherited together, so that a password never meets another host. */
const MailboxFields = ({ sender, draft, onChange, stored, errorAt }: MailboxFieldsProps) => {
  const { t } = useTranslation("orderMail")
  const setting = sender.settings.archive_mailbox
  const { isInherited } = draft
  const inherited = setting.inherited.value
  const type = (part: Partial<MailboxDraft>) => onChange({ ...draft, ...part })

  return (
    <fieldset className="flex flex-col gap-y-4">
      <legend className="sr-only">{t("settingNames.archive_mailbox")}</legend>
      <InheritableField
        label={t("archive.host")}
        hint={t("archive.hostHint")}
        setting={setting}
        isInherited={isInherited}
        onInherit={(inherits) => type({ isInherited: inherits })}
        inheritName={t("settingNames.archive_mailbox")}
        error={errorAt("host")}
      >
        {(input) => (
          <Input
            {...input}
            {...PLAIN_INPUT}
            placeholder={isInherited ? (inherited?.host ?? t("archive.none")) : "imap.example.com"}
            value={isInherited ? "" : draft.host}
            onChange={(event) => type({ host: event.target.value })}
          />
        )}
      </InheritableField>
      {!isInherited && (
        <LoginFields
          draft={draft}
          onChange={type}
          userLabel={t("archive.user")}
          standing={passwordStandingOf(draft, stored)}
          errorAt={errorAt}
        />
      )}
    </fieldset>
  )
}
