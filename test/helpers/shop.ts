import { randomBytes } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import { testShop } from "./test-shop"
import { adminApi, type AdminApi } from "../../demo/parts/admin-api"
import { waitFor } from "../../demo/parts/wait-for"
import { placeOrder, type OrderToPlace } from "../../demo/place-order"
import type { AdminOrderMail, AdminOrderMailListResponse, AdminOrderMailResponse, MailState } from "../../src/api/types"
import { testInbox, type TestInbox } from "./inbox"
import type { TestShop } from "./start-test-shop"

/** The running shop, as a test works with it. */
export interface ShopClient extends TestShop {
  /** The admin API, logged in. */
  api: AdminApi
  inbox: TestInbox
  /** Places an order through the store API; what is not given is that of an ordinary German customer. */
  placeOrder: (order: Partial<OrderToPlace> & { email: string }) => Promise<HttpTypes.StoreOrder>
  mailsOf: (orderId: string) => Promise<AdminOrderMail[]>
  mail: (id: string) => Promise<AdminOrderMailResponse["order_mail"]>
  /** Waits until the order has a mail in one of these states and returns the newest such. */
  waitForMail: (orderId: string, ...states: MailState[]) => Promise<AdminOrderMail>
  /** Waits until this mail is in one of these states. */
  waitForState: (mailId: string, ...states: MailState[]) => Promise<AdminOrderMailResponse["order_mail"]>
}

/** Connects to a shop; without one to that which the global setup has started. */
export async function shopClient(shop: TestShop = testShop()): Promise<ShopClient> {
  const api = await adminApi(shop.baseUrl, shop.admin.email, shop.admin.password)
  const mailsOf = async (orderId: string) =>
    (await api.get<AdminOrderMailListResponse>("/admin/order-mails", { order_id: orderId, limit: 100 })).order_mails
  const mail = async (id: string) => (await api.get<AdminOrderMailResponse>(`/admin/order-mails/${id}`)).order_mail
  return {
    ...shop,
    api,
    inbox: testInbox(shop.inboxUrl),
    placeOrder: (order) => placeOrder({ ...ordinaryOrder(shop), ...order }),
    mailsOf,
    mail,
    waitForMail: async (orderId, ...states) => {
      let seen: AdminOrderMail[] = []
      return waitFor(
        () => `a mail of order ${orderId} to be ${states.join(" or ")}; there were ${listed(seen)}`,
        async () => {
          seen = await mailsOf(orderId)
          return seen.find(({ state }) => states.includes(state))
        },
      )
    },
    waitForState: async (mailId, ...states) => {
      let seen: AdminOrderMail[] = []
      return waitFor(
        () => `mail ${mailId} to be ${states.join(" or ")}; there were ${listed(seen)}`,
        async () => {
          const found = await mail(mailId)
          seen = [found]
          return states.includes(found.state) ? found : null
        },
      )
    },
  }
}

/** An address nobody else in this run has, so that tests do not find each other's mails. */
export function uniqueAddress(name = "kundin"): string {
  return `${name}.${randomBytes(6).toString("hex")}@example.com`
}

function ordinaryOrder({ baseUrl, channels }: TestShop): Omit<OrderToPlace, "email"> {
  return {
    baseUrl,
    publishableKey: channels.find(({ name }) => name === "Onlineshop")?.publishableKey ?? "",
    name: "Anke Brodersen",
    countryCode: "de",
    lines: [
      { sku: "ESP-MOR-250", quantity: 2 },
      { sku: "BEC-LEU-350", quantity: 1 },
    ],
  }
}

function listed(mails: AdminOrderMail[]): string {
  const entries = mails.map(({ id, kind, state, state_reason, state_detail, last_answer }) =>
    [id, kind, state, state_reason, state_detail ?? last_answer?.text].filter(Boolean).join(" "),
  )
  return entries.length ? entries.join("; ") : "none"
}
