import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminDunningResponse, AdminUpcomingResponse } from "../../src/api/dunning-types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

/** The job runs every minute, and may have begun just before. */
const JOB = { timeoutMs: 150_000, everyMs: 500 }

const STEP = {
  from: "order" as const,
  payable_within_days: 3,
  fees: [],
  interest: false,
  offers_cancellation: false,
  copy_to_merchant: false,
  wait_for_approval: false,
}

let shop: ShopClient
let database: DataSource
let settings: ReturnType<typeof sectionSettings<"dunning">>
let publishableKey: string

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
  const b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
  publishableKey = b2b.publishableKey
  settings = sectionSettings(shop, "dunning", b2b.id)
  // The orders below are made older than they are.
  await database.query(
    "UPDATE order_mail_installation SET installed_at = least(installed_at, now() - interval '90 days')",
  )
  await settings.save({
    prepayment_active: true,
    prepayment_steps: [
      { ...STEP, kind: "payment-info", level: 1, days: 5 },
      { ...STEP, kind: "payment-reminder", level: 1, days: 10, wait_for_approval: true },
      { ...STEP, kind: "payment-reminder", level: 2, days: 17, offers_cancellation: true },
    ],
    prepayment_cancel_after_days: 30,
    minimum_distance_days: 1,
    sending_weekdays: [1, 2, 3, 4, 5, 6, 7],
    sending_from_hour: 0,
    sending_until_hour: 24,
    holiday_country: null,
  })
})
afterAll(async () => {
  await settings.inheritAll()
  await database.destroy()
})

async function unpaidOrder(name: string) {
  const email = uniqueAddress(name)
  const order = await shop.placeOrder({ email, publishableKey, lines: [{ sku: "ESP-MOR-5000", quantity: 1 }] })
  await shop.waitForMail(order.id, "sent")
  return { ...order, address: email }
}

/** As if so many days had passed for an order and its mails; what is planned for it is of today. */
async function age(orderId: string, days: number): Promise<void> {
  const earlier = `- make_interval(days => ${days})`
  await database.query(`UPDATE "order" SET created_at = created_at ${earlier} WHERE id = $1`, [orderId])
  await database.query(
    `UPDATE order_mail SET created_at = created_at ${earlier}, sent_at = sent_at ${earlier},
       payable_until = payable_until - ${days} WHERE order_id = $1`,
    [orderId],
  )
  // Read longest ago, so that it is read again.
  await database.query("UPDATE order_mail_dunning_case SET read_at = '2020-01-01' WHERE order_id = $1", [orderId])
}

const dunningOf = async (orderId: string) =>
  (await shop.api.get<AdminDunningResponse>(`/admin/orders/${orderId}/dunning`)).dunning

async function sendNow(orderId: string, kind: string, level: number): Promise<void> {
  await waitFor(`${kind} ${level} to be next`, async () => {
    const { next } = await dunningOf(orderId)
    return next?.kind === kind && next.level === level
  })
  await shop.api.post(`/admin/orders/${orderId}/dunning/send-now`, { kind, level })
  const [mail] = await shop.mailsOf(orderId)
  await shop.waitForState(mail!.id, "sent")
}

const mailOf = async (orderId: string, kind: string, level: number | null) =>
  (await shop.mailsOf(orderId)).filter((mail) => mail.kind === kind && mail.level === level)

async function capture(order: HttpTypes.StoreOrder): Promise<void> {
  const { order: read } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
    fields: "payment_collections.payments.id",
  })
  const [payment] = read.payment_collections.flatMap(({ payments }) => payments ?? [])
  await shop.api.post(`/admin/payments/${payment!.id}/capture`, { amount: order.total })
}

describe("the plan of an order", () => {
  it("runs by itself: reminds when it is due, asks before where it is to, cancels at the end, and leaves who paid alone", async () => {
    const due = await unpaidOrder("faellig")
    const asked = await unpaidOrder("gefragt")
    const over = await unpaidOrder("abgelaufen")
    const paid = await unpaidOrder("bezahlt")
    const lost = await unpaidOrder("vergessen")
    await sendNow(asked.id, "payment-info", 1)
    for (const [kind, level] of [
      ["payment-info", 1] as const,
      ["payment-reminder", 1] as const,
      ["payment-reminder", 2] as const,
    ])
      await sendNow(over.id, kind, level)
    await capture(paid)
    await waitFor("the payment to be known", async () => (await dunningOf(paid.id)).reason === "paid")

    await age(due.id, 6)
    await age(asked.id, 11)
    await age(over.id, 40)
    // As if the event of its payment had been lost, and the reminder were due.
    await database.query(
      `UPDATE order_mail_dunning_case SET amount_open = 119, next_at = now() - interval '1 hour', reason = NULL,
         upcoming = '[{"kind": "payment-info", "level": 1, "at": "2026-01-01T08:00:00Z", "wait_for_approval": false}]'
       WHERE order_id = $1`,
      [paid.id],
    )
    // As if the event of this order had been lost.
    await database.query("DELETE FROM order_mail_dunning_case WHERE order_id = $1", [lost.id])
    await database.query(`UPDATE "order" SET created_at = now() - interval '6 days' WHERE id = $1`, [lost.id])
    await database.query("UPDATE order_mail SET sent_at = now() - interval '6 days' WHERE order_id = $1", [lost.id])
    await database.query("UPDATE order_mail_installation SET cases_swept_until = now() - interval '7 days'")

    const [reminder] = await waitFor(
      "the reminder that is due",
      async () => {
        const mails = await mailOf(due.id, "payment-info", 1)
        return mails.length > 0 ? mails : null
      },
      JOB,
    )
    const sent = await shop.waitForState(reminder!.id, "sent")
    expect(sent.timeline[0]).toMatchObject({ type: "queued", data: { cause: "dunning" } })
    expect(Number(sent.amount_open)).toBe(due.total)

    const held = await waitFor(
      "the reminder to approve",
      async () => (await mailOf(asked.id, "payment-reminder", 1))[0],
      JOB,
    )
    expect(held).toMatchObject({ state: "held", state_reason: "awaiting-approval" })
    expect(await dunningOf(asked.id)).toMatchObject({
      reason: "awaiting-approval",
      next: null,
      awaiting_approval: [{ order_mail_id: held.id, kind: "payment-reminder", level: 1 }],
    })
    const { upcoming, awaiting_approval } = await shop.api.get<AdminUpcomingResponse>("/admin/order-mails/upcoming", {
      q: asked.address,
      state: "awaiting-approval",
    })
    expect(upcoming).toMatchObject([{ order_mail_id: held.id, order_id: asked.id, kind: "payment-reminder", level: 1 }])
    expect(awaiting_approval).toBeGreaterThan(0)

    await waitFor(
      "the order to be canceled",
      async () => {
        const { order } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${over.id}`)
        return order.status === "canceled"
      },
      JOB,
    )
    await waitFor("the plan to be over", async () => (await dunningOf(over.id)).reason === "order-canceled")
    const farewell = await waitFor(
      "the mail about it",
      async () => (await mailOf(over.id, "order-canceled-unpaid", null))[0],
    )
    await shop.waitForState(farewell.id, "sent")

    await waitFor("the lost order to be reminded", async () => (await mailOf(lost.id, "payment-info", 1))[0], JOB)

    // Whoever paid was looked at in the same run, and got nothing.
    await waitFor("what was paid to be read", async () => (await dunningOf(paid.id)).reason === "paid", JOB)
    expect((await shop.mailsOf(paid.id)).filter(({ level }) => level !== null)).toEqual([])
    // One mail a step, however often the job ran.
    expect(await mailOf(due.id, "payment-info", 1)).toHaveLength(1)
  }, 300_000)
})

describe("a reminder that is sent again", () => {
  it("keeps its level", async () => {
    const order = await unpaidOrder("nochmal")
    await sendNow(order.id, "payment-info", 1)
    await sendNow(order.id, "payment-reminder", 1)
    const [first] = await mailOf(order.id, "payment-reminder", 1)
    const address = uniqueAddress("andere")
    await shop.api.post(`/admin/order-mails/${first!.id}/resend`, { request_id: randomUUID(), to: address })
    const again = await waitFor("the second one", async () =>
      (await mailOf(order.id, "payment-reminder", 1)).find(({ id }) => id !== first!.id),
    )
    const sent = await shop.waitForState(again.id, "sent")
    expect(sent).toMatchObject({ recipient: address, level: 1, kind: "payment-reminder" })
    expect(await dunningOf(order.id)).toMatchObject({ next: { kind: "payment-reminder", level: 2 } })
  })
})
