import { FetchError } from "@medusajs/js-sdk"
import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useApplySettings, useCompareSettings } from "./use-settings-file"

interface PickedFile {
  name: string
  /** What stands in it. */
  file: unknown
}

/**
 * The way of a file of settings into the shop: it is read, the server compares it with what is set, and what differs is
 * saved once the user has seen it. When somebody saves meanwhile, it is to be compared again.
 */
export const useSettingsImport = (onApplied: () => void) => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const [picked, setPicked] = useState<PickedFile | null>(null)
  const [isUnreadable, setIsUnreadable] = useState(false)
  const comparing = useCompareSettings()
  const applying = useApplySettings()
  const compared = comparing.data
  const isConflict = applying.error instanceof FetchError && applying.error.status === 409

  const compare = (file: unknown) => {
    applying.reset()
    comparing.mutate(file)
  }

  const pick = async (chosen: File) => {
    comparing.reset()
    applying.reset()
    const file = await readJson(chosen)
    setIsUnreadable(file === undefined)
    setPicked(file === undefined ? null : { name: chosen.name, file })
    if (file !== undefined) compare(file)
  }

  const apply = async () => {
    if (!picked || !compared) return
    const isConfirmed = await prompt({
      variant: "confirmation",
      title: t("settingsFile.confirmTitle"),
      description: t("settingsFile.confirmText", { count: compared.changes.length }),
      confirmText: t("settingsFile.apply"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) return
    applying.mutate(
      { file: picked.file, token: compared.token },
      {
        onSuccess: () => {
          toast.success(t("settingsFile.applied"))
          onApplied()
        },
      },
    )
  }

  return {
    name: picked?.name ?? null,
    pick,
    /** What the server found; nothing while it has not answered. */
    compared,
    isComparing: comparing.isPending,
    /** Why the file is of no use, in words. */
    problem: isUnreadable ? t("settingsFile.unreadable") : (comparing.error?.message ?? null),
    isConflict,
    compareAgain: () => picked && compare(picked.file),
    /** Why nothing was saved, in the server's words. */
    failure: isConflict ? null : (applying.error?.message ?? null),
    canApply: compared !== undefined && compared.problems.length === 0 && compared.changes.length > 0 && !isConflict,
    isApplying: applying.isPending,
    apply,
  }
}

/** @returns undefined for what is no JSON */
async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown
  } catch {
    return undefined
  }
}
