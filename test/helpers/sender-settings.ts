import type { AdminSaveSender, AdminSenderField } from "../../src/api/sender-settings-types"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import type { ShopClient } from "./shop"

const SENDER = "/admin/order-mails/sender"

/** The sender settings of a shop, or of all of them (null), as a merchant makes them over HTTP. */
export function settingsOf(shop: ShopClient, shopId: string | null) {
  const read = async () =>
    (await shop.api.get<AdminSenderResponse>(SENDER, shopId === null ? {} : { shop_id: shopId })).sender
  const change = async (part: Pick<AdminSaveSender, "set" | "inherit">) =>
    shop.api.post<AdminSenderResponse>(SENDER, { shop_id: shopId, version: (await read()).version, ...part })
  return {
    read,
    save: (set: NonNullable<AdminSaveSender["set"]>) => change({ set }),
    inheritAll: async () => change({ inherit: Object.keys((await read()).settings) as AdminSenderField[] }),
  }
}
