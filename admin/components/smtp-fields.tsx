import { Input, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSmtpServer } from "../../src/api/sender-settings-types"
import { type SmtpDraft, type SmtpField, TLS_MODES, withTls } from "../lib/smtp-draft"
import { passwordStandingOf } from "../lib/stored-password"
import { ChoiceField } from "./choice-field"
import { LabeledField } from "./labeled-field"
import { LoginFields, PLAIN_INPUT } from "./login-fields"

interface SmtpFieldsProps {
  draft: SmtpDraft
  onChange: (draft: SmtpDraft) => void
  /** The own server as it is saved. */
  stored: AdminSmtpServer | null
  errorAt: (field: SmtpField) => string | null
}

/** An own SMTP server: typed field by field, or pasted as a URL that the server takes apart. */
export const SmtpFields = (props: SmtpFieldsProps) => {
  const { t } = useTranslation("orderMail")
  const { draft, onChange } = props
  return (
    <Tabs
      value={draft.entry}
      onValueChange={(entry) => onChange({ ...draft, entry: entry === "url" ? "url" : "fields" })}
      className="flex flex-col gap-y-4"
    >
      <Tabs.List aria-label={t("smtpForm.entry")}>
        <Tabs.Trigger value="fields">{t("smtpForm.asFields")}</Tabs.Trigger>
        <Tabs.Trigger value="url">{t("smtpForm.asUrl")}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="fields" className="flex flex-col gap-y-4 data-[state=inactive]:hidden">
        <SingleFields {...props} />
      </Tabs.Content>
      <Tabs.Content value="url" className="data-[state=inactive]:hidden">
        <UrlField {...props} />
      </Tabs.Content>
    </Tabs>
  )
}

const SingleFields = ({ draft, onChange, stored, errorAt }: SmtpFieldsProps) => {
  const { t } = useTranslation("orderMail")
  const type = (part: Partial<SmtpDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_96px] gap-x-3">
        <LabeledField label={t("smtpForm.host")} error={errorAt("host")}>
          {(ids) => (
            <Input
              {...ids}
              {...PLAIN_INPUT}
              placeholder="smtp.example.com"
              value={draft.host}
              onChange={(event) => type({ host: event.target.value })}
            />
          )}
        </LabeledField>
        <LabeledField label={t("smtpForm.port")} error={errorAt("port")}>
          {(ids) => (
            <Input
              {...ids}
              {...PLAIN_INPUT}
              inputMode="numeric"
              value={draft.port}
              onChange={(event) => type({ port: event.target.value })}
            />
          )}
        </LabeledField>
      </div>
      <ChoiceField
        label={t("smtpForm.tls")}
        hint={t(`tlsHints.${draft.tls}`)}
        value={draft.tls}
        onChange={(tls) => onChange(withTls(draft, tls))}
        options={TLS_MODES.map((mode) => ({ value: mode, label: t(`tlsModes.${mode}`) }))}
      />
      <LoginFields
        draft={draft}
        onChange={type}
        userLabel={t("smtpForm.user")}
        userHint={t("smtpForm.userHint")}
        standing={passwordStandingOf(draft, stored)}
        errorAt={errorAt}
      />
    </>
  )
}

const UrlField = ({ draft, onChange, errorAt }: SmtpFieldsProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <LabeledField label={t("smtpForm.url")} hint={t("smtpForm.urlHint")} error={errorAt("url")}>
      {(ids) => (
        <Input
          {...ids}
          {...PLAIN_INPUT}
          placeholder="smtp://user:password@smtp.example.com:587"
          value={draft.url}
          onChange={(event) => onChange({ ...draft, url: event.target.value })}
        />
      )}
    </LabeledField>
  )
}
