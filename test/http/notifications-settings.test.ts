import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import { Client } from "pg"
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type { AdminNotificationFields } from "../../src/api/settings-types"
import type { AdminOrderMail, AdminOrderMailListResponse, AdminOrderMailResponse } from "../../src/api/types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const SETTINGS = "/admin/order-mails/settings/notifications"
const ALL = [
  "kind:payment-info",
  "kind:payment-reminder",
  "kind:dunning",
  "kind:payment-received",
  "kind:refund-issued",
  "kind:order-canceled-unpaid",
  "notice:new-order",
  "notice:payment-received",
  "notice:mail-failed",
  "notice:mail-bounced",
  "notice:mail-complained",
  "notice:domain-broken",
  "notice_recipients",
  "notice_language",
  "digest_hour",
]

const everyKind = (isOn: boolean) =>
  Object.fromEntries(ALL.filter((field) => field.startsWith("kind:")).map((field) => [field, isOn]))

let shop: ShopClient
let b2b: ShopClient["channels"][number]

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
})
afterEach(async () => {
  for (const id of [b2b.id, null]) await sectionSettings(shop, "notifications", id).inheritAll()
  // What a test leaves untold is nothing that the next one wants to hear.
  await sendNotices()
})

const ofShop = () => sectionSettings(shop, "notifications", b2b.id)
const ofStore = () => sectionSettings(shop, "notifications", null)

async function placeOrder(email: string): Promise<HttpTypes.StoreOrder> {
  return shop.placeOrder({ email, publishableKey: b2b.publishableKey, lines: [{ sku: "ESP-MOR-5000", quantity: 1 }] })
}

/** Runs the workflow of the job that looks every minute. */
async function sendNotices(now: Date = new Date()): Promise<void> {
  await shop.api.post("/admin/workflows-executions/send-merchant-notices/run", { input: { now: now.toISOString() } })
}

async function copiesFor(recipient: string): Promise<AdminOrderMail[]> {
  const query = { q: recipient, kind: ["merchant-notice", "merchant-digest"], limit: 100 }
  return (await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", query)).order_mails
}

async function waitForCopies(recipient: string, count: number, now?: Date): Promise<AdminOrderMail[]> {
  return waitFor(`${count} sent mails to ${recipient}`, async () => {
    await sendNotices(now)
    const copies = await copiesFor(recipient)
    return copies.length >= count && copies.every(({ state }) => state === "sent") ? copies : null
  })
}

/** How many notices of an order were noted. */
async function waitForNotice(orderId: string, notice: string): Promise<void> {
  await inDatabase(async (client) => {
    await waitFor(`the notice ${notice} of ${orderId}`, async () => {
      const { rows } = await client.query("SELECT 1 FROM order_mail_notice WHERE order_id = $1 AND notice = $2", [
        orderId,
        notice,
      ])
      return rows.length > 0
    })
  })
}

async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: shop.databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe("the settings of notifications", () => {
  it("have what applies where nobody has set anything", async () => {
    const { fields } = await ofShop().read()
    expect(Object.keys(fields).sort()).toEqual([...ALL].sort())
    for (const field of Object.values(fields)) expect(field.origin).toBe("options")
    expect(fields["kind:payment-info"]?.value).toBe(true)
    expect(fields["notice:new-order"].value).toBe("off")
    expect(fields["notice:payment-received"].value).toBe("off")
    for (const notice of ["mail-failed", "mail-bounced", "mail-complained", "domain-broken"] as const)
      expect(fields[`notice:${notice}`].value).toBe("single")
    expect(fields.notice_recipients.value).toEqual([])
    expect(fields.notice_language.value).toBe("de")
    expect(fields.digest_hour.value).toBe(7)
  })

  it("are inherited one by one, and a shop's own values win", async () => {
    const other: AdminNotificationFields = {
      ...everyKind(false),
      "notice:new-order": "digest",
      "notice:payment-received": "single",
      "notice:mail-failed": "digest",
      "notice:mail-bounced": "off",
      "notice:mail-complained": "digest",
      "notice:domain-broken": "off",
      notice_recipients: ["alle@shop.example"],
      notice_language: "fr",
      digest_hour: 0,
    }
    const own: AdminNotificationFields = {
      ...everyKind(true),
      "notice:new-order": "single",
      "notice:payment-received": "off",
      "notice:mail-failed": "off",
      "notice:mail-bounced": "digest",
      "notice:mail-complained": "off",
      "notice:domain-broken": "digest",
      notice_recipients: ["eins@shop.example", "zwei@shop.example"],
      notice_language: "pl",
      digest_hour: 23,
    }
    await ofStore().save(other)
    for (const field of ALL as (keyof AdminNotificationFields & string)[]) {
      expect((await ofShop().read()).fields[field]).toMatchObject({ value: other[field], origin: "store" })
      const { fields } = await ofShop().save({ [field]: own[field] } as Partial<AdminNotificationFields>)
      expect(fields[field]).toEqual({
        value: own[field],
        origin: "shop",
        inherited: { value: other[field], origin: "store" },
      })
      expect((await ofShop().inherit(field)).fields[field]).toMatchObject({ value: other[field], origin: "store" })
    }
  })

  it.each([
    [{ "kind:payment-info": "yes" }, "kind:payment-info: takes true or false"],
    [{ "kind:unknown": true }, 'kind:unknown: there is no such setting in the section "notifications"'],
    [{ "kind:merchant-notice": false }, "kind:merchant-notice: there is no such setting"],
    [{ "notice:new-order": "weekly" }, "notice:new-order: takes one of off, single, digest"],
    [{ "notice:unknown": "off" }, "notice:unknown: there is no such setting"],
    [{ notice_recipients: "a@shop.example" }, "notice_recipients: "],
    [{ notice_recipients: ["kein Postfach"] }, "notice_recipients.0: takes one e-mail address each"],
    [{ notice_recipients: ["a@shop.example, b@shop.example"] }, "notice_recipients.0: takes one e-mail address each"],
    [{ notice_recipients: ["a@shop.example\r\nBcc: x@evil.example"] }, "notice_recipients.0: takes one e-mail address"],
    [{ notice_recipients: ["jörg@shop.example"] }, "notice_recipients.0: takes one e-mail address each"],
    [{ notice_recipients: ["a@shop.example", "A@shop.example"] }, "notice_recipients: names an address twice"],
    [
      { notice_recipients: Array.from({ length: 11 }, (_, n) => `a${n}@shop.example`) },
      "notice_recipients: takes at most 10 addresses",
    ],
    [{ notice_language: "sv" }, "notice_language: takes one of de, en, fr, it, es, nl, pl"],
    [{ digest_hour: 24 }, "digest_hour: takes a whole hour from 0 to 23"],
    [{ digest_hour: -1 }, "digest_hour: takes a whole hour from 0 to 23"],
    [{ digest_hour: 7.5 }, "digest_hour: takes a whole hour from 0 to 23"],
    [{ digest_hour: "7" }, "digest_hour: takes a whole hour from 0 to 23"],
  ])("refuse %j", async (set, message) => {
    const { version } = await ofShop().read()
    await expect(shop.api.post(SETTINGS, { shop_id: b2b.id, version, set })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(message),
    })
  })

  it("are in the log with who, what, old and new", async () => {
    await ofShop().save({ "kind:payment-info": false, notice_recipients: ["a@shop.example", "b@shop.example"] })
    const { changes } = await shop.api.get<AdminSettingsLogResponse>(`${SETTINGS}/log`, { shop_id: b2b.id, limit: 2 })
    expect(changes).toMatchObject([
      {
        field: "notice_recipients",
        was: null,
        is: "a@shop.example, b@shop.example",
        user_email: shop.admin.email,
      },
      { field: "kind:payment-info", was: null, is: "false" },
    ])
  })
})

describe("a kind that is switched off", () => {
  it("is not sent on its own, says why, and can be sent by hand", async () => {
    await ofShop().save({ "kind:payment-info": false })
    const email = uniqueAddress("aus")
    const order = await placeOrder(email)
    const skipped = await shop.waitForMail(order.id, "skipped")
    expect(skipped).toMatchObject({ kind: "payment-info", state_reason: "kind-switched-off", subject: null })
    const elsewhere = await shop.placeOrder({ email: uniqueAddress("an") })
    expect(await shop.waitForMail(elsewhere.id, "sent")).toMatchObject({ kind: "payment-info" })

    const { order_mail } = await shop.api.post<AdminOrderMailResponse>(`/admin/orders/${order.id}/order-mails`, {
      request_id: randomUUID(),
      kind: "payment-info",
    })
    await shop.waitForState(order_mail.id, "sent")
    expect(await shop.inbox.messagesTo(email)).toHaveLength(1)
  })
})

describe("what the shop is told", () => {
  // Every minute the sweep also notes the orders of the last minutes, for whoever wants to hear of them by then: those
  // of the tests before.
  beforeEach(() => inDatabase((client) => client.query("UPDATE order_mail_installation SET swept_until = now()")))

  it("is a mail that a server refused, once, in the language and at the address that are set", async () => {
    const office = uniqueAddress("buero")
    await ofShop().save({ notice_recipients: [office], notice_language: "en" })
    const email = `refuse-550@${office.split("@")[0]!}.example`
    const order = await placeOrder(email)
    await shop.waitForMail(order.id, "failed")
    const [copy] = await waitForCopies(office, 1)
    const number = String(order.display_id)
    expect(copy).toMatchObject({
      kind: "merchant-notice",
      order_id: order.id,
      order_number: number,
      shop_id: b2b.id,
      language: "en",
      subject: `E-mail failed: order ${number}`,
      from_address: "bestellung@morgenrot-kaffee.example",
    })
    const message = await shop.inbox.waitForMessage(office)
    expect(message.text).toContain(`“Payment information” for order ${number} could not be sent to ${email}.`)
    expect(message.text).toContain("Recipient address rejected: User unknown in virtual mailbox table")
    expect(message.text).toContain("correct the address")
    expect(message.text).toContain(`${shop.baseUrl}/app/orders/${order.id}`)
    const raw = (await shop.inbox.raw(message.id)).toString()
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)

    await sendNotices()
    await sendNotices()
    expect(await shop.inbox.messagesTo(office)).toHaveLength(1)
    // The order's own mails are those to its customer.
    expect((await shop.mailsOf(order.id)).map(({ kind }) => kind)).toEqual(["payment-info"])
    await expect(
      shop.api.post(`/admin/order-mails/${copy!.id}/resend`, { request_id: randomUUID() }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining("only mails to customers") })
    expect((await shop.mail(copy!.id)).timeline[0]).toMatchObject({ data: { cause: "merchant-notice" } })
  })

  it("is not told of when its own mail is refused", async () => {
    const refused = `refuse-550@${uniqueAddress("buero").split("@")[0]!}.example`
    await ofShop().save({ notice_recipients: [refused], "notice:new-order": "single" })
    const order = await placeOrder(uniqueAddress())
    await shop.waitForMail(order.id, "sent")
    await waitForNotice(order.id, "new-order")
    await sendNotices()
    await waitFor(`the mail to ${refused} to fail`, async () => (await copiesFor(refused))[0]?.state === "failed")
    await sendNotices()
    await sendNotices()
    expect(await copiesFor(refused)).toHaveLength(1)
    const noted = await inDatabase((client) =>
      client.query("SELECT notice FROM order_mail_notice WHERE order_id = $1", [order.id]),
    )
    expect(noted.rows).toEqual([{ notice: "new-order" }])
  })

  it("is a new order and a payment", async () => {
    const office = uniqueAddress("kontor")
    await ofShop().save({
      notice_recipients: [office],
      "notice:new-order": "single",
      "notice:payment-received": "single",
    })
    const order = await placeOrder(uniqueAddress())
    const number = String(order.display_id)
    await waitForNotice(order.id, "new-order")
    const { order: unpaid } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "payment_collections.payments.id",
    })
    const payment = unpaid.payment_collections.flatMap(({ payments }) => payments ?? [])[0]
    await shop.api.post(`/admin/payments/${payment?.id}/capture`)
    await waitForNotice(order.id, "payment-received")
    const subjects = (await waitForCopies(office, 2)).map(({ subject }) => subject?.replaceAll("\u00a0", " "))
    const total = new Intl.NumberFormat("de", { style: "currency", currency: "EUR" }).format(order.total)
    const amount = total.replaceAll("\u00a0", " ")
    expect(subjects.sort()).toEqual([
      `Neue Bestellung ${number} über ${amount}`,
      `Zahlung eingegangen: ${amount} für Bestellung ${number}`,
    ])
    expect((await shop.inbox.waitForMessage(office)).text).toContain("Anke Brodersen")
  })

  it("is a new order whose event was lost, found by the sweep", async () => {
    await ofShop().save({ "notice:new-order": "single", notice_recipients: [uniqueAddress("verloren")] })
    const order = await placeOrder(uniqueAddress())
    await waitForNotice(order.id, "new-order")
    const countNotices = async () =>
      inDatabase(async (client) => {
        const { rows } = await client.query("SELECT id FROM order_mail_notice WHERE order_id = $1", [order.id])
        return rows.length
      })
    // As after a crash between the order and its event.
    await inDatabase((client) => client.query("DELETE FROM order_mail_notice WHERE order_id = $1", [order.id]))
    const later = new Date(Date.now() + 10_000).toISOString()
    await waitFor(`the sweep to note ${order.id}`, async () => {
      await shop.api.post("/admin/workflows-executions/sweep-order-mails/run", { input: { now: later } })
      return (await countNotices()) === 1
    })
  })

  it("is money of a new order that no event told of, found by the sweep", async () => {
    await ofShop().save({ "notice:payment-received": "single", notice_recipients: [uniqueAddress("kassiert")] })
    const order = await placeOrder(uniqueAddress())
    const { order: unpaid } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "payment_collections.payments.id",
    })
    const payment = unpaid.payment_collections.flatMap(({ payments }) => payments ?? [])[0]
    await shop.api.post(`/admin/payments/${payment?.id}/capture`)
    await waitForNotice(order.id, "payment-received")
    // As with a provider that captures while the order is placed, about which there is no event.
    await inDatabase((client) => client.query("DELETE FROM order_mail_notice WHERE order_id = $1", [order.id]))
    const later = new Date(Date.now() + 10_000).toISOString()
    await waitFor(`the sweep to note the payment of ${order.id}`, async () => {
      await shop.api.post("/admin/workflows-executions/sweep-order-mails/run", { input: { now: later } })
      const rows = await inDatabase(async (client) => {
        const found = await client.query("SELECT notice FROM order_mail_notice WHERE order_id = $1", [order.id])
        return found.rows as { notice: string }[]
      })
      return rows.length === 1 && rows[0]?.notice === "payment-received"
    })
  })

  it("comes once a day as a digest, and not before its hour", async () => {
    const office = uniqueAddress("tagesbericht")
    await ofShop().save({ notice_recipients: [office], "notice:new-order": "digest", notice_language: "nl" })
    const orders = [await placeOrder(uniqueAddress()), await placeOrder(uniqueAddress())]
    for (const order of orders) await waitForNotice(order.id, "new-order")
    await sendNotices()
    expect(await copiesFor(office)).toEqual([])

    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000)
    const [digest] = await waitForCopies(office, 1, tomorrow)
    expect(digest).toMatchObject({
      kind: "merchant-digest",
      order_id: null,
      order_number: null,
      language: "nl",
      subject: "Morgenrot Kaffeerösterei: 2 meldingen",
    })
    const { text } = await shop.inbox.waitForMessage(office)
    for (const order of orders) expect(text).toContain(`bestelling ${String(order.display_id)} geplaatst`)
    await sendNotices(tomorrow)
    expect(await copiesFor(office)).toHaveLength(1)
    // It opens in the admin as every other mail.
    expect(await shop.mail(digest!.id)).toMatchObject({ order_number: null, state: "sent" })
  })

  it("goes where customers' replies go when nobody is named, and nowhere when nobody wants it", async () => {
    await ofShop().save({ "notice:new-order": "single" })
    const order = await placeOrder(uniqueAddress())
    await waitForNotice(order.id, "new-order")
    await sendNotices()
    const query = { order_id: order.id, kind: "merchant-notice" }
    const { order_mails } = await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", query)
    expect(order_mails).toMatchObject([{ recipient: "service@morgenrot-kaffee.example" }])

    await ofShop().save({ "notice:mail-failed": "off", "notice:new-order": "off" })
    const failing = await placeOrder(`refuse-550@${uniqueAddress("weg").split("@")[0]!}.example`)
    await shop.waitForMail(failing.id, "failed")
    await sendNotices()
    await waitFor("the notice to be settled", async () => {
      await sendNotices()
      const { rows } = await inDatabase((client) =>
        client.query("SELECT settled_at, told_in FROM order_mail_notice WHERE order_id = $1", [failing.id]),
      )
      return rows.length === 1 && rows[0].settled_at !== null && rows[0].told_in.length === 0
    })
  })
})
