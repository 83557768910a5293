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

describe("the sweep", () => {
  it("finds an order whose event was lost, leases that ran out and orders nobody can read, and leaves other orders alone", async () => {
    const lost = await shop.placeOrder({ email: uniqueAddress("verloren") })
    const stuck = await shop.placeOrder({ email: uniqueAddress("haengt") })
    const untouched = await shop.placeOrder({ email: uniqueAddress() })
    const broken = await shop.placeOrder({ email: uniqueAddress("kaputt") })
    const never = await shop.waitForMail(broken.id, "sent")
    const gone = await shop.waitForMail(lost.id, "sent")
    const hanging = await shop.waitForMail(stuck.id, "sent")
    await shop.waitForMail(untouched.id, "sent")

    // As after a crash between the order and its mail, and another one in the middle of sending.
    await database.query("DELETE FROM order_mail WHERE id = $1", [gone.id])
    await database.query(
      "UPDATE order_mail SET state = 'sending', lease_token = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1",
      [hanging.id],
    )
    // Such a currency no amount can be written in: the order cannot be read, however often it is tried.
    await database.query("DELETE FROM order_mail WHERE id = $1", [never.id])
    await database.query(
      `UPDATE "order" SET currency_code = 'x', created_at = now() - interval '2 hours' WHERE id = $1`,
      [broken.id],
    )
    await database.query("UPDATE order_mail_installation SET swept_until = now() - interval '3 hours'")

    // The job runs every minute.
    const found = await waitFor("the sweep", async () => (await shop.mailsOf(lost.id))[0], {
      timeoutMs: 100_000,
      everyMs: 500,
    })
    await shop.waitForState(found.id, "sent")
    expect((await shop.mail(found.id)).timeline[0]).toMatchObject({ type: "queued", data: { cause: "sweep" } })
    const released = await shop.mail(hanging.id)
    expect(released).toMatchObject({ state: "deferred", state_reason: "lease-expired" })
    expect(released.timeline.at(-1)).toMatchObject({ type: "lease-expired", data: { may_arrive_twice: true } })
    expect(await shop.mailsOf(untouched.id)).toHaveLength(1)
    const unreadable = await shop.waitForMail(broken.id, "failed")
    expect(unreadable).toMatchObject({
      state_reason: "order-unreadable",
      state_detail: expect.stringContaining("currency"),
      order_number: String(broken.display_id),
    })
    const [{ swept_until }] = await database.query<[{ swept_until: Date }]>(
      "SELECT swept_until FROM order_mail_installation",
    )
    // Behind the present, for instances whose clock is late, and past the order that cannot be read.
    const age = Date.now() - swept_until.getTime()
    expect(age).toBeGreaterThan(4.9 * 60_000)
    expect(age).toBeLessThan(10 * 60_000)
  }, 150_000)
})
