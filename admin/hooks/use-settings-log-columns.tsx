import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSettingsChange } from "../../src/api/sender-settings-types"
import { CutText } from "../components/mail-cells"
import { RelativeTime } from "../components/relative-time"
import { SettingsChange } from "../components/settings-change"
import type { SectionName } from "../lib/section-names"
import { useSettingNames } from "./use-setting-names"

const column = createDataTableColumnHelper<AdminSettingsChange>()

/** The columns of the settings' history: when, who, which setting, and from what to what. */
export const useSettingsLogColumns = (section: SectionName) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  return useMemo(
    () => [
      column.accessor("at", {
        header: t("fields.when"),
        maxSize: 140,
        cell: ({ getValue }) => (
          <RelativeTime
            at={getValue()}
            text={(when) => when}
            className="inline-block min-w-[120px] whitespace-normal py-2"
          />
        ),
      }),
      column.accessor("user_email", {
        header: t("settingsLog.who"),
        maxSize: 200,
        cell: ({ row: { original: change } }) => (
          <CutText text={change.user_email ?? change.user_id ?? t("settingsLog.nobody")} />
        ),
      }),
      column.accessor("field", {
        header: t("settingsLog.setting"),
        maxSize: 200,
        cell: ({ getValue }) => <CutText text={settingName(section, getValue())} />,
      }),
      column.display({
        id: "change",
        header: t("settingsLog.change"),
        cell: ({ row }) => <SettingsChange change={row.original} />,
      }),
    ],
    [t, section, settingName],
  )
}
