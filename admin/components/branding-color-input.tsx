import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { pickableColor } from "../lib/branding-colors"
import type { InheritableInput } from "./inheritable-field"

interface BrandingColorInputProps extends InheritableInput {
  /** What the colour is of. */
  name: string
  value: string
  onChange: (value: string) => void
}

/** A colour, to pick or to type. */
export const BrandingColorInput = ({ name, value, onChange, ...input }: BrandingColorInputProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="flex items-center gap-x-2">
      <input
        type="color"
        aria-label={t("branding.pick", { name })}
        disabled={input.disabled}
        value={pickableColor(value)}
        onChange={(event) => onChange(event.target.value)}
        className="border-ui-border-base bg-ui-bg-field focus-visible:shadow-borders-focus h-8 w-12 shrink-0 cursor-pointer rounded-md border p-1 outline-none disabled:cursor-not-allowed"
      />
      <div className="min-w-0 flex-1">
        <Input
          {...input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
        />
      </div>
    </div>
  )
}
