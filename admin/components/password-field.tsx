import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PasswordStanding } from "../lib/stored-password"
import { LabeledField } from "./labeled-field"

interface PasswordFieldProps {
  value: string
  onChange: (password: string) => void
  standing: PasswordStanding
  error: string | null
}

/** A password to set. A stored one is never shown, only that there is one. */
export const PasswordField = ({ value, onChange, standing, error }: PasswordFieldProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <LabeledField label={t("password.label")} hint={t(`passwordHints.${standing}`)} error={error}>
      {(ids) => (
        <Input
          {...ids}
          type="password"
          // A browser would otherwise offer the password of the admin itself.
          autoComplete="new-password"
          placeholder={standing === "kept" ? t("password.stored") : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LabeledField>
  )
}
