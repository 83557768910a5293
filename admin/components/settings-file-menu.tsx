import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowDownTray, ArrowUpTray, EllipsisHorizontal } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useExportSettings } from "../hooks/use-settings-file"
import { SettingsImport } from "./settings-import"
import { SettingsModal } from "./settings-modal"

/** Takes all settings out as one file, and in from one. */
export const SettingsFileMenu = () => {
  const { t } = useTranslation("orderMail")
  const [isImporting, setIsImporting] = useState(false)
  const { mutate: exportSettings } = useExportSettings()
  return (
    <>
      <ActionMenu
        groups={[
          {
            actions: [
              { icon: <ArrowDownTray />, label: t("settingsFile.export"), onClick: () => exportSettings() },
              { icon: <ArrowUpTray />, label: t("settingsFile.import"), onClick: () => setIsImporting(true) },
            ],
          },
        ]}
      >
        <IconButton size="small" variant="transparent" aria-label={t("settingsFile.menu")}>
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
      <SettingsModal isOpen={isImporting} onClose={() => setIsImporting(false)}>
        <SettingsImport onApplied={() => setIsImporting(false)} />
      </SettingsModal>
    </>
  )
}
