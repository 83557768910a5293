import { ArrowRightMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { AdminSettingsChange } from "../../src/api/sender-settings-types"
import { useSettingValues } from "../hooks/use-setting-values"

/** What was done to a setting: from what to what, or that it was inherited again or shown. */
export const SettingsChange = ({ change }: { change: AdminSettingsChange }) => {
  const { t } = useTranslation("orderMail")
  return change.action === "revealed" ? (
    <span data-action="revealed">{t("settingsLog.revealed")}</span>
  ) : (
    <div data-action={change.action}>
      <ChangedValue
        field={change.field}
        was={change.was}
        is={change.is}
        wasNothing={t("settingsLog.notSet")}
        isNothing={change.action === "inherited" ? t("settingsLog.inherited") : t("settingsLog.nothing")}
      />
    </div>
  )
}

interface ChangedValueProps {
  field: string
  was: string | null
  is: string | null
  /** What stands for no value, before and after. */
  wasNothing: string
  isNothing: string
}

/** A value before and after. */
export const ChangedValue = ({ field, was, is, wasNothing, isNothing }: ChangedValueProps) => {
  const { t } = useTranslation("orderMail")
  const { settingValue } = useSettingValues()
  const shown = (value: string | null, nothing: string) =>
    value === null || value === "" ? (
      <span className="text-ui-fg-muted">{nothing}</span>
    ) : (
      <span className="whitespace-pre-line [overflow-wrap:anywhere]">{settingValue(field, value)}</span>
    )
  return (
    <div className="text-ui-fg-base flex min-w-[180px] flex-wrap items-center gap-x-1.5 gap-y-0.5 whitespace-normal py-2">
      {shown(was, wasNothing)}
      <ArrowRightMini className="text-ui-fg-muted shrink-0" aria-hidden />
      <span className="sr-only">{t("settingsLog.to")}</span>
      {shown(is, isNothing)}
    </div>
  )
}
