import { Select } from "@medusajs/ui"
import { type FieldIds, LabeledField } from "./labeled-field"

interface ChoiceProps<T extends string> {
  /** Empty: nothing is chosen yet. */
  value: T | ""
  onChange: (value: T) => void
  options: readonly { value: T; label: string }[]
  /** While nothing is chosen. */
  placeholder?: string
}

/** A choice of one among a few, inside a field with a label. */
export const Choice = <T extends string>({
  value,
  onChange,
  options,
  placeholder,
  disabled,
  ...ids
}: ChoiceProps<T> & FieldIds & { disabled?: boolean }) => (
  // In a form Radix reports an empty choice when the options arrive after the value; nobody can choose that.
  <Select value={value} onValueChange={(chosen: T | "") => chosen && onChange(chosen)} disabled={disabled}>
    <Select.Trigger {...ids}>
      <Select.Value placeholder={placeholder} />
    </Select.Trigger>
    <Select.Content>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)

interface ChoiceFieldProps<T extends string> extends ChoiceProps<T> {
  label: string
  hint?: string
  error?: string | null
}

/** A label and a choice of one among a few. */
export const ChoiceField = <T extends string>({ label, hint, error, ...choice }: ChoiceFieldProps<T>) => (
  <LabeledField label={label} hint={hint} error={error}>
    {(ids) => <Choice {...ids} {...choice} />}
  </LabeledField>
)
