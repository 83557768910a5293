import type { AdminConnectionTestResponse, AdminSenderResponse } from "../../src/api/sender-types"
import { sdk } from "./sdk"

const SENDER = "/admin/order-mails/sender"

const post = (path: string) => sdk.client.fetch<AdminSenderResponse>(path, { method: "POST", body: {} })

/** One function a route of src/api/sender-types.ts. Each rejects with the SDK's `FetchError`, as `orderMailsApi` does. */
export const senderApi = {
  retrieve: () => sdk.client.fetch<AdminSenderResponse>(SENDER),

  /** Asks DNS now. */
  check: () => post(`${SENDER}/check`),

  /** Makes the first DKIM key, or the next one of a rotation. */
  makeDkimKey: () => post(`${SENDER}/dkim-key`),

  /** Connects to the mail server and logs in, and sends nothing. Refused in capture mode. */
  testConnection: () =>
    sdk.client.fetch<AdminConnectionTestResponse>(`${SENDER}/test-connection`, { method: "POST", body: {} }),
}
