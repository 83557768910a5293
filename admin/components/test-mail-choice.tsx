import { Select } from "@medusajs/ui"
import { LabeledField } from "./labeled-field"

interface TestMailChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
}

/** A choice of one among a few. */
export const TestMailChoice = ({ label, value, onChange, options }: TestMailChoiceProps) => (
  <LabeledField label={label}>
    {(ids) => (
      // In a form Radix reports an empty choice when the options arrive after the value; nobody can choose that.
      <Select value={value} onValueChange={(chosen) => chosen && onChange(chosen)}>
        <Select.Trigger {...ids}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    )}
  </LabeledField>
)
