import type { ReactNode } from "react"
import type { FieldState } from "../hooks/use-section-form"
import { withInherited } from "../lib/section-draft"
import { InheritableField, type InheritableInput } from "./inheritable-field"

interface SectionInputProps<T> extends FieldState<T> {
  label: string
  hint?: string
  /** While it is inherited from the configuration, where that is not what people would call it. */
  configuredHint?: string
  /** Of several inputs, such as a list or radio buttons: they have labels of their own. */
  isGroup?: boolean
  /** `input` is spread on the input; `value` is the inherited one while it is inherited; `set` makes an own one. */
  children: (input: InheritableInput, value: T, set: (value: T) => void) => ReactNode
}

/** One field of a section's form: `<SectionInput {...form.at("shop_name")} label=…>`. */
export function SectionInput<T>({ field, setting, draft, onChange, error, children, ...texts }: SectionInputProps<T>) {
  return (
    <div data-field={field}>
      <InheritableField
        {...texts}
        setting={setting}
        isInherited={draft.isInherited}
        onInherit={(isInherited) => onChange(withInherited(draft, setting, isInherited))}
        error={error}
      >
        {(input) => children(input, draft.value, (value) => onChange({ isInherited: false, value }))}
      </InheritableField>
    </div>
  )
}
