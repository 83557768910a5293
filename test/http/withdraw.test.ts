import type { HttpTypes } from "@medusajs/framework/types"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

let shop: ShopClient
let database: DataSource

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
})
afterAll(() => database.destroy())

/** An order whose mail was refused for now and is tried again after `nextTry`. */
async function orderWithDeferredMail(nextTry: string) {
  const email = uniqueAddress("wartet")
  await shop.inbox.addRule({
    stage: "rcpt",
    recipient: email,
    answer: { type: "reply", code: 450, text: "4.2.0 later" },
  })
  const order = await shop.placeOrder({ email })
  const mail = await waitFor(`the mail of ${order.id} to wait`, async () => {
    const [updated] = await database.query<[{ id: string }[], number]>(
      `UPDATE order_mail SET next_attempt_at = now() + $2::interval
       WHERE order_id = $1 AND state = 'deferred' RETURNING id`,
      [order.id, nextTry],
    )
    return updated[0]
  })
  return { order, mail }
}

describe("a mail that waits while its order changes", () => {
  it("is not sent any more when the order is canceled", async () => {
    const { order, mail } = await orderWithDeferredMail("1 hour")
    await shop.api.post(`/admin/orders/${order.id}/cancel`)
    const skipped = await shop.waitForState(mail.id, "skipped")
    expect(skipped).toMatchObject({ state_reason: "order-canceled", next_attempt_at: null })
    expect(skipped.timeline.at(-1)).toMatchObject({
      type: "skipped",
      reason: "order-canceled",
      user: null,
      data: { cause: "order.canceled" },
    })
  })

  it("is not sent any more when the order is paid", async () => {
    const { order, mail } = await orderWithDeferredMail("1 hour")
    const { order: unpaid } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "payment_collections.payments.id",
    })
    const payment = unpaid.payment_collections.flatMap(({ payments }) => payments ?? [])[0]
    await shop.api.post(`/admin/payments/${payment?.id}/capture`)
    const skipped = await shop.waitForState(mail.id, "skipped")
    expect(skipped.state_reason).toBe("nothing-to-pay")
    expect(skipped.timeline.at(-1)).toMatchObject({ type: "skipped", data: { cause: "payment.captured" } })
  })

  it("is found by the sweep before its next try when the event was lost, and others are left waiting", async () => {
    const { order, mail } = await orderWithDeferredMail("170 seconds")
    const { mail: still } = await orderWithDeferredMail("170 seconds")
    await database.query(`UPDATE "order" SET status = 'canceled' WHERE id = $1`, [order.id])
    await shop.api.post("/admin/workflows-executions/job-sweep-order-mails/run", {})
    const skipped = await shop.waitForState(mail.id, "skipped")
    expect(skipped.timeline.at(-1)).toMatchObject({ reason: "order-canceled", data: { cause: "sweep" } })
    expect((await shop.mail(still.id)).state).toBe("deferred")
  })
})
