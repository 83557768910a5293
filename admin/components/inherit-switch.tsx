import { Label, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

interface InheritSwitchProps {
  /** Name of what is inherited. */
  name: string
  isInherited: boolean
  onChange: (isInherited: boolean) => void
}

/** Turns between inheriting a value and setting an own one. */
export const InheritSwitch = ({ name, isInherited, onChange }: InheritSwitchProps) => {
  const { t } = useTranslation("orderMail")
  const id = useId()
  return (
    <span className="flex items-center gap-x-2">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {t("settingsForm.inherit")}
      </Label>
      <Switch
        id={id}
        size="small"
        checked={isInherited}
        onCheckedChange={onChange}
        aria-label={t("settingsForm.inheritNamed", { name })}
      />
    </span>
  )
}
