import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSetting } from "../../src/api/sender-settings-types"
import { inheritedFrom } from "../lib/setting-origin"
import { InheritSwitch } from "./inherit-switch"
import { type FieldIds, LabeledField } from "./labeled-field"

/** What the input inside needs: whose it is, and that it cannot be changed while its value is inherited. */
export type InheritableInput = FieldIds & { disabled: boolean }

interface InheritableFieldProps {
  label: string
  /** Of what is set here; while it is inherited, the field says where from. */
  hint?: string
  /** While it is inherited from the configuration, where that is not what people would call it. */
  configuredHint?: string
  setting: AdminSetting<unknown>
  isInherited: boolean
  onInherit: (isInherited: boolean) => void
  error: string | null
  /** What the switch names, where that is more than this field. */
  inheritName?: string
  /** Of several inputs, such as a list or radio buttons: they have labels of their own. */
  isGroup?: boolean
  children: (input: InheritableInput) => ReactNode
}

/** A field of a form that is inherited or set here: its label with the switch, the input, where it comes from or what is wrong. */
export const InheritableField = ({
  label,
  hint,
  configuredHint,
  setting,
  isInherited,
  onInherit,
  error,
  inheritName = label,
  isGroup,
  children,
}: InheritableFieldProps) => {
  const { t } = useTranslation("orderMail")
  const origin = inheritedFrom(setting)
  return (
    <LabeledField
      label={label}
      hint={isInherited ? (origin === "options" && configuredHint) || t(`origins.${origin}`) : hint}
      error={error}
      isGroup={isGroup}
      beside={<InheritSwitch name={inheritName} isInherited={isInherited} onChange={onInherit} />}
    >
      {(ids) => children({ ...ids, disabled: isInherited })}
    </LabeledField>
  )
}
