import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { decimalShown, decimalTyped, wholeNumberTyped } from "../lib/typed-number"
import type { FieldIds } from "./labeled-field"

interface NumberInputProps<T> extends Partial<FieldIds> {
  value: T
  onChange: (value: T) => void
  disabled?: boolean
  placeholder?: string
  "aria-label"?: string
}

/** A whole number from 0 to 999; NaN: nothing is typed. */
export const WholeNumberInput = ({ value, onChange, ...input }: NumberInputProps<number>) => (
  <Input
    {...input}
    type="text"
    inputMode="numeric"
    autoComplete="off"
    value={Number.isNaN(value) ? "" : String(value)}
    onChange={(event) => onChange(wholeNumberTyped(event.target.value))}
  />
)

/** A decimal number as text, with the separator of the admin's language; handed on with a point. */
export const DecimalInput = ({ value, onChange, ...input }: NumberInputProps<string>) => {
  const { i18n } = useTranslation("orderMail")
  return (
    <Input
      {...input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      maxLength={14}
      value={decimalShown(value, i18n.language)}
      onChange={(event) => onChange(decimalTyped(event.target.value))}
    />
  )
}
