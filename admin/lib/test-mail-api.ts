import type { AdminSendTestMail, AdminTestMailResponse } from "../../src/api/test-mail-types"
import { sdk } from "./sdk"
import { orderWithNumber, type NumberedOrder } from "./test-mail"

/** Of the orders that have the number's digits somewhere, the one itself is among the first. */
const ORDERS_LOOKED_AT = 100

/** Each rejects with the SDK's `FetchError`: the server's words and the status. */
export const testMailApi = {
  send: (body: AdminSendTestMail) =>
    sdk.client.fetch<AdminTestMailResponse>("/admin/order-mails/test-mails", { method: "POST", body }),

  /** E-mail address of the signed-in user. */
  myAddress: async (): Promise<string> => {
    const { user } = await sdk.client.fetch<{ user: { email: string } }>("/admin/users/me", {
      query: { fields: "email" },
    })
    return user.email
  },

  /** The order that the customer knows by this number; null when there is none. Medusa can only search for it. */
  findOrder: async (number: string): Promise<NumberedOrder | null> => {
    const query = { q: number, fields: "id,display_id,custom_display_id", limit: ORDERS_LOOKED_AT, order: "display_id" }
    const { orders } = await sdk.client.fetch<{ orders: NumberedOrder[] }>("/admin/orders", { query })
    return orderWithNumber(orders, number)
  },
}
