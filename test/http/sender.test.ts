import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AdminConnectionTestResponse, AdminSenderResponse } from "../../src/api/sender-types"
import type { AdminOrderMail, AdminOrderMailResponse } from "../../src/api/types"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

/** Nobody else's in this run, so that DNS has said nothing about it yet; the operator does not vouch for it. */
const DOMAIN = `kontor-${randomUUID().slice(0, 8)}.example`
const ARCHIVE = "archiv@morgenrot-kaffee.example"
const MX = [{ exchange: `mx.${DOMAIN}`, priority: 10 }]

let shop: ShopClient
let dns: TestDnsServer

beforeAll(async () => {
  shop = await shopClient()
  dns = await startDnsServer({ [DOMAIN]: { MX } }, shop.dnsPort)
  await settingsOf(shop, null).save({ address: `bestellung@${DOMAIN}`, reply_to: null })
})
afterAll(async () => {
  await settingsOf(shop, null).inheritAll()
  await dns.close()
})

const check = async () => (await shop.api.post<AdminSenderResponse>("/admin/order-mails/sender/check")).sender

describe("sender and domain", () => {
  it("shows what is missing with the records to copy, and finds them once they are published", async () => {
    const before = await check()
    expect(before.checks?.map(({ check, status }) => [check, status])).toEqual([
      ["dkim", "missing"],
      ["spf", "missing"],
      ["dmarc", "missing"],
      ["mx", "ok"],
    ])
    const key = before.dkim_keys[0]!
    expect(key).toMatchObject({ role: "waits", published_since: null })
    expect(before.checks?.[0]?.record).toEqual(key.record)

    dns.set({
      [DOMAIN]: { TXT: ["v=spf1 ip4:127.0.0.1 -all"], MX },
      [key.record.name]: { TXT: [key.record.value] },
      [`_dmarc.${DOMAIN}`]: { TXT: ["v=DMARC1; p=none"] },
    })
    const after = await check()
    expect(after.checks?.map(({ status }) => status)).toEqual(["ok", "ok", "ok", "ok"])
    expect(after.dkim_keys).toMatchObject([{ selector: key.selector, role: "signs" }])
    expect(after.checked_at).not.toBe(before.checked_at)
  })

  it("signs mails from then on, and they are stored signed", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email })
    const mail = await shop.waitForMail(order.id, "sent")
    const received = await shop.inbox.waitForMessage(email)
    const signature = received.headers.find(({ name }) => name.toLowerCase() === "dkim-signature")
    expect(signature?.value).toContain(`d=${DOMAIN}`)
    const stored = await fetch(`${shop.baseUrl}/admin/order-mails/${mail.id}/eml`, { headers: shop.api.headers })
    expect(await stored.text()).toContain("DKIM-Signature: v=1;")
  })

  it("makes the next key of a rotation, and no third while it waits", async () => {
    const { sender } = await shop.api.post<AdminSenderResponse>("/admin/order-mails/sender/dkim-key")
    expect(sender.dkim_keys.map(({ role }) => role)).toEqual(["signs", "waits"])
    await expect(shop.api.post("/admin/order-mails/sender/dkim-key")).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("still waits for its DNS record"),
    })
  })

  it("gives up a key that waits, once", async () => {
    const { sender } = await shop.api.get<AdminSenderResponse>("/admin/order-mails/sender")
    const selector = sender.dkim_keys.find(({ role }) => role === "waits")?.selector
    const giveUp = () => shop.api.post<AdminSenderResponse>("/admin/order-mails/sender/dkim-key/give-up", { selector })
    expect((await giveUp()).sender.dkim_keys.map(({ role }) => role)).toEqual(["signs"])
    await expect(giveUp()).rejects.toMatchObject({ status: 400, message: expect.stringContaining("does not wait") })
  })

  it("never shows a private key", async () => {
    const answer = await fetch(`${shop.baseUrl}/admin/order-mails/sender`, { headers: shop.api.headers })
    expect(await answer.text()).not.toMatch(/PRIVATE|enc:v1|privateKey/)
  })

  it("tests the connection to the mail server", async () => {
    const { test } = await shop.api.post<AdminConnectionTestResponse>("/admin/order-mails/sender/test-connection")
    expect(test).toMatchObject({ usable: true, logged_in: false })
  })

  it("is for signed-in users only", async () => {
    expect((await fetch(`${shop.baseUrl}/admin/order-mails/sender`)).status).toBe(401)
  })
})

describe("the blind archive copy", () => {
  it("goes out with the mail, in the envelope only", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email })
    const mail = await shop.waitForMail(order.id, "sent")
    const received = await shop.inbox.waitForMessage(email)
    expect(received.envelope.to).toEqual([email, ARCHIVE])
    expect(JSON.stringify(received.headers)).not.toContain(ARCHIVE)
    expect((await shop.mail(mail.id)).timeline.at(-1)).toMatchObject({
      type: "accepted",
      data: { archive: "accepted" },
    })
  })

  it("never goes out when the customer's address was refused", async () => {
    const email = `refuse-550@${uniqueAddress().replace("@", ".")}`
    const order = await shop.placeOrder({ email })
    await shop.waitForMail(order.id, "failed")
    expect(await shop.inbox.messagesTo(email)).toEqual([])
    const archived = await shop.inbox.messagesTo(ARCHIVE)
    expect(archived.filter(({ envelope }) => !envelope.to.some((to) => to !== ARCHIVE))).toEqual([])
  })
})

describe("a mistyped domain", () => {
  it("is written to and marked with what it was probably meant to be", async () => {
    const order = await shop.placeOrder({ email: "anna@gmial.com" })
    const mail = await shop.waitForMail(order.id, "sent")
    expect(mail).toMatchObject({ recipient: "anna@gmial.com", suggested_recipient: "anna@gmail.com" })
  })

  it("is marked no longer once the mail was sent again to what was meant", async () => {
    const typed = uniqueAddress().replace(/@.*/, "@gmial.com")
    const meant = typed.replace("gmial", "gmail")
    const order = await shop.placeOrder({ email: typed })
    const first = await shop.waitForMail(order.id, "sent")
    expect(first.suggested_recipient).toBe(meant)

    const { order_mail: again } = await shop.api.post<AdminOrderMailResponse>(`/admin/order-mails/${first.id}/resend`, {
      request_id: randomUUID(),
      to: meant,
      update_order: true,
    })
    expect(again).toMatchObject({ recipient: meant, suggested_recipient: null })
    expect(await shop.mail(first.id)).toMatchObject({ recipient: typed, suggested_recipient: null })
    expect((await shop.mailsOf(order.id)).map((mail) => mail.suggested_recipient)).toEqual([null, null])
    const { order: read } = await shop.api.get<{ order: { order_mails: AdminOrderMail[] } }>(
      `/admin/orders/${order.id}`,
      { fields: "*order_mails" },
    )
    expect(read.order_mails.map((mail) => mail.suggested_recipient)).toEqual([null, null])
  })
})
