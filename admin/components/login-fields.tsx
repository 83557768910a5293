import { Input } from "@medusajs/ui"
import { type PasswordStanding } from "../lib/stored-password"
import { LabeledField } from "./labeled-field"
import { PasswordField } from "./password-field"

/** What all inputs for the access to a server have in common. */
export const PLAIN_INPUT = { type: "text", autoComplete: "off", spellCheck: false } as const

interface LoginFieldsProps {
  draft: { user: string; password: string }
  onChange: (part: { user?: string; password?: string }) => void
  userLabel: string
  userHint?: string
  standing: PasswordStanding
  errorAt: (field: "user" | "password") => string | null
}

/** Who logs in to a server, and with which password. */
export const LoginFields = ({ draft, onChange, userLabel, userHint, standing, errorAt }: LoginFieldsProps) => (
  <>
    <LabeledField label={userLabel} hint={userHint} error={errorAt("user")}>
      {(ids) => (
        <Input
          {...ids}
          {...PLAIN_INPUT}
          value={draft.user}
          onChange={(event) => onChange({ user: event.target.value })}
        />
      )}
    </LabeledField>
    <PasswordField
      value={draft.password}
      onChange={(password) => onChange({ password })}
      standing={standing}
      error={errorAt("password")}
    />
  </>
)
