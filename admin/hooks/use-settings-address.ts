import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"
import { type ShopId, shopQuery } from "../lib/shop-id"

/** Told to the guard of a form that is closed because it was saved. */
export interface SavedState {
  isSaved: true
}

/** The chosen shop stands in the page's address: it survives a reload and a change of the section, and can be linked. */
export const useSettingsAddress = () => {
  const [parameters, setParameters] = useSearchParams()
  const shopId: ShopId = parameters.get("shop_id") || null

  /** Everything else in the address, such as the log's page, belongs to the shop before. */
  const chooseShop = useCallback((id: ShopId) => setParameters({ ...shopQuery(id) }), [setParameters])

  return { shopId, chooseShop }
}

/** Which of a page's forms is open stands in its address, too. `forms`: their names. */
export const useFormInAddress = <F extends string>(forms: readonly F[]) => {
  const [parameters, setParameters] = useSearchParams()
  const form = forms.find((name) => name === parameters.get("edit")) ?? null

  const openForm = useCallback(
    (name: F) =>
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

  return { form, openForm, closeForm }
}
