import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AdminOrderMailResponse } from "../../src/api/types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

let shop: ShopClient
let database: DataSource

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
})
afterAll(() => database.destroy())

const post = async (path: string, body: object = {}) =>
  (await shop.api.post<AdminOrderMailResponse>(`/admin${path}`, body)).order_mail

async function sentMail() {
  const order = await shop.placeOrder({ email: uniqueAddress() })
  return { order, mail: await shop.waitForMail(order.id, "sent") }
}

/** A mail that waits for its next try, an hour off: time enough to act without a race against the worker. */
async function deferredMail() {
  const email = uniqueAddress()
  const rule = await shop.inbox.addRule({
    stage: "rcpt",
    recipient: email,
    answer: { type: "reply", code: 450, text: "4.2.0 later" },
  })
  const order = await shop.placeOrder({ email })
  const { id } = await shop.waitForMail(order.id, "deferred")
  await database.query(
    "UPDATE order_mail SET next_attempt_at = now() + interval '1 hour' WHERE id = $1 AND state = 'deferred'",
    [id],
  )
  const mail = await shop.waitForState(id, "deferred")
  return { mail, goOn: () => shop.inbox.removeRule(rule.id) }
}

describe("sending again", () => {
  it("goes to a corrected address, which is stored on the order, too, and stands in both timelines", async () => {
    const order = await shop.placeOrder({ email: `refuse-550@${uniqueAddress().replace("@", ".")}` })
    const failed = await shop.waitForMail(order.id, "failed")
    const to = uniqueAddress("richtig")
    const again = await post(`/order-mails/${failed.id}/resend`, { request_id: randomUUID(), to, update_order: true })
    expect(again).toMatchObject({ kind: "payment-info", recipient: to, resend_of: failed.id })
    await shop.waitForState(again.id, "sent")
    expect(await shop.inbox.messagesTo(to)).toHaveLength(1)

    const { order: updated } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "email",
    })
    expect(updated.email).toBe(to)
    const first = (await shop.mail(failed.id)).timeline.at(-1)
    expect(first).toMatchObject({
      type: "sent-again",
      user: { email: shop.admin.email },
      data: { order_mail_id: again.id, corrected_from: failed.recipient, corrected_to: to, order_updated: true },
    })
    expect((await shop.mail(again.id)).timeline[0]).toMatchObject({
      type: "queued",
      user: { email: shop.admin.email },
      data: { cause: "user", resend_of: failed.id },
    })
  })

  it("takes back a mail that still waits, so that the customer gets one", async () => {
    const { mail: waiting, goOn } = await deferredMail()
    const to = uniqueAddress("richtig")
    const again = await post(`/order-mails/${waiting.id}/resend`, { request_id: randomUUID(), to })
    await shop.waitForState(again.id, "sent")
    await goOn()
    const first = await shop.mail(waiting.id)
    expect(first.state).toBe("canceled")
    expect(first.timeline.slice(-2).map(({ type }) => type)).toEqual(["canceled", "sent-again"])
  })

  it("makes one mail of a request that arrives twice", async () => {
    const { order, mail } = await sentMail()
    const body = { request_id: randomUUID() }
    const [one, two] = await Promise.all([
      post(`/order-mails/${mail.id}/resend`, body),
      post(`/order-mails/${mail.id}/resend`, body),
    ])
    expect(one.id).toBe(two.id)
    expect(await shop.mailsOf(order.id)).toHaveLength(2)
    expect((await shop.mail(mail.id)).timeline.filter(({ type }) => type === "sent-again")).toHaveLength(1)
  })

  it.each([
    ["two addresses", "anna@kunde.example, eve@evil.example"],
    ["no address", "anna"],
    ["a header", "anna@kunde.example\r\nBcc: eve@evil.example"],
  ])("refuses %s and says what it takes", async (_, to) => {
    const { order, mail } = await sentMail()
    await expect(post(`/order-mails/${mail.id}/resend`, { request_id: randomUUID(), to })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("takes exactly one e-mail address"),
    })
    expect(await shop.mailsOf(order.id)).toHaveLength(1)
  })

  it("needs a mail that exists", async () => {
    await expect(post("/order-mails/om_nothing/resend", { request_id: randomUUID() })).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining("om_nothing"),
    })
  })
})

describe("sending a kind now", () => {
  it("queues it for the order, with the user who asked", async () => {
    const { order } = await sentMail()
    const mail = await post(`/orders/${order.id}/order-mails`, { request_id: randomUUID(), kind: "payment-info" })
    expect(mail.timeline[0]).toMatchObject({ type: "queued", user: { email: shop.admin.email } })
    await shop.waitForState(mail.id, "sent")
  })

  it("refuses a kind it does not know and names those it does", async () => {
    const { order } = await sentMail()
    await expect(
      post(`/orders/${order.id}/order-mails`, { request_id: randomUUID(), kind: "love-letter" }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/love-letter.*payment-info/) })
  })

  it.each([
    [null, "recipient-missing"],
    ["nobody", "recipient-invalid"],
    ["anna@kunde.example, eve@evil.example", "recipient-several"],
  ])("keeps a row with the reason for an order whose address is %s", async (email, reason) => {
    const { order } = await sentMail()
    await database.query('UPDATE "order" SET email = $2 WHERE id = $1', [order.id, email])
    const mail = await post(`/orders/${order.id}/order-mails`, { request_id: randomUUID(), kind: "payment-info" })
    expect(mail).toMatchObject({ state: "failed", state_reason: reason, recipient: email, message_id: null })
  })

  it("refuses a canceled order and a paid one", async () => {
    const { order: canceled } = await sentMail()
    await shop.api.post(`/admin/orders/${canceled.id}/cancel`)
    await expect(
      post(`/orders/${canceled.id}/order-mails`, { request_id: randomUUID(), kind: "payment-info" }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining("order-canceled") })

    const { order: paid } = await sentMail()
    const { order } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${paid.id}`)
    await shop.api.post(`/admin/payments/${order.payment_collections[0]!.payments![0]!.id}/capture`)
    await expect(
      post(`/orders/${paid.id}/order-mails`, { request_id: randomUUID(), kind: "payment-info" }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining("nothing-to-pay") })
  })
})

describe("canceling", () => {
  it("takes a waiting mail out, with the user; once it has left it is too late", async () => {
    const { mail: deferred, goOn } = await deferredMail()
    const canceled = await post(`/order-mails/${deferred.id}/cancel`)
    expect(canceled).toMatchObject({ state: "canceled", state_reason: "canceled-by-user", next_attempt_at: null })
    expect(canceled.timeline.at(-1)).toMatchObject({ type: "canceled", user: { email: shop.admin.email } })
    await goOn()

    await expect(post(`/order-mails/${deferred.id}/cancel`)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("is canceled"),
    })
  })
})

describe("access", () => {
  it.each([
    "/admin/order-mails",
    "/admin/order-mails/overview",
    "/admin/order-mails/om_x",
    "/admin/order-mails/om_x/eml",
  ])("is refused to strangers at %s", async (path) => {
    expect((await fetch(`${shop.baseUrl}${path}`)).status).toBe(401)
  })

  it("never shows a secret of the options", async () => {
    const { mail } = await sentMail()
    const answers = await Promise.all(
      ["", "/overview", `/${mail.id}`, `/${mail.id}/content`].map(async (path) => {
        const answer = await fetch(`${shop.baseUrl}/admin/order-mails${path}`, { headers: shop.api.headers })
        return answer.text()
      }),
    )
    expect(answers.join()).not.toContain("for-the-demo-only")
    expect(answers.join()).not.toContain("lease_token")
  })
})
