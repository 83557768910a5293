import { join } from "node:path"
import type { AdminOrderMail, AdminOrderMailListResponse } from "../src/api/types"
import { adminApi, type AdminApi } from "./parts/admin-api"
import { GiveUp, waitFor } from "./parts/wait-for"
import { placeOrder } from "./place-order"
import { ADMIN, FILES } from "./settings"
import type { Demo } from "./start-demo"

/** What `npm run demo -- --once` prints. */
export interface ShownOrder {
  order_id: string
  mails: {
    kind: string
    state: string
    to: string | null
    from: string | null
    reply_to: string | null
    subject: string | null
    message_id: string | null
  }[]
  /** Path of the mail as the inbox received it. */
  eml: string
}

/** Places an order to be paid by bank transfer and waits until the mail server has accepted its mail. */
export async function showOrder({ shop, inbox, seeded }: Demo): Promise<ShownOrder> {
  const channel = seeded.channels.find(({ name }) => name === "Onlineshop")
  if (!channel) throw new Error("The demo shop has lost its sales channel; start over with --fresh.")
  const order = await placeOrder({
    baseUrl: shop.baseUrl,
    publishableKey: channel.publishableKey,
    email: "anke.brodersen@example.com",
    name: "Anke Brodersen",
    countryCode: "de",
    locale: "de-DE",
    lines: [
      { sku: "ESP-MOR-1000", quantity: 1 },
      { sku: "BEC-LEU-350", quantity: 2 },
      { sku: "FLT-POR-4", quantity: 1 },
    ],
  })
  const admin = await adminApi(shop.baseUrl, ADMIN.email, ADMIN.password)
  const mails = await waitFor(`the mail of order ${order.id} to be sent`, () => sentMails(admin, order.id), {
    timeoutMs: 60_000,
  })
  const received = (await inbox.summaries()).find(({ message_id }) =>
    mails.some((mail) => sameId(mail.message_id, message_id)),
  )
  if (!received) throw new Error(`The shop says the mail of order ${order.id} was sent, but it is not in the inbox.`)
  return { order_id: order.id, mails: mails.map(shown), eml: join(FILES.inbox, `${received.id}.eml`) }
}

/** Null while they are on their way. */
async function sentMails(admin: AdminApi, orderId: string): Promise<AdminOrderMail[] | null> {
  const { order_mails } = await admin.get<AdminOrderMailListResponse>("/admin/order-mails", { order_id: orderId })
  for (const mail of order_mails) {
    if (mail.state === "queued" || mail.state === "sending" || mail.state === "sent") continue
    throw new GiveUp(
      `The mail ${mail.id} of order ${orderId} is "${mail.state}" (${mail.state_reason ?? "no reason"}): ${mail.state_detail ?? mail.last_answer?.text ?? ""}`,
    )
  }
  return order_mails.length > 0 && order_mails.every(({ state }) => state === "sent") ? order_mails : null
}

function shown(mail: AdminOrderMail): ShownOrder["mails"][number] {
  return {
    kind: mail.kind,
    state: mail.state,
    to: mail.recipient,
    from: mail.from_name ? `${mail.from_name} <${mail.from_address ?? ""}>` : mail.from_address,
    reply_to: mail.reply_to,
    subject: mail.subject,
    message_id: mail.message_id,
  }
}

function sameId(one: string | null, other: string | null): boolean {
  const bare = (id: string | null) => id?.replace(/^<|>$/g, "")
  return one !== null && bare(one) === bare(other)
}
