import { FetchError } from "@medusajs/js-sdk"
import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { refusedSetting } from "../lib/refused-setting"
import { isNoChange, type SettingsChanges } from "../lib/settings-changes"
import { levelOf, type SettingsLevel } from "../lib/settings-level"
import type { ShopId } from "../lib/shop-id"
import { orderMailsQueryKeys } from "./query-keys"

/** Settings of one level, in the version that was read. */
interface VersionedSettings {
  shop_id: ShopId
  version: number
}

interface SettingsFormOptions<TSettings, TDraft, TChanges, TField extends string> {
  settings: TSettings
  /** The form as it opens. */
  draftOf: (settings: TSettings, level: SettingsLevel) => TDraft
  changesOf: (before: TDraft, now: TDraft, level: SettingsLevel) => TChanges
  /** Whether the browser already sees that something is wrong. */
  hasProblem: (draft: TDraft, loaded: TSettings, level: SettingsLevel) => boolean
  /** What the server may name when it refuses. */
  fields: readonly TField[]
  /** The mutation that saves. */
  save: {
    mutate: (body: VersionedSettings & TChanges, on: { onSuccess: () => void }) => void
    isPending: boolean
    error: Error | null
    reset: () => void
  }
  /** Asks the server for the settings as they are now; nothing when it does not answer. */
  reload: () => Promise<TSettings | undefined>
  isReloading: boolean
  onSaved: () => void
}

const statusOf = (error: Error | null) => (error instanceof FetchError ? error.status : undefined)

/**
 * What is typed into a form of settings, and its way to the server. The form keeps to the version it was opened with:
 * when somebody else has saved meanwhile, the server refuses, and what was typed stays until it is replaced on request.
 */
export function useSettingsForm<
  TSettings extends VersionedSettings,
  TDraft extends object,
  TChanges extends SettingsChanges,
  TField extends string,
>(options: SettingsFormOptions<TSettings, TDraft, TChanges, TField>) {
  const { settings, draftOf, changesOf, hasProblem, fields, reload, isReloading, onSaved } = options
  const { mutate, isPending, error, reset } = options.save
  const { t } = useTranslation("orderMail")
  const client = useQueryClient()
  const level = levelOf(settings.shop_id)
  const [loaded, setLoaded] = useState(settings)
  const [draft, setDraft] = useState(() => draftOf(settings, level))
  const [isSubmitted, setIsSubmitted] = useState(false)

  const opened = draftOf(loaded, level)
  const isConflict = statusOf(error) === 409
  const refused = statusOf(error) === 400 && error ? refusedSetting(error.message, fields) : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsSubmitted(true)
    if (hasProblem(draft, loaded, level)) return
    const changes = changesOf(opened, draft, level)
    if (isNoChange(changes)) {
      onSaved()
      return
    }
    mutate(
      { shop_id: loaded.shop_id, version: loaded.version, ...changes },
      {
        onSuccess: () => {
          toast.success(t("settingsForm.saved"))
          onSaved()
        },
      },
    )
  }

  /** Replaces what was typed by what somebody else has saved. */
  const loadNewer = async () => {
    const newer = await reload()
    if (!newer) return
    // Who has saved meanwhile stands there.
    void client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsLogs })
    setLoaded(newer)
    setDraft(draftOf(newer, level))
    setIsSubmitted(false)
    reset()
  }

  return {
    level,
    /** The settings the form was opened with. */
    loaded,
    draft,
    change: (part: Partial<TDraft>) => {
      setDraft((current) => ({ ...current, ...part }))
      // A refusal was about what stood there before; a conflict stays one.
      if (error && !isConflict) reset()
    },
    isSubmitted,
    isDirty: JSON.stringify(draft) !== JSON.stringify(opened),
    isSaving: isPending,
    isConflict,
    isLoadingNewer: isReloading,
    /** The server's words about one field. */
    refusalAt: (field: TField): string | null => (refused?.field === field ? refused.words : null),
    /** The server's words about none of the fields. */
    refusal: error && !isConflict && !refused ? error.message : null,
    submit,
    loadNewer,
  }
}
