import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { saveFile } from "../lib/save-file"
import { settingsFileApi } from "../lib/settings-file-api"
import { orderMailsQueryKeys } from "./query-keys"

/** Downloads all settings as one file. */
export const useExportSettings = () => {
  const { t } = useTranslation("orderMail")
  return useMutation({
    mutationFn: settingsFileApi.retrieve,
    onSuccess: (file) => {
      const blob = new Blob([JSON.stringify(file, null, 2)], { type: "application/json" })
      saveFile(blob, `order-mail-settings-${file.exported_at.slice(0, 10)}.json`)
    },
    onError: (error) => toast.error(t("settingsFile.exportFailure"), { description: error.message }),
  })
}

/** Asks what a file of settings would change. */
export const useCompareSettings = () => useMutation({ mutationFn: (file: unknown) => settingsFileApi.send({ file }) })

/** Saves what a file of settings changes, as it was compared: `token` is of that. */
export const useApplySettings = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, token }: { file: unknown; token: string }) =>
      settingsFileApi.send({ file, token, apply: true }),
    onSuccess: () =>
      Promise.all(orderMailsQueryKeys.everySetting.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
