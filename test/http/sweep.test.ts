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
  it("finds an order whose event was lost, and leases that ran out, and leaves other orders alone", async () => {
    const lost = await shop.placeOrder({ email: uniqueAddress("verloren") })
    const stuck = await shop.placeOrder({ email: uniqueAddress("haengt") })
    const untouched = await shop.placeOrder({ email: uniqueAddress() })
    const gone = await shop.waitForMail(lost.id, "sent")
    const hanging = await shop.waitForMail(stuck.id, "sent")
    await shop.waitForMail(untouched.id, "sent")

    // As after a crash between the order and its mail, and another one in the middle of sending.
    await database.query("DELETE FROM order_mail WHERE id = $1", [gone.id])
    await database.query(
      "UPDATE order_mail SET state = 'sending', lease_token = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1",
      [hanging.id],
    )
    await database.query("UPDATE order_mail_installation SET swept_until = installed_at")

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
  }, 150_000)
})
