import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"

interface TickFieldProps {
  label: string
  hint?: string
  /** What is wrong with it, in place of the hint. */
  error?: string | null
  value: boolean
  onChange: (value: boolean) => void
  disabled?: boolean
}

/** A box to tick, what it means, and what is to be known about it. */
export const TickField = ({ label, hint, error, value, onChange, disabled }: TickFieldProps) => {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="flex items-start gap-x-2.5">
      <Checkbox
        id={id}
        checked={value}
        onCheckedChange={(checked) => onChange(checked === true)}
        disabled={disabled}
        aria-describedby={note ? `${id}-hint` : undefined}
        aria-invalid={Boolean(error)}
        className="mt-0.5 shrink-0"
      />
      <div className="flex min-w-0 flex-col">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {note && (
          <Hint id={`${id}-hint`} variant={error ? "error" : "info"}>
            {note}
          </Hint>
        )}
      </div>
    </div>
  )
}
