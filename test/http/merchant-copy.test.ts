import { afterAll, beforeAll, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminDunningResponse } from "../../src/api/dunning-types"
import type { AdminOrderMailListResponse } from "../../src/api/types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const REMINDER = { kind: "payment-reminder", level: 1 } as const

let shop: ShopClient
let b2b: ShopClient["channels"][number]
let merchant: string

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
  merchant = uniqueAddress("haendlerin")
  await sectionSettings(shop, "notifications", b2b.id).save({ notice_recipients: [merchant] })
  await sectionSettings(shop, "dunning", b2b.id).save({
    prepayment_active: true,
    prepayment_steps: [
      {
        ...REMINDER,
        from: "order",
        days: 10,
        payable_within_days: 3,
        fees: [],
        interest: false,
        offers_cancellation: false,
        copy_to_merchant: true,
        wait_for_approval: false,
      },
    ],
  })
})
afterAll(async () => {
  await sectionSettings(shop, "dunning", b2b.id).inheritAll()
  await sectionSettings(shop, "notifications", b2b.id).inheritAll()
})

/** Runs the workflow of the job that looks every minute. */
async function sendCopies(): Promise<void> {
  const input = { now: new Date().toISOString() }
  await shop.api.post("/admin/workflows-executions/send-merchant-copies/run", { input })
}

const copiesOf = async () =>
  (
    await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", {
      q: merchant,
      kind: ["merchant-copy"],
      limit: 100,
    })
  ).order_mails

it("the merchant gets one copy of a sent reminder, and it is no mail of the order", async () => {
  const email = uniqueAddress("erinnert")
  const order = await shop.placeOrder({
    email,
    publishableKey: b2b.publishableKey,
    lines: [{ sku: "ESP-MOR-5000", quantity: 1 }],
  })
  await shop.waitForMail(order.id, "sent")
  const path = `/admin/orders/${order.id}/dunning`
  await waitFor("the reminder to be next", async () => {
    const { next } = (await shop.api.get<AdminDunningResponse>(path)).dunning
    return next?.kind === REMINDER.kind
  })
  await shop.api.post(`${path}/send-now`, REMINDER)
  const [reminder] = await shop.mailsOf(order.id)
  await shop.waitForState(reminder!.id, "sent")

  const [copy] = await waitFor("the copy to be sent", async () => {
    await sendCopies()
    const copies = await copiesOf()
    return copies[0]?.state === "sent" ? copies : null
  })
  expect(copy).toMatchObject({ order_id: order.id, recipient: merchant, subject: `[Kopie] ${reminder!.subject}` })
  expect((await shop.inbox.waitForMessage(merchant)).text).toContain(`Kopie der E-Mail an ${email}`)

  await sendCopies()
  expect(await copiesOf()).toHaveLength(1)
  expect((await shop.mailsOf(order.id)).map(({ kind }) => kind)).toEqual(["payment-reminder", "payment-info"])
})
