import { createHash } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import { beforeAll, describe, expect, it } from "vitest"
import type { AdminOrderMail, AdminOrderMailContentResponse } from "../../src/api/types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

let shop: ShopClient

beforeAll(async () => {
  shop = await shopClient()
})

describe("an order to be paid by bank transfer", () => {
  it("gets its payment information at once, in German, with what the order says", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email, name: "Anke Brodersen" })
    const mail = await shop.waitForMail(order.id, "sent")
    expect(mail).toMatchObject({
      kind: "payment-info",
      language: "de",
      recipient: email,
      recipient_name: "Anke Brodersen",
      order_number: String(order.display_id),
      shop_name: "Onlineshop",
      sender_identity: "own-domain",
      attempts: 1,
      currency_code: "eur",
      last_answer: { code: 250 },
    })
    expect(Number(mail.amount_open)).toBe(order.total)

    const received = await shop.inbox.waitForMessage(email)
    const total = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" }).format(order.total)
    for (const part of [received.text, received.html]) {
      expect(part).toContain("Anke Brodersen")
      expect(part).toContain("DE89 3704 0044 0532 0130 00")
      expect(part).toContain("COBADEFFXXX")
      expect(part).toContain("Morgenrot Kaffeerösterei GmbH")
      expect(part).toContain(total)
      expect(part).toContain(String(order.display_id))
      for (const item of order.items ?? []) expect(part).toContain(item.product_title)
    }
    expect(received.attachments).toMatchObject([{ mime_type: "image/png" }])
    expect(received.subject).toContain(String(order.display_id))
    expect(received.reply_to).toContain("service@morgenrot-kaffee.example")
    expect(received.envelope.from).toMatch(/^bounces\+om_[a-z0-9]+-[0-9a-f]{24}@morgenrot-kaffee\.example$/)
    expect(received.envelope.to).toEqual([email, "archiv@morgenrot-kaffee.example"])

    const headers = new Map(received.headers.map(({ name, value }) => [name.toLowerCase(), value]))
    expect(headers.get("message-id")).toBe(mail.message_id)
    expect(headers.get("auto-submitted")).toBe("auto-generated")
    expect(headers.get("x-order-mail-id")).toMatch(new RegExp(`^${mail.id}-[0-9a-f]{24}$`))
  })

  it("has its story told on the order", async () => {
    const order = await shop.placeOrder({ email: uniqueAddress() })
    const sent = await shop.waitForMail(order.id, "sent")
    const { timeline } = await shop.mail(sent.id)
    expect(timeline.map(({ type }) => type)).toEqual(["queued", "accepted"])
    expect(timeline[0]).toMatchObject({ data: { cause: "order.placed" }, user: null })
    expect(timeline[1]).toMatchObject({ answer: { code: 250 }, reason: "accepted" })
    expect(timeline[1]!.answer!.text).toBeTruthy()
  })

  it("is written to in the order's language", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email, locale: "en-GB" })
    expect(await shop.waitForMail(order.id, "sent")).toMatchObject({ language: "en" })
    const received = await shop.inbox.waitForMessage(email)
    expect(received.html).toMatch(/<html[^>]* lang="en/)
    expect(received.text).toContain("IBAN: DE89 3704 0044 0532 0130 00")
  })

  it("is written to in its region's language where it has none, and without a SEPA code where it is not in EUR", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email, countryCode: "gb", name: "Grace Miller" })
    expect(await shop.waitForMail(order.id, "sent")).toMatchObject({ language: "en", currency_code: "gbp" })
    const received = await shop.inbox.waitForMessage(email)
    expect(received.attachments).toEqual([])
    expect(received.text).toContain("£")
  })

  it("shows a name with a line end, quotes, HTML and braces as text and adds nothing", async () => {
    const email = uniqueAddress()
    const name = `Eve "X" <b>{{secret}}</b>\r\nBcc: evil@evil.example 🦊`
    const order = await shop.placeOrder({ email, name })
    await shop.waitForMail(order.id, "sent")
    const received = await shop.inbox.waitForMessage(email)
    expect(received.envelope.to).toEqual([email, "archiv@morgenrot-kaffee.example"])
    expect(received.headers.map((header) => header.name.toLowerCase())).not.toContain("bcc")
    expect(received.html).toContain("&lt;b&gt;{{secret}}&lt;/b&gt;")
    expect(received.html).not.toContain("<b>{{secret}}")
    expect(received.text).toContain("<b>{{secret}}</b>")
    expect(received.to).toHaveLength(1)
  })

  it("keeps the server's words when the address is refused", async () => {
    const order = await shop.placeOrder({ email: `refuse-550@${uniqueAddress().replace("@", ".")}` })
    const mail = await shop.waitForMail(order.id, "failed")
    expect(mail).toMatchObject({
      state_reason: "address-unknown",
      last_answer: { code: 550, enhanced_status: "5.1.1" },
    })
    expect(mail.state_detail).toContain("User unknown in virtual mailbox table")
  })

  it("is tried again after a temporary answer", async () => {
    const email = uniqueAddress()
    await shop.inbox.addRule({
      stage: "rcpt",
      recipient: email,
      answer: { type: "reply", code: 450, text: "4.2.0 Greylisted, come back" },
      times: 1,
    })
    const order = await shop.placeOrder({ email })
    const mail = await shop.waitForMail(order.id, "sent")
    expect((await shop.mail(mail.id)).timeline.map(({ type }) => type)).toEqual(["queued", "deferred", "accepted"])
    expect(await shop.inbox.messagesTo(email)).toHaveLength(1)
  })

  it("is part of the order for everyone who asks Medusa", async () => {
    const order = await shop.placeOrder({ email: uniqueAddress() })
    const sent = await shop.waitForMail(order.id, "sent")
    const { order: answer } = await shop.api.get<{ order: HttpTypes.AdminOrder & { order_mails: AdminOrderMail[] } }>(
      `/admin/orders/${order.id}`,
      { fields: "*order_mails" },
    )
    expect(answer.order_mails).toMatchObject([{ id: sent.id, order_id: order.id, state: "sent" }])
    // What only delivery needs is nobody else's business.
    for (const name of ["lease_token", "lease_expires_at", "first_attempt_at", "idempotency_key", "return_path"])
      expect(answer.order_mails[0]).not.toHaveProperty(name)
  })

  it("can be looked at and downloaded exactly as it was sent", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email })
    const mail = await shop.waitForMail(order.id, "sent")
    const { content } = await shop.api.get<AdminOrderMailContentResponse>(`/admin/order-mails/${mail.id}/content`)
    expect(content.html).toContain("data:image/png;base64,")
    expect(content.html).not.toContain("cid:")
    expect(content.text).toContain("IBAN")
    expect(content.envelope).toMatchObject({ to: email })
    expect(content.headers.find(({ name }) => name === "Message-ID")?.value).toBe(mail.message_id)

    const download = await fetch(`${shop.baseUrl}/admin/order-mails/${mail.id}/eml`, { headers: shop.api.headers })
    expect(download.headers.get("content-type")).toContain("message/rfc822")
    expect(download.headers.get("content-disposition")).toBe(
      `attachment; filename="payment-info-${mail.order_number}.eml"`,
    )
    const bytes = Buffer.from(await download.arrayBuffer())
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(content.sha256)
    expect(bytes.length).toBe(content.size_bytes)
    const [received] = await shop.inbox.messagesTo(email)
    expect((await shop.inbox.raw(received!.id)).toString().trimEnd()).toBe(bytes.toString().trimEnd())
  })
})
