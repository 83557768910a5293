import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminOrderMail } from "../../src/api/types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

let shop: ShopClient
let database: DataSource
let email: string
let order: HttpTypes.StoreOrder

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
})
afterAll(() => database.destroy())
beforeEach(async () => {
  email = uniqueAddress("geld")
  order = await shop.placeOrder({ email })
  await shop.waitForMail(order.id, "sent")
})

const mailsOfKind = async (kind: string) => (await shop.mailsOf(order.id)).filter((mail) => mail.kind === kind)

/** Waits until the order has so many mails of a kind that have left; the newest first. */
async function sentMails(kind: string, count: number): Promise<AdminOrderMail[]> {
  return waitFor(`${count} mails ${kind} of ${order.id}`, async () => {
    const sent = (await mailsOfKind(kind)).filter(({ state }) => state === "sent")
    return sent.length >= count ? sent : null
  })
}

async function textOf({ subject }: AdminOrderMail): Promise<string> {
  const message = await waitFor(`"${subject}" to arrive`, async () =>
    (await shop.inbox.messagesTo(email)).find((each) => each.subject === subject),
  )
  return (await shop.inbox.raw(message.id)).toString()
}

async function payment(): Promise<string> {
  const fields = "payment_collections.payments.id"
  const read = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, { fields })
  return read.order.payment_collections.flatMap(({ payments }) => payments ?? [])[0]!.id
}

const capture = async (amount?: number) => shop.api.post(`/admin/payments/${await payment()}/capture`, { amount })

/** Another piece of what was bought. */
async function addToOrder(): Promise<void> {
  const { order: bought } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
    fields: "items.id,items.variant_id",
  })
  await shop.api.post("/admin/order-edits", { order_id: order.id })
  await shop.api.post(`/admin/order-edits/${order.id}/items`, {
    items: [{ variant_id: bought.items[0]!.variant_id, quantity: 1 }],
  })
  await shop.api.post(`/admin/order-edits/${order.id}/confirm`)
}

describe("a payment", () => {
  it("is thanked for: the order is paid", async () => {
    await capture()
    const [mail] = await sentMails("payment-received", 1)
    expect(mail).toMatchObject({ recipient: email, level: null, occurrence: expect.stringMatching(/^payment-/) })
    expect(Number(mail!.amount_open)).toBe(0)
  })

  it("of a part is thanked for, with what is still open and where to pay it", async () => {
    await capture(5)
    const [mail] = await sentMails("payment-received", 1)
    expect(Number(mail!.amount_open)).toBeCloseTo(Number(order.total) - 5, 2)
    expect(mail!.subject).toContain("Teilzahlung")
    expect(mail!.payable_until).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(await textOf(mail!)).toContain("IBAN")
  })

  it("in two parts is thanked for twice, and each once however often the event comes", async () => {
    await capture(5)
    await sentMails("payment-received", 1)
    await capture(Number(order.total) - 5)
    await sentMails("payment-received", 2)
    const now = new Date().toISOString()
    const again = { input: { order_ids: [order.id], cause: "payment.captured", now } }
    await shop.api.post("/admin/workflows-executions/queue-event-mails/run", again)
    expect(await mailsOfKind("payment-received")).toHaveLength(2)
  })
})

describe("a refund", () => {
  it("is told of, with its amount", async () => {
    await capture()
    await shop.api.post(`/admin/payments/${await payment()}/refund`, { amount: 5 })
    const [mail] = await sentMails("refund-issued", 1)
    expect(await textOf(mail!)).toMatch(/5,00/)
  })
})

describe("an order that is canceled before it was paid", () => {
  it("is told to the customer, once", async () => {
    await shop.api.post(`/admin/orders/${order.id}/cancel`)
    const [mail] = await sentMails("order-canceled-unpaid", 1)
    expect(mail!.occurrence).toBe("canceled")
    expect(mail!.payable_until).toBeNull()
  })

  it("is not told where it was paid", async () => {
    await capture()
    await sentMails("payment-received", 1)
    await shop.api.post(`/admin/orders/${order.id}/cancel`)
    // What canceling paid back is told; by then the cancellation has been looked at, too.
    await sentMails("refund-issued", 1)
    const now = new Date().toISOString()
    await shop.api.post("/admin/workflows-executions/queue-event-mails/run", {
      input: { order_ids: [order.id], cause: "order.canceled", now },
    })
    expect(await mailsOfKind("order-canceled-unpaid")).toEqual([])
  })
})

describe("an order that is changed", () => {
  it("gets payment information with the new amount", async () => {
    await addToOrder()
    const [mail] = await sentMails("payment-info", 2)
    expect(mail).toMatchObject({ occurrence: "version-2", level: null })
    expect(Number(mail!.amount_open)).toBeGreaterThan(Number(order.total))
    expect(mail!.subject).toContain("neuer Betrag")
  })
})

describe("an event that was lost", () => {
  it("is caught up by the sweep", async () => {
    // As if the process had died between what happened and its event.
    await database.query(`UPDATE "order" SET status = 'canceled', canceled_at = now() WHERE id = $1`, [order.id])
    await waitFor("the sweep to come by", async () => {
      await shop.api.post("/admin/workflows-executions/job-sweep-order-events/run", {})
      return (await mailsOfKind("order-canceled-unpaid")).length > 0
    })
    const [mail] = await sentMails("order-canceled-unpaid", 1)
    const { timeline } = await shop.mail(mail!.id)
    expect(timeline[0]).toMatchObject({ type: "queued", data: { cause: "sweep" } })
  })

  it("about a change is caught up, too", async () => {
    await addToOrder()
    const [lost] = await sentMails("payment-info", 2)
    await database.query("DELETE FROM order_mail WHERE id = $1", [lost!.id])
    await waitFor("the sweep to come by", async () => {
      await shop.api.post("/admin/workflows-executions/job-sweep-order-events/run", {})
      return (await mailsOfKind("payment-info")).length > 1
    })
    const [mail] = await sentMails("payment-info", 2)
    expect((await shop.mail(mail!.id)).timeline[0]).toMatchObject({ type: "queued", data: { cause: "sweep" } })
  })
})
