import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"

interface PressedButtonsProps<V extends string> {
  /** What is chosen, for whoever does not see the buttons side by side. */
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string; icon?: ReactNode }[]
}

/** A choice of one among two or three, all in sight. */
export function PressedButtons<V extends string>({ label, value, onChange, options }: PressedButtonsProps<V>) {
  return (
    <div role="group" aria-label={label} className="flex gap-x-1">
      {options.map((option) => (
        <Button
          key={option.value}
          type="button"
          size="small"
          variant={option.value === value ? "secondary" : "transparent"}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
        </Button>
      ))}
    </div>
  )
}
