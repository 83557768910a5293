import { useCallback } from "react"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import type { SenderChanges } from "../lib/sender-draft"
import type { SettingsLevel } from "../lib/settings-level"
import { useSaveSender } from "./use-save-sender"
import { useSender } from "./use-sender"
import { useSettingsForm } from "./use-settings-form"

export type Sender = AdminSenderResponse["sender"]

interface SenderFormOptions<TDraft, TField extends string> {
  sender: Sender
  draftOf: (sender: Sender, level: SettingsLevel) => TDraft
  changesOf: (before: TDraft, now: TDraft, level: SettingsLevel) => SenderChanges
  hasProblem: (draft: TDraft, loaded: Sender, level: SettingsLevel) => boolean
  fields: readonly TField[]
  onSaved: () => void
}

/** A form over some of the settings "Sender and domain". */
export function useSenderForm<TDraft extends object, TField extends string>({
  sender,
  ...options
}: SenderFormOptions<TDraft, TField>) {
  const { refetch, isFetching } = useSender(sender.shop_id)
  return useSettingsForm({
    ...options,
    settings: sender,
    save: useSaveSender(),
    reload: useCallback(async () => (await refetch()).data?.sender, [refetch]),
    isReloading: isFetching,
  })
}
