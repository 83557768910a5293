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
      <Select value={value} onValueChange={onChange}>
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
