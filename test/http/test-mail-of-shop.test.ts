import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import type { AdminSaveSender, AdminSenderField } from "../../src/api/sender-settings-types"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import type { AdminTestMailResponse } from "../../src/api/test-mail-types"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const SENDER = "/admin/order-mails/sender"
const OWN = "teehaus.example"

let shop: ShopClient
let dns: TestDnsServer
let own: MailInbox
let b2b: { id: string; publishableKey: string }

beforeAll(async () => {
  shop = await shopClient()
  dns = await startDnsServer({}, shop.dnsPort)
  own = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
})
afterEach(async () => {
  const { version, settings } = await read()
  const inherit = Object.keys(settings) as AdminSenderField[]
  await shop.api.post<AdminSenderResponse>(SENDER, { shop_id: b2b.id, version, inherit })
})
afterAll(async () => {
  await own.stop()
  await dns.close()
})

const read = async () => (await shop.api.get<AdminSenderResponse>(SENDER, { shop_id: b2b.id })).sender

async function save(set: NonNullable<AdminSaveSender["set"]>) {
  const { version } = await read()
  return (await shop.api.post<AdminSenderResponse>(SENDER, { shop_id: b2b.id, version, set })).sender
}

async function send(request: object) {
  const body = { kind: "payment-info", language: "de", ...request }
  return (await shop.api.post<AdminTestMailResponse>("/admin/order-mails/test-mails", body)).test_mail
}

describe("a test mail of a shop", () => {
  it("leaves through the shop's own server, under its own domain, once DNS permits that", async () => {
    dns.set({ [OWN]: { TXT: ["v=spf1 ip4:127.0.0.1 -all"], MX: [{ exchange: `mx.${OWN}`, priority: 10 }] } })
    const { dkim_keys } = await save({
      address: `bestellung@${OWN}`,
      name: "Teehaus",
      reply_to: `fragen@${OWN}`,
      smtp: { host: "127.0.0.1", port: own.smtpPort, tls: "opportunistic" },
    })
    for (const { record } of dkim_keys) dns.set({ [record.name]: { TXT: [record.value] } })
    await shop.api.post<AdminSenderResponse>(`${SENDER}/check`, { shop_id: b2b.id })

    const to = uniqueAddress("probe")
    const sent = await send({ to, shop_id: b2b.id })
    expect(sent).toMatchObject({
      result: "accepted",
      answer: { server: `127.0.0.1:${own.smtpPort}` },
      from: `Teehaus <bestellung@${OWN}>`,
      identity: "own-domain",
      identity_reason: "verified",
    })
    expect(own.messages().map(({ envelope }) => envelope.to)).toEqual([[to]])
    expect(await shop.inbox.messagesTo(to)).toEqual([])
    expect(sent.report.slice(0, 4)).toMatchObject([
      { check: "spf", status: "ok", data: { domain: OWN } },
      { check: "dkim", status: "ok", data: { domain: OWN } },
      { check: "dmarc", status: "warning", reason: "dmarc-missing" },
      { check: "reply-to", status: "ok" },
    ])
  })

  it("from a freemail address goes out under the fallback, through the platform's server, and says what that costs", async () => {
    dns.set({ "versand.example": { TXT: ["v=spf1 ip4:127.0.0.1 -all"] } })
    await save({
      address: "teehaus.lindner@gmail.com",
      name: "Teehaus",
      reply_to: "fragen@teehaus-lindner.example",
      smtp: { host: "127.0.0.1", port: own.smtpPort, tls: "opportunistic" },
    })
    const placed = await shop.placeOrder({
      email: uniqueAddress(),
      publishableKey: b2b.publishableKey,
      lines: [{ sku: "ESP-MOR-5000", quantity: 1 }],
    })
    await shop.waitForMail(placed.id, "sent")
    const to = uniqueAddress("probe")
    // The order's own shop counts, whatever shop was asked for.
    const sent = await send({ to, shop_id: null, order_id: placed.id })
    expect(sent).toMatchObject({
      result: "accepted",
      from: "Teehaus <teehaus@versand.example>",
      identity: "fallback",
      identity_reason: "freemail",
    })
    const received = await shop.inbox.waitForMessage(to)
    expect(received.text).toContain("teehaus.lindner@gmail.com")
    expect(sent.report.slice(0, 4)).toMatchObject([
      { check: "spf", status: "ok", data: { domain: "versand.example" } },
      // Whether the platform's server signs for the fallback's domain cannot be seen.
      { check: "dkim", status: "unknown", reason: "dkim-relay-signs" },
      { check: "dmarc", status: "warning", reason: "dmarc-missing" },
      { check: "reply-to", status: "warning", data: { from: "versand.example", reply_to: "teehaus-lindner.example" } },
    ])
  })

  it("to a server that is not there is refused with what went wrong", async () => {
    const gone = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
    await gone.stop()
    dns.set({ [OWN]: { TXT: ["v=spf1 ip4:127.0.0.1 -all"] } })
    const { dkim_keys } = await save({
      address: `bestellung@${OWN}`,
      smtp: { host: "127.0.0.1", port: gone.smtpPort, tls: "opportunistic" },
    })
    for (const { record } of dkim_keys) dns.set({ [record.name]: { TXT: [record.value] } })
    await shop.api.post<AdminSenderResponse>(`${SENDER}/check`, { shop_id: b2b.id })
    expect(await send({ to: uniqueAddress(), shop_id: b2b.id })).toMatchObject({
      result: "refused",
      answer: { code: null, text: expect.stringContaining("ECONNREFUSED") as string },
    })
  })
})
