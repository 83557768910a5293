import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AdminPreviewResponse } from "../../src/api/settings-types"
import type {
  AdminOrderMail,
  AdminOrderMailListResponse,
  AdminOrderMailPermissions,
  AdminOrderMailPermissionsResponse,
  AdminOrderMailResponse,
} from "../../src/api/types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { startRolesShop, type RolesShop, type RolesUser } from "../helpers/start-roles-shop"

const READ = "order_mail:read"
const SEND = "order_mail:create"
const MANAGE = "order_mail_settings:update"

/** Everybody may read orders, so that whatever is refused is refused for the sake of the mails. */
const MEDUSA = ["order:read", "customer:read"]

const USERS = {
  "without-role": [],
  nothing: MEDUSA,
  reader: [READ, ...MEDUSA],
  sender: [READ, SEND, ...MEDUSA],
  "sender-without-read": [SEND, ...MEDUSA],
  manager: [MANAGE, ...MEDUSA],
  "manager-without-orders": [MANAGE],
  everything: [READ, SEND, MANAGE, "order:update", ...MEDUSA],
}
type UserName = keyof typeof USERS
const NAMES = Object.keys(USERS) as UserName[]

/** `MAIL` and `ORDER` stand for ids; `STOP` is the id of nothing. */
const READING = [
  "GET /admin/order-mails",
  "GET /admin/order-mails/overview",
  "GET /admin/order-mails/MAIL",
  "GET /admin/order-mails/MAIL/content",
  "GET /admin/order-mails/MAIL/eml",
  "GET /admin/order-mails/dunning-stops?order_id=ORDER",
  "GET /admin/order-mails/upcoming",
  "GET /admin/order-mails/upcoming/csv",
  "GET /admin/orders/ORDER/dunning",
]

/** Routes and all the permissions that each of them takes. */
const ROUTES: { permissions: string[]; routes: string[] }[] = [
  { permissions: [READ], routes: READING },
  { permissions: [SEND], routes: ["POST /admin/order-mails/test-mails"] },
  {
    // Sending answers with the mail, and deciding about reminders with what comes next for the order.
    permissions: [SEND, READ],
    routes: [
      "POST /admin/order-mails/MAIL/resend",
      "POST /admin/order-mails/MAIL/cancel",
      "POST /admin/orders/ORDER/order-mails",
      "POST /admin/orders/ORDER/dunning/send-now",
      "POST /admin/orders/ORDER/dunning/skip",
      "POST /admin/orders/ORDER/dunning/end",
      "POST /admin/orders/ORDER/dunning/resume",
      "POST /admin/order-mails/dunning-stops",
      "POST /admin/order-mails/dunning-stops/STOP/lift",
      "POST /admin/order-mails/approvals",
    ],
  },
  {
    permissions: [MANAGE],
    routes: [
      "GET /admin/order-mails/shops",
      "GET /admin/order-mails/payment-providers",
      "GET /admin/order-mails/holiday-regions",
      "POST /admin/order-mails/branding/header-image",
      "POST /admin/order-mails/preview",
      "GET /admin/order-mails/sender",
      "POST /admin/order-mails/sender",
      "GET /admin/order-mails/settings-file",
      "GET /admin/order-mails/texts?language=de",
      "POST /admin/order-mails/settings-file",
      "GET /admin/order-mails/settings/branding",
      "POST /admin/order-mails/settings/branding",
      "GET /admin/order-mails/settings/sender/log",
      "POST /admin/order-mails/sender/archive-password",
      "POST /admin/order-mails/sender/check",
      "POST /admin/order-mails/sender/dkim-key",
      "POST /admin/order-mails/sender/dkim-key/give-up",
      "POST /admin/order-mails/sender/test-connection",
    ],
  },
]

let roles: RolesShop
let shop: ShopClient
let users: Record<UserName, RolesUser>
let mail: AdminOrderMail & { order_id: string }

beforeAll(async () => {
  roles = await startRolesShop()
  shop = await shopClient(roles.shop)
  const created = await Promise.all(
    NAMES.map(async (name) => [name, await roles.createUser(name, USERS[name])] as const),
  )
  users = Object.fromEntries(created) as Record<UserName, RolesUser>
  const order = await shop.placeOrder({ email: uniqueAddress() })
  mail = { ...(await shop.waitForMail(order.id, "sent")), order_id: order.id }
})
afterAll(() => roles?.stop())

/** What a user is answered; a POST has an empty body, which many routes call wrong, but only after the permission. */
async function ask(name: UserName, route: string): Promise<{ status: number; message: string | undefined }> {
  const [method = "", path = ""] = route.replace("MAIL", mail.id).replace("ORDER", mail.order_id).split(" ")
  const response = await fetch(`${shop.baseUrl}${path}`, {
    method,
    headers: { ...users[name].api.headers, "content-type": "application/json" },
    ...(method === "POST" ? { body: "{}" } : {}),
  })
  const text = await response.text()
  const isJson = response.headers.get("content-type")?.includes("json")
  return { status: response.status, message: isJson ? (JSON.parse(text) as { message?: string }).message : undefined }
}

describe.each(ROUTES)("with $permissions, and without", ({ permissions, routes }) => {
  it.each(routes)("%s", async (route) => {
    for (const name of NAMES) {
      const { status, message } = await ask(name, route)
      const granted: string[] = USERS[name]
      if (permissions.every((permission) => granted.includes(permission)))
        expect([name, status]).not.toEqual([name, 403])
      // Medusa itself is the first to refuse these.
      else if (name === "without-role" || (name === "manager-without-orders" && route.includes("/admin/orders/")))
        expect([name, status]).toEqual([name, 403])
      else expect([name, status, message]).toEqual([name, 403, expect.stringContaining(permissions.join(", "))])
    }
  })
})

describe("users who may", () => {
  it("read mails", async () => {
    for (const route of READING) expect([route, (await ask("reader", route)).status]).toEqual([route, 200])
  })

  it("send mails, and cancel none that has left", async () => {
    const { api } = users.sender
    const body = { request_id: randomUUID(), kind: "payment-info" }
    const sent = await api.post<AdminOrderMailResponse>(`/admin/orders/${mail.order_id}/order-mails`, body)
    expect(sent.order_mail.order_id).toBe(mail.order_id)
    await expect(api.post(`/admin/order-mails/${mail.id}/cancel`)).rejects.toMatchObject({ status: 400 })
  })

  it("see the settings without seeing mails", async () => {
    expect(await ask("manager", "GET /admin/order-mails/sender")).toMatchObject({ status: 200 })
  })
})

describe("users who may send mails and read none", () => {
  it("get no mail in an answer, and send none by asking for it", async () => {
    const body = { request_id: randomUUID(), kind: "payment-info" }
    const { api } = users["sender-without-read"]
    const path = `/admin/orders/${mail.order_id}/order-mails`
    const before = (await shop.mailsOf(mail.order_id)).length
    await expect(api.post(path, body)).rejects.toMatchObject({ status: 403, message: expect.stringContaining(READ) })
    expect(await shop.mailsOf(mail.order_id)).toHaveLength(before)
  })
})

describe("a preview", () => {
  const preview = (name: UserName, orderId: string | null) =>
    users[name].api.post<AdminPreviewResponse>("/admin/order-mails/preview", {
      kind: "payment-info",
      shop_id: null,
      order_id: orderId,
    })

  it("shows a real order to those alone who may see it", async () => {
    expect((await preview("manager", mail.order_id)).subject).toBe(mail.subject)
    await expect(preview("manager-without-orders", mail.order_id)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("order:read"),
    })
  })

  it("shows the sample order to whoever manages the settings", async () => {
    expect((await preview("manager-without-orders", null)).subject).toContain("1042")
  })
})

describe("what the admin is told", () => {
  const all: AdminOrderMailPermissions = { read: true, send: true, manage_settings: true, update_orders: true }
  const none: AdminOrderMailPermissions = { read: false, send: false, manage_settings: false, update_orders: false }
  const permissionsOf = async ({ api }: Pick<RolesUser, "api">) =>
    (await api.get<AdminOrderMailPermissionsResponse>("/admin/order-mails/permissions")).permissions

  it("is what each user may do", async () => {
    expect(await permissionsOf(users["without-role"])).toEqual(none)
    expect(await permissionsOf(users.nothing)).toEqual(none)
    expect(await permissionsOf(users.reader)).toEqual({ ...none, read: true })
    expect(await permissionsOf(users.sender)).toEqual({ ...none, read: true, send: true })
    expect(await permissionsOf(users["sender-without-read"])).toEqual({ ...none, send: true })
    expect(await permissionsOf(users.manager)).toEqual({ ...none, manage_settings: true })
    expect(await permissionsOf(users.everything)).toEqual(all)
    expect(await permissionsOf(roles)).toEqual(all)
  })

  it("is everything in a shop without roles", async () => {
    expect(await permissionsOf(await shopClient())).toEqual(all)
  })
})

describe("sending again to a corrected address", () => {
  it("changes the order only by someone who may change orders", async () => {
    const body = () => ({ request_id: randomUUID(), to: uniqueAddress("richtig"), update_order: true })
    const path = `/admin/order-mails/${mail.id}/resend`
    await expect(users.sender.api.post(path, body())).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("order:update"),
    })
    const { update_order: _, ...withoutUpdate } = body()
    await users.sender.api.post(path, withoutUpdate)
    await users.everything.api.post(path, body())
  })
})

describe("the mails of an order in Medusa's own routes", () => {
  const order = (name: UserName, fields: string) =>
    users[name].api.get<{ order: { order_mails?: AdminOrderMail[] } }>(`/admin/orders/${mail.order_id}`, { fields })

  it("are there for who may read mails", async () => {
    expect((await order("reader", "id,*order_mails")).order.order_mails?.length).toBeGreaterThan(0)
  })

  it.each(["id,*order_mails", "+order_mails.subject", "order_mails.*", "*order_mail"])(
    "are refused to others as fields=%s",
    async (fields) => {
      await expect(order("nothing", fields)).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining(READ),
      })
    },
  )

  it("are refused by way of another route, too", async () => {
    const { api } = users.nothing
    const listed = api.get("/admin/orders", { fields: "id,*order_mails" })
    await expect(listed).rejects.toMatchObject({ status: 403 })
    const fromCustomers = api.get("/admin/customers", { fields: "id,*orders.order_mails" })
    await expect(fromCustomers).rejects.toMatchObject({ status: 403 })
  })

  it.each(["*", "id,*", "**"])("do not come with fields=%s", async (fields) => {
    const { order: shown } = await order("nothing", fields)
    expect(JSON.stringify(shown)).not.toContain("order_mail")
  })

  it("leave the order itself to whoever may read it", async () => {
    expect((await order("nothing", "id,email")).order).toMatchObject({ id: mail.order_id })
  })
})

describe("a shop without roles", () => {
  it("asks for no permission", async () => {
    const { api } = await shopClient()
    expect(await api.get<AdminOrderMailListResponse>("/admin/order-mails")).toHaveProperty("count")
  })
})
