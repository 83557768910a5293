import type { ShopId } from "../lib/shop-id"
import { useSectionSettings } from "./use-section-settings"

const KIND = "kind:"

/** The kinds of mails there are, told by what can be set for them; empty until that is known. */
export const useKinds = (shopId: ShopId): string[] => {
  const { data } = useSectionSettings({ section: "notifications", shop_id: shopId })
  return Object.keys(data?.fields ?? {}).flatMap((field) => (field.startsWith(KIND) ? field.slice(KIND.length) : []))
}
