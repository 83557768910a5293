import type {
  AdminArchivePasswordResponse,
  AdminSaveSender,
  AdminShopsResponse,
  AdminSmtpInput,
} from "../../src/api/sender-settings-types"
import type { AdminConnectionTestResponse, AdminSenderResponse } from "../../src/api/sender-types"
import { sdk } from "./sdk"
import { type ShopId, shopQuery } from "./shop-id"

const SENDER = "/admin/order-mails/sender"

const post = <T>(path: string, body: object) => sdk.client.fetch<T>(path, { method: "POST", body })

/** One function a route of src/api/sender-types.ts. Each rejects with the SDK's `FetchError`, as `orderMailsApi` does. */
export const senderApi = {
  /** The sales channels, which settings can be made for. */
  shops: () => sdk.client.fetch<AdminShopsResponse>("/admin/order-mails/shops"),

  retrieve: (shopId: ShopId) => sdk.client.fetch<AdminSenderResponse>(SENDER, { query: shopQuery(shopId) }),

  /** Rejects with the status 409 when somebody else has saved since `version` was read. */
  save: (body: AdminSaveSender) => post<AdminSenderResponse>(SENDER, body),

  /** Asks DNS now. */
  check: (shopId: ShopId) => post<AdminSenderResponse>(`${SENDER}/check`, { shop_id: shopId }),

  /** Makes the first DKIM key, or the next one of a rotation. */
  makeDkimKey: (shopId: ShopId) => post<AdminSenderResponse>(`${SENDER}/dkim-key`, { shop_id: shopId }),

  /** The key that waits for its record never signs. Refused when it does not wait (any more). */
  giveUpDkimKey: (shopId: ShopId, selector: string) =>
    post<AdminSenderResponse>(`${SENDER}/dkim-key/give-up`, { shop_id: shopId, selector }),

  /**
   * Connects to a mail server and logs in, and sends nothing: to the one that applies, or to one that is not saved yet
   * (null: the platform's). Refused in capture mode.
   */
  testConnection: (shopId: ShopId, smtp?: AdminSmtpInput | null) =>
    post<AdminConnectionTestResponse>(`${SENDER}/test-connection`, {
      shop_id: shopId,
      ...(smtp === undefined ? {} : { smtp }),
    }),

  /** The archive mailbox's password in plain text. The server notes who asked for it. */
  revealArchivePassword: (shopId: ShopId) =>
    post<AdminArchivePasswordResponse>(`${SENDER}/archive-password`, { shop_id: shopId }),
}
