import { Input, Select, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSmtpServer, AdminTlsMode } from "../../src/api/sender-settings-types"
import { type SmtpDraft, type SmtpField, TLS_MODES, withTls } from "../lib/smtp-draft"
import { passwordStandingOf } from "../lib/stored-password"
import { LabeledField } from "./labeled-field"
import { PasswordField } from "./password-field"

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

const PLAIN = { type: "text", autoComplete: "off", spellCheck: false } as const

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
              {...PLAIN}
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
              {...PLAIN}
              inputMode="numeric"
              value={draft.port}
              onChange={(event) => type({ port: event.target.value })}
            />
          )}
        </LabeledField>
      </div>
      <LabeledField label={t("smtpForm.tls")} hint={t(`tlsHints.${draft.tls}`)}>
        {(ids) => (
          <Select value={draft.tls} onValueChange={(tls: AdminTlsMode) => onChange(withTls(draft, tls))}>
            <Select.Trigger {...ids}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {TLS_MODES.map((mode) => (
                <Select.Item key={mode} value={mode}>
                  {t(`tlsModes.${mode}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        )}
      </LabeledField>
      <LabeledField label={t("smtpForm.user")} hint={t("smtpForm.userHint")} error={errorAt("user")}>
        {(ids) => (
          <Input {...ids} {...PLAIN} value={draft.user} onChange={(event) => type({ user: event.target.value })} />
        )}
      </LabeledField>
      <PasswordField
        value={draft.password}
        onChange={(password) => type({ password })}
        standing={passwordStandingOf(draft, stored)}
        error={errorAt("password")}
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
          {...PLAIN}
          placeholder="smtp://user:password@smtp.example.com:587"
          value={draft.url}
          onChange={(event) => onChange({ ...draft, url: event.target.value })}
        />
      )}
    </LabeledField>
  )
}
