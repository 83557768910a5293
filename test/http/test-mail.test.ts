import type { HttpTypes } from "@medusajs/framework/types"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import type { AdminSendTestMail, AdminTestMailResponse } from "../../src/api/test-mail-types"
import type { AdminOrderMailListResponse } from "../../src/api/types"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { spamdAnswer, startTestSpamd, type TestSpamd } from "../unit/sender/test-report/spamd-server"

let shop: ShopClient
let dns: TestDnsServer
let spamd: TestSpamd
let sender: AdminSenderResponse["sender"]

beforeAll(async () => {
  shop = await shopClient()
  dns = await startDnsServer({}, shop.dnsPort)
  spamd = await startTestSpamd((socket) => socket.end(spamdAnswer("0.6", "5.0", ["HTML_MESSAGE"])), shop.spamdPort)
  // Makes the first DKIM key where there is none yet.
  sender = await check()
  publish(sender, "v=spf1 ip4:127.0.0.1 -all")
  sender = await check()
})
afterAll(async () => {
  await spamd.stop()
  await dns.close()
})

const check = async () => (await shop.api.post<AdminSenderResponse>("/admin/order-mails/sender/check")).sender

function publish({ domain, dkim_keys }: AdminSenderResponse["sender"], spf: string) {
  dns.set({
    [domain]: { TXT: [spf], MX: [{ exchange: `mx.${domain}`, priority: 10 }] },
    [`_dmarc.${domain}`]: { TXT: ["v=DMARC1; p=reject"] },
  })
  for (const { record } of dkim_keys) dns.set({ [record.name]: { TXT: [record.value] } })
}

async function send(request: Partial<AdminSendTestMail> & { to: string }) {
  const body = { kind: "payment-info", language: "de", shop_id: null, order_id: null, ...request }
  return (await shop.api.post<AdminTestMailResponse>("/admin/order-mails/test-mails", body)).test_mail
}

const countMails = async () =>
  (await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", { limit: 1 })).count

describe("a test mail", () => {
  it("with the sample order arrives marked as a test, at its recipient alone, and is reported on", async () => {
    const to = uniqueAddress("probe")
    const sent = await send({ to })
    expect(sent).toMatchObject({
      result: "accepted",
      answer: { code: 250 },
      from: `Morgenrot Kaffeerösterei <${sender.identity?.from_address}>`,
      identity: "own-domain",
      identity_reason: sender.identity?.reason,
    })
    expect(sent.subject).toMatch(/^\[Test\] Ihre Bestellung 1042 /)

    const received = await shop.inbox.waitForMessage(to)
    expect(received.subject).toBe(sent.subject)
    expect(received.envelope.to).toEqual([to])
    expect(received.headers).toContainEqual({ name: "x-order-mail-test", value: "yes" })
    expect(received.text).toMatch(/^\*\*\* Testmail: Diese E-Mail dient nur der Probe\./)
    expect(received.html).toContain("Testmail: Diese E-Mail dient nur der Probe.")

    const [key] = sender.dkim_keys
    const { domain } = sender
    expect(sent.report).toMatchObject([
      { check: "spf", status: "ok", reason: "spf-pass", data: { domain, ip: "127.0.0.1" } },
      { check: "dkim", status: "ok", reason: "dkim-pass", data: { domain, selector: key?.selector } },
      { check: "dmarc", status: "ok", data: { domain, policy: "reject", by: "DKIM + SPF" } },
      { check: "reply-to", status: "ok", data: { from: domain } },
      { check: "text-part", status: "ok" },
      { check: "alt-texts", status: "ok", data: { missing: 0 } },
      { check: "size", status: "ok", data: { limit: 102 } },
      { check: "spam", status: "ok", data: { score: 0.6, threshold: 5, rules: "HTML_MESSAGE" } },
    ])
    const [summary] = await shop.inbox.messagesTo(to)
    expect(spamd.requests.at(-1)?.message.equals(await shop.inbox.raw(summary?.id ?? ""))).toBe(true)
  })

  it("with a real order, in another language, stays out of the order's history and everybody else's", async () => {
    const customer = uniqueAddress()
    const order = await shop.placeOrder({ email: customer })
    await shop.waitForMail(order.id, "sent")
    const before = await shop.mailsOf(order.id)
    const all = await countMails()

    const to = uniqueAddress("probe")
    const sent = await send({ to, language: "en", order_id: order.id })
    expect(sent.subject).toBe(`[Test] Your order ${order.display_id} at Morgenrot Kaffeerösterei: how to pay`)
    const received = await shop.inbox.waitForMessage(to)
    expect(received.text).toMatch(/^\*\*\* Test mail: this e-mail is only a trial\. Please pay nothing\. \*\*\*/)
    expect(received.text).toContain("Dear Anke Brodersen")
    // Money and dates of the order's country, in the language asked for.
    expect(received.html).toMatch(/<html lang="en"/)

    expect(await shop.mailsOf(order.id)).toEqual(before)
    expect(await countMails()).toBe(all)
    expect(await shop.inbox.messagesTo(customer)).toHaveLength(1)
  })

  it("is written for an order that would get none", async () => {
    const order = await shop.placeOrder({ email: uniqueAddress() })
    await shop.waitForMail(order.id, "sent")
    await shop.api.post<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}/cancel`)
    const to = uniqueAddress("probe")
    expect(await send({ to, order_id: order.id })).toMatchObject({ result: "accepted" })
    expect((await shop.inbox.waitForMessage(to)).subject).toContain(String(order.display_id))
  })

  it("that the server refuses is answered with the server's words, and is not tried again", async () => {
    const all = await countMails()
    const to = `refuse-550@${uniqueAddress().replace("@", ".")}`
    const sent = await send({ to })
    expect(sent).toMatchObject({
      result: "refused",
      answer: { code: 550, enhanced_status: "5.1.1", text: expect.stringContaining("User unknown") as string },
    })
    expect(sent.report).toHaveLength(8)
    expect(await countMails()).toBe(all)
  })

  it("is reported on as DNS is now: a server that the domain's SPF forbids", async () => {
    publish(sender, "v=spf1 -all")
    const { report } = await send({ to: uniqueAddress("probe") })
    publish(sender, "v=spf1 ip4:127.0.0.1 -all")
    expect(report.slice(0, 3)).toMatchObject([
      { check: "spf", status: "bad", reason: "spf-fail" },
      { check: "dkim", status: "ok" },
      { check: "dmarc", status: "ok", data: { by: "DKIM" } },
    ])
  })
})

describe("what cannot be a test mail", () => {
  it.each([
    [{ to: "anna" }, 'not "anna"'],
    [{ to: "anna@example.com, bernd@example.com" }, 'not "anna@example.com, bernd@example.com"'],
    [{ to: "anna@example.com", kind: "newsletter" }, 'there is no order mail kind "newsletter"'],
    [{ to: "anna@example.com", language: "xx" }, "'language'"],
    [{ to: "anna@example.com", bcc: "x@example.com" }, "bcc"],
  ])("%j is refused and named", async (request, words) => {
    await expect(send(request)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(words) as string,
    })
  })

  it("an order or a shop that is not there is not found", async () => {
    const to = uniqueAddress()
    await expect(send({ to, order_id: "order_nothing" })).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining("order_nothing") as string,
    })
    await expect(send({ to, shop_id: "sc_nothing" })).rejects.toMatchObject({ status: 404 })
    expect(await shop.inbox.messagesTo(to)).toEqual([])
  })

  it("is for signed-in users only", async () => {
    const answer = await fetch(`${shop.baseUrl}/admin/order-mails/test-mails`, { method: "POST" })
    expect(answer.status).toBe(401)
  })
})
