import { Alert, Button, Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSettingsImport } from "../hooks/use-settings-import"
import { DrawerHeader } from "./drawer-header"
import { FileDrop } from "./file-drop"
import { NoticeAlert } from "./notice-alert"
import { SettingsFileDiff } from "./settings-file-diff"

/** Chooses a file of settings, shows what it would change, and applies that. Stands in a `SettingsModal`. */
export const SettingsImport = ({ onApplied }: { onApplied: () => void }) => {
  const { t } = useTranslation("orderMail")
  const file = useSettingsImport(onApplied)
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="settings-import">
      <DrawerHeader title={t("settingsFile.importTitle")}>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settingsFile.importText")}
        </Text>
      </DrawerHeader>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 py-6">
        <div className="mx-auto flex w-full max-w-[860px] flex-col gap-y-6">
          <FileDrop
            label={file.name ?? t("settingsFile.choose")}
            hint={file.name ? t("settingsFile.chooseOther") : t("settingsFile.chooseHint")}
            accept="application/json,.json"
            disabled={file.isComparing || file.isApplying}
            onFile={(chosen) => void file.pick(chosen)}
          />
          <div role="alert" className="flex flex-col gap-y-4 empty:hidden">
            {file.problem && <NoticeAlert title={t("settingsFile.useless")} text={file.problem} />}
            {file.failure && <NoticeAlert title={t("settingsForm.failure")} text={file.failure} />}
            {file.isConflict && (
              <Alert variant="warning" data-testid="conflict-notice">
                <div className="flex flex-col items-start gap-y-2">
                  <span className="block">{t("settingsFile.conflict")}</span>
                  <Button type="button" size="small" variant="secondary" onClick={file.compareAgain}>
                    {t("settingsFile.compareAgain")}
                  </Button>
                </div>
              </Alert>
            )}
          </div>
          <div role="status" className="empty:hidden">
            {file.compared && <SettingsFileDiff compared={file.compared} />}
          </div>
        </div>
      </div>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          type="button"
          size="small"
          disabled={!file.canApply}
          isLoading={file.isComparing || file.isApplying}
          onClick={() => void file.apply()}
        >
          {t("settingsFile.apply")}
        </Button>
      </Drawer.Footer>
    </div>
  )
}
