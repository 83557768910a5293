import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"
import type { ShopId } from "../lib/sender-api"

/** The forms of the settings page. */
export const SETTINGS_FORMS = ["sender", "mail-server", "archive"] as const
export type SettingsForm = (typeof SETTINGS_FORMS)[number]

/** Told to the guard of a form that is closed because it was saved. */
export interface SavedState {
  isSaved: true
}

/** The chosen shop and the opened form stand in the page's address: they survive a reload, and can be linked. */
export const useSettingsAddress = () => {
  const [parameters, setParameters] = useSearchParams()
  const shopId: ShopId = parameters.get("shop_id") || null
  const form = SETTINGS_FORMS.find((name) => name === parameters.get("edit")) ?? null

  /** Everything else in the address, such as the log's page, belongs to the shop before. */
  const chooseShop = useCallback((id: ShopId) => setParameters(id === null ? {} : { shop_id: id }), [setParameters])

  const openForm = useCallback(
    (name: SettingsForm) =>
      setParameters((previous) => {
        previous.set("edit", name)
        return previous
      }),
    [setParameters],
  )

  const closeForm = useCallback(
    (state?: SavedState) =>
      setParameters(
        (previous) => {
          previous.delete("edit")
          return previous
        },
        { replace: true, ...(state ? { state } : {}) },
      ),
    [setParameters],
  )

  return { shopId, form, chooseShop, openForm, closeForm }
}
