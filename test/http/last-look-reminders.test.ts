import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type {
  AdminApprovalsResponse,
  AdminDunningResponse,
  AdminDunningStopResponse,
} from "../../src/api/dunning-types"
import type { AdminOrderMailListResponse } from "../../src/api/types"
import { arrivedMessages } from "../helpers/arrived-messages"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { waitingMails, type WaitingMails } from "../helpers/waiting-mails"

/** The first two steps of the plan that comes with the plugin. */
const FIRST = { kind: "payment-info", level: 1 }
const REMINDER = { kind: "payment-reminder", level: 1 }

let shop: ShopClient
let database: DataSource
let waiting: WaitingMails

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
  waiting = waitingMails(shop, database)
})
afterAll(() => database.destroy())

/** An order whose reminder was sent by hand, refused for now, and waits for an hour. */
async function orderWithWaitingReminder() {
  const email = uniqueAddress("erinnert")
  const order = await shop.placeOrder({ email })
  await shop.waitForMail(order.id, "sent")
  const path = `/admin/orders/${order.id}/dunning`
  const next = async () => (await shop.api.get<AdminDunningResponse>(path)).dunning.next
  await waitFor("the first step to be planned", async () => (await next())?.kind === FIRST.kind)
  await shop.api.post(`${path}/skip`, FIRST)
  const mailId = await waiting.refusedForNow(email, REMINDER.kind, async () => {
    await shop.api.post(`${path}/send-now`, REMINDER)
    return order.id
  })
  return { order, email, mailId, path, next }
}

/** The same, as if the step waited for approval. */
async function orderWithReminderToApprove() {
  const reminder = await orderWithWaitingReminder()
  await database.query(
    `UPDATE order_mail SET state = 'held', state_reason = 'awaiting-approval', next_attempt_at = NULL, attempts = 0
     WHERE id = $1`,
    [reminder.mailId],
  )
  return reminder
}

async function pay(orderId: string, amount: number): Promise<void> {
  const { order } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${orderId}`, {
    fields: "payment_collections.payments.id",
  })
  const [payment] = order.payment_collections.flatMap(({ payments }) => payments ?? [])
  await shop.api.post(`/admin/payments/${payment!.id}/capture`, { amount })
}

const decide = async (action: "approve" | "decline", ...order_mail_ids: string[]) =>
  (await shop.api.post<AdminApprovalsResponse>("/admin/order-mails/approvals", { action, order_mail_ids })).results

const arrived = (email: string, mailId: string) => arrivedMessages(shop, email, mailId)

describe("a reminder that waits while things change", () => {
  it("is not sent once the order's reminders were stopped, and can be sent when they are not any more", async () => {
    const { order, email, mailId, path, next } = await orderWithWaitingReminder()
    const { dunning_stop } = await shop.api.post<AdminDunningStopResponse>("/admin/order-mails/dunning-stops", {
      scope: "order",
      order_id: order.id,
      reason: "Ware wird reklamiert",
      until: null,
    })
    await waiting.makeDue(mailId)
    const skipped = await shop.waitForState(mailId, "skipped")
    expect(skipped).toMatchObject({ state_reason: "dunning-stopped" })
    expect(await arrived(email, mailId)).toEqual([])

    await shop.api.post(`/admin/order-mails/dunning-stops/${dunning_stop.id}/lift`)
    await waitFor("the step to be planned again", async () => (await next())?.kind === REMINDER.kind)
    await shop.api.post(`${path}/send-now`, REMINDER)
    const [again] = await shop.mailsOf(order.id)
    expect(again).toMatchObject({ ...REMINDER })
    await shop.waitForState(again!.id, "sent")
    expect(await arrived(email, again!.id)).toHaveLength(1)
  })

  it("is written anew when part was paid: same level, the rest alone", async () => {
    const { order, email, mailId } = await orderWithWaitingReminder()
    await pay(order.id, 10)
    await waiting.makeDue(mailId)
    const sent = await shop.waitForState(mailId, "sent")
    const rest = (order.total - 10).toFixed(2)
    expect(sent).toMatchObject({ ...REMINDER })
    expect(Number(sent.amount_open)).toBe(Number(rest))
    expect(sent.timeline.at(-2)).toMatchObject({ type: "rewritten", data: { amount_now: `${rest} EUR` } })
    const [message] = await arrived(email, mailId)
    expect(message).toContain(rest.replace(".", ","))
  })

  it("is not sent once the order was paid or its plan ended, whatever event was lost", async () => {
    const paid = await orderWithWaitingReminder()
    const ended = await orderWithWaitingReminder()
    await pay(paid.order.id, paid.order.total)
    await shop.waitForState(paid.mailId, "skipped")
    expect((await shop.mail(paid.mailId)).state_reason).toBe("nothing-to-pay")
    // As if the event had been lost.
    await database.query(
      "UPDATE order_mail SET state = 'deferred', state_reason = NULL, next_attempt_at = now() + interval '1 hour' WHERE id = $1",
      [paid.mailId],
    )
    await waiting.makeDue(paid.mailId)
    expect(await shop.waitForState(paid.mailId, "skipped")).toMatchObject({ state_reason: "nothing-to-pay" })

    await shop.api.post(`${ended.path}/end`)
    await waiting.makeDue(ended.mailId)
    expect(await shop.waitForState(ended.mailId, "skipped")).toMatchObject({ state_reason: "plan-ended" })
    expect(await arrived(paid.email, paid.mailId)).toEqual([])
    expect(await arrived(ended.email, ended.mailId)).toEqual([])
  })
})

describe("reminders that wait for approval", () => {
  it("are written for today when they are approved, need no attention, and are sent once", async () => {
    const { order, email, mailId } = await orderWithReminderToApprove()
    const { order_mails } = await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", {
      order_id: order.id,
      attention: true,
    })
    expect(order_mails).toEqual([])
    await pay(order.id, 10)
    // An older day and an older sum.
    await database.query(
      `UPDATE order_mail SET occasion = jsonb_set(occasion, '{demand,payableUntil}', '"2020-01-01"') WHERE id = $1`,
      [mailId],
    )
    const results = await Promise.all([decide("approve", mailId), decide("approve", mailId)])
    expect(results.flat().map(({ result }) => result)).toHaveLength(2)
    expect(results.flat().filter(({ result }) => result === "approved")).toEqual([
      { order_mail_id: mailId, result: "approved", reason: null, message: null },
    ])
    const sent = await shop.waitForState(mailId, "sent")
    const approved = sent.timeline.filter(({ type }) => type === "approved")
    expect(approved).toMatchObject([
      {
        user: { email: shop.admin.email },
        data: { amount_now: `${(order.total - 10).toFixed(2)} EUR`, changed: expect.stringContaining("demand") },
      },
    ])
    expect(await arrived(email, mailId)).toHaveLength(1)
  })

  it("are skipped as steps when they are declined; a later approval is refused", async () => {
    const { email, mailId, next } = await orderWithReminderToApprove()
    expect(await decide("decline", mailId)).toMatchObject([{ result: "declined" }])
    expect(await decide("approve", mailId, "om_none")).toMatchObject([
      { order_mail_id: mailId, result: "refused", message: expect.stringContaining("does not wait") },
      { order_mail_id: "om_none", result: "refused", reason: null },
    ])
    const skipped = await shop.mail(mailId)
    expect(skipped).toMatchObject({ state: "skipped", state_reason: "step-skipped" })
    expect(skipped.timeline.at(-1)).toMatchObject({ type: "skipped", user: { email: shop.admin.email } })
    await waitFor("the step after it to be next", async () => {
      const step = await next()
      return step?.kind === REMINDER.kind && step.level === 2
    })
    expect(await arrived(email, mailId)).toEqual([])
  })

  it("are refused and taken back when the order is over", async () => {
    const { order, mailId } = await orderWithReminderToApprove()
    await database.query(`UPDATE "order" SET status = 'canceled' WHERE id = $1`, [order.id])
    expect(await decide("approve", mailId)).toMatchObject([
      { result: "refused", reason: "order-canceled", message: expect.stringContaining("order-canceled") },
    ])
    expect(await shop.mail(mailId)).toMatchObject({ state: "skipped", state_reason: "order-canceled" })
  })
})
