import type { AdminPreviewInput, AdminPreviewResponse } from "../../src/api/settings-types"
import { sdk } from "./sdk"
import type { ShopId } from "./shop-id"
import type { NumberedOrder } from "./test-mail"

export interface RecentOrder extends NumberedOrder {
  created_at: string
  email?: string | null
}

/** As many as a person looks through. */
const RECENT_ORDERS = 15

/** Each rejects with the SDK's `FetchError`: the server's words and the status. */
export const previewApi = {
  /** A mail as it would be made now. */
  render: (body: AdminPreviewInput, signal: AbortSignal) =>
    sdk.client.fetch<AdminPreviewResponse>("/admin/order-mails/preview", { method: "POST", body, signal }),

  /** The last orders of a shop, or of all of them, the newest first. */
  recentOrders: async (shopId: ShopId): Promise<RecentOrder[]> => {
    const query = {
      fields: "id,display_id,custom_display_id,created_at,email",
      limit: RECENT_ORDERS,
      order: "-created_at",
      ...(shopId === null ? {} : { sales_channel_id: shopId }),
    }
    return (await sdk.client.fetch<{ orders: RecentOrder[] }>("/admin/orders", { query })).orders
  },
}
