import { Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

interface AddressFieldProps {
  value: string
  onChange: (value: string) => void
  hint: string
  /** Show that the address cannot be used. */
  isInvalid: boolean
  /** Take the focus when the form opens. */
  autoFocus?: boolean
}

/** A field for exactly one e-mail address. */
export const AddressField = ({ value, onChange, hint, isInvalid, autoFocus }: AddressFieldProps) => {
  const { t } = useTranslation("orderMail")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("fields.address")}
      </Label>
      <Input
        id={id}
        // Not "email": browsers refuse international addresses in such a field and explain it in their own language.
        type="text"
        inputMode="email"
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-hint`}
      />
      <Hint id={`${id}-hint`} variant={isInvalid ? "error" : "info"}>
        {isInvalid ? t("errors.addressInvalid") : hint}
      </Hint>
    </div>
  )
}
