import { useStoreCurrencies } from "../hooks/use-store-currencies"
import { Choice } from "./choice-field"
import type { FieldIds } from "./labeled-field"

interface CurrencyChoiceProps extends FieldIds {
  value: string
  onChange: (currency: string) => void
  /** Currencies of the other entries of a list. */
  taken: readonly string[]
  disabled?: boolean
}

/** A choice among the currencies that the store sells in. */
export const CurrencyChoice = ({ value, taken, ...choice }: CurrencyChoiceProps) => {
  const codes = [...new Set([...useStoreCurrencies(), value])].filter(
    (code) => code !== "" && (code === value || !taken.includes(code)),
  )
  return <Choice {...choice} value={value} options={codes.sort().map((code) => ({ value: code, label: code }))} />
}
