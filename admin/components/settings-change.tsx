import { ArrowRightMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { AdminSettingsChange } from "../../src/api/sender-settings-types"
import { useSettingValues } from "../hooks/use-setting-values"

/** What was done to a setting: from what to what, or that it was inherited again or shown. */
export const SettingsChange = ({ change }: { change: AdminSettingsChange }) => {
  const { t } = useTranslation("orderMail")
  const { settingValue } = useSettingValues()
  if (change.action === "revealed") return <span data-action="revealed">{t("settingsLog.revealed")}</span>

  const shown = (value: string | null, nothing: string) =>
    value === null || value === "" ? (
      <span className="text-ui-fg-muted">{nothing}</span>
    ) : (
      <span className="whitespace-pre-line [overflow-wrap:anywhere]">{settingValue(change.field, value)}</span>
    )
  return (
    <div
      data-action={change.action}
      className="text-ui-fg-base flex min-w-[180px] flex-wrap items-center gap-x-1.5 gap-y-0.5 whitespace-normal py-2"
    >
      {shown(change.was, t("settingsLog.notSet"))}
      <ArrowRightMini className="text-ui-fg-muted shrink-0" aria-hidden />
      <span className="sr-only">{t("settingsLog.to")}</span>
      {shown(change.is, change.action === "inherited" ? t("settingsLog.inherited") : t("settingsLog.nothing"))}
    </div>
  )
}
