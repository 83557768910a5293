import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

/** What the input inside a field needs to belong to its label and its hint. */
export interface FieldIds {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": boolean
}

interface LabeledFieldProps {
  label: string
  hint?: string
  /** What is wrong with it, in place of the hint. */
  error?: string | null
  /** Beside the label. */
  beside?: ReactNode
  /** Of several inputs with labels of their own, which the label is a heading for. */
  isGroup?: boolean
  className?: string
  children: (ids: FieldIds) => ReactNode
}

/** A label, an input, and below what is to be known about it or what is wrong with it. */
export const LabeledField = ({ label, hint, error, beside, isGroup, className = "", children }: LabeledFieldProps) => {
  const id = useId()
  const note = error ?? hint
  const describedBy = note ? `${id}-hint` : undefined
  const group = { role: "group", "aria-labelledby": `${id}-label`, "aria-describedby": describedBy } as const
  return (
    <div className={`flex min-w-0 flex-col gap-y-2 ${className}`} {...(isGroup ? group : {})}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        {isGroup ? (
          <span id={`${id}-label`} className="txt-compact-small-plus text-ui-fg-base">
            {label}
          </span>
        ) : (
          <Label htmlFor={id} size="small" weight="plus">
            {label}
          </Label>
        )}
        {beside}
      </div>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": Boolean(error) })}
      {note && (
        <Hint id={`${id}-hint`} variant={error ? "error" : "info"} className="[overflow-wrap:anywhere]">
          {note}
        </Hint>
      )}
    </div>
  )
}
