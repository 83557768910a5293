import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import { arrivedMessages } from "../helpers/arrived-messages"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { waitingMails, type WaitingMails } from "../helpers/waiting-mails"

let shop: ShopClient
let database: DataSource
let waiting: WaitingMails

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
  waiting = waitingMails(shop, database)
})
afterAll(() => database.destroy())

/** An order whose mail was refused for now and waits for an hour; its address takes mails again. */
async function orderWithWaitingMail() {
  const email = uniqueAddress("letzter-blick")
  let order!: HttpTypes.StoreOrder
  const mailId = await waiting.refusedForNow(email, "payment-info", async () => {
    order = await shop.placeOrder({ email })
    return order.id
  })
  return { order, email, mailId }
}

async function paymentOf(orderId: string): Promise<string> {
  const { order } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${orderId}`, {
    fields: "payment_collections.payments.id",
  })
  return order.payment_collections.flatMap(({ payments }) => payments ?? [])[0]!.id
}

const messageIdOf = (message: string | undefined) => /^Message-ID:\s*(\S+)/im.exec(message ?? "")?.[1]

describe("a mail whose order changed, when it is about to be sent", () => {
  it("goes as it was written when nothing has changed", async () => {
    const { email, mailId } = await orderWithWaitingMail()
    const { message_id } = await shop.mail(mailId)
    await waiting.makeDue(mailId)
    const sent = await shop.waitForState(mailId, "sent")
    expect(sent.timeline.map(({ type }) => type)).toEqual(["queued", "deferred", "accepted"])
    const [message] = await arrivedMessages(shop, email, mailId)
    expect(messageIdOf(message)).toBe(message_id)
  })

  it("is not sent when the order was canceled and no event told of it", async () => {
    const { order, email, mailId } = await orderWithWaitingMail()
    await database.query(`UPDATE "order" SET status = 'canceled' WHERE id = $1`, [order.id])
    await waiting.makeDue(mailId)
    const skipped = await shop.waitForState(mailId, "skipped")
    expect(skipped).toMatchObject({ state_reason: "order-canceled", attempts: 1 })
    expect(skipped.timeline.at(-1)).toMatchObject({
      type: "skipped",
      reason: "order-canceled",
      user: null,
      data: { cause: "last-look" },
    })
    expect(await shop.inbox.messagesTo(email)).toEqual([])
  })

  it("is written anew when part of it was paid: the mail asks for the rest alone, and says so in its timeline", async () => {
    const { order, email, mailId } = await orderWithWaitingMail()
    const before = await shop.mail(mailId)
    await shop.api.post(`/admin/payments/${await paymentOf(order.id)}/capture`, { amount: 10 })
    await waiting.makeDue(mailId)
    const sent = await shop.waitForState(mailId, "sent")
    const rest = (order.total - 10).toFixed(2)
    expect(Number(sent.amount_open)).toBe(Number(rest))
    expect(sent.timeline.map(({ type }) => type)).toEqual(["queued", "deferred", "rewritten", "accepted"])
    expect(sent.timeline[2]).toMatchObject({
      user: null,
      data: {
        changed: "open,paid",
        amount_before: `${order.total.toFixed(2)} EUR`,
        amount_now: `${rest} EUR`,
      },
    })
    const [message] = await arrivedMessages(shop, email, mailId)
    expect(message).toContain(rest.replace(".", ","))
    // The server may have taken the first one after all: another message must not pass for its copy.
    expect(sent.message_id).not.toBe(before.message_id)
    expect(messageIdOf(message)).toBe(sent.message_id)
  })

  it("goes to the order's new address", async () => {
    const { order, email, mailId } = await orderWithWaitingMail()
    const corrected = uniqueAddress("berichtigt")
    await shop.api.post(`/admin/orders/${order.id}`, { email: corrected })
    await waiting.makeDue(mailId)
    const sent = await shop.waitForState(mailId, "sent")
    expect(sent).toMatchObject({ recipient: corrected })
    expect(sent.timeline.at(-2)).toMatchObject({
      type: "rewritten",
      data: { changed: "email", corrected_from: email, corrected_to: corrected },
    })
    await shop.inbox.waitForMessage(corrected)
    expect(await shop.inbox.messagesTo(email)).toEqual([])
  })

  it("waits while the order cannot be read, and goes when it can", async () => {
    const { order, email, mailId } = await orderWithWaitingMail()
    // Such a currency no amount can be written in.
    await database.query(`UPDATE "order" SET currency_code = 'x' WHERE id = $1`, [order.id])
    await waiting.makeDue(mailId)
    const unread = await waitFor("the look in vain", async () => {
      const mail = await shop.mail(mailId)
      return mail.state_reason === "order-unreadable" ? mail : null
    })
    expect(unread).toMatchObject({ state: "deferred", attempts: 1, state_detail: expect.stringContaining("currency") })
    expect(await shop.inbox.messagesTo(email)).toEqual([])
    await database.query(`UPDATE "order" SET currency_code = 'eur' WHERE id = $1`, [order.id])
    await waiting.makeDue(mailId)
    await shop.waitForState(mailId, "sent")
  })

  it("is not sent for an order that is no more", async () => {
    const { order, mailId } = await orderWithWaitingMail()
    await database.query(`UPDATE "order" SET deleted_at = now() WHERE id = $1`, [order.id])
    await waiting.makeDue(mailId)
    expect(await shop.waitForState(mailId, "skipped")).toMatchObject({ state_reason: "order-missing" })
  })
})
