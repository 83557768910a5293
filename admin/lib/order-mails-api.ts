import type {
  AdminOrderMailContentResponse,
  AdminOrderMailListResponse,
  AdminOrderMailOverviewResponse,
  AdminOrderMailPermissionsResponse,
  AdminOrderMailResponse,
  AdminResendOrderMailBody,
  AdminSendOrderMailBody,
} from "../../src/api/types"
import { sdk } from "./sdk"

/** What the list can be narrowed to. Lists go out as `state[0]=a&state[1]=b`, ranges as `created_at[$gte]=…`. */
export interface OrderMailListQuery {
  q?: string
  state?: string[]
  kind?: string[]
  shop_id?: string[]
  order_id?: string
  /** Only mails that the overview's `failed_count` counts. */
  attention?: true
  created_at?: { $gte?: string; $lte?: string }
  order?: string
  limit?: number
  offset?: number
}

const mailPath = (id: string) => `/admin/order-mails/${encodeURIComponent(id)}`

/** One function a route of src/api/types.ts. Each rejects with the SDK's `FetchError`: the server's words and the status. */
export const orderMailsApi = {
  list: (query: OrderMailListQuery) =>
    sdk.client.fetch<AdminOrderMailListResponse>("/admin/order-mails", { query: { ...query } }),

  overview: () => sdk.client.fetch<AdminOrderMailOverviewResponse>("/admin/order-mails/overview"),

  permissions: () => sdk.client.fetch<AdminOrderMailPermissionsResponse>("/admin/order-mails/permissions"),

  retrieve: (id: string) => sdk.client.fetch<AdminOrderMailResponse>(mailPath(id)),

  content: (id: string) => sdk.client.fetch<AdminOrderMailContentResponse>(`${mailPath(id)}/content`),

  /** The exact bytes of the message. */
  eml: async (id: string): Promise<Blob> => {
    const response = await sdk.client.fetch<Response>(`${mailPath(id)}/eml`, { headers: { accept: "message/rfc822" } })
    return response.blob()
  },

  resend: (id: string, body: AdminResendOrderMailBody) =>
    sdk.client.fetch<AdminOrderMailResponse>(`${mailPath(id)}/resend`, { method: "POST", body }),

  cancel: (id: string) =>
    sdk.client.fetch<AdminOrderMailResponse>(`${mailPath(id)}/cancel`, { method: "POST", body: {} }),

  send: (orderId: string, body: AdminSendOrderMailBody) =>
    sdk.client.fetch<AdminOrderMailResponse>(`/admin/orders/${encodeURIComponent(orderId)}/order-mails`, {
      method: "POST",
      body,
    }),
}
