import { FetchError } from "@medusajs/js-sdk"
import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import { refusedSetting } from "../lib/refused-setting"
import { isNoChange, levelOf, type SettingsChanges, type SettingsLevel } from "../lib/sender-draft"
import { useSaveSender } from "./use-save-sender"
import { useSender } from "./use-sender"

export type Sender = AdminSenderResponse["sender"]

interface SettingsFormOptions<TDraft, TField extends string> {
  sender: Sender
  /** The form as it opens. */
  draftOf: (sender: Sender, level: SettingsLevel) => TDraft
  changesOf: (before: TDraft, now: TDraft, level: SettingsLevel) => SettingsChanges
  /** Whether the browser already sees that something is wrong. */
  hasProblem: (draft: TDraft, loaded: Sender, level: SettingsLevel) => boolean
  /** What the server may name when it refuses. */
  fields: readonly TField[]
  onSaved: () => void
}

const statusOf = (error: Error | null) => (error instanceof FetchError ? error.status : undefined)

/**
 * What is typed into a form of settings, and its way to the server. The form keeps to the version it was opened with:
 * when somebody else has saved meanwhile, the server refuses, and what was typed stays until it is replaced on request.
 */
export function useSettingsForm<TDraft, TField extends string>(options: SettingsFormOptions<TDraft, TField>) {
  const { sender, draftOf, changesOf, hasProblem, fields, onSaved } = options
  const { t } = useTranslation("orderMail")
  const level = levelOf(sender.shop_id)
  const [loaded, setLoaded] = useState(sender)
  const [draft, setDraft] = useState(() => draftOf(sender, level))
  const [isSubmitted, setIsSubmitted] = useState(false)
  const { refetch, isFetching } = useSender(sender.shop_id)
  const { mutate, isPending, error, reset } = useSaveSender()

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
    const { data } = await refetch()
    if (!data) return
    setLoaded(data.sender)
    setDraft(draftOf(data.sender, level))
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
    isLoadingNewer: isFetching,
    /** The server's words about one field. */
    refusalAt: (field: TField): string | null => (refused?.field === field ? refused.words : null),
    /** The server's words about none of the fields. */
    refusal: error && !isConflict && !refused ? error.message : null,
    submit,
    loadNewer,
  }
}
