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
  className?: string
  children: (ids: FieldIds) => ReactNode
}

/** A label, an input, and below what is to be known about it or what is wrong with it. */
export const LabeledField = ({ label, hint, error, beside, className = "", children }: LabeledFieldProps) => {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={`flex min-w-0 flex-col gap-y-2 ${className}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {beside}
      </div>
      {children({ id, "aria-describedby": note ? `${id}-hint` : undefined, "aria-invalid": Boolean(error) })}
      {note && (
        <Hint id={`${id}-hint`} variant={error ? "error" : "info"} className="[overflow-wrap:anywhere]">
          {note}
        </Hint>
      )}
    </div>
  )
}
