import type { HttpTypes } from "@medusajs/framework/types"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminDunning, AdminDunningResponse, AdminPlannedMail } from "../../src/api/dunning-types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const DAY = 86_400_000
const FIRST = { kind: "payment-info", level: 1 }
const SECOND = { kind: "payment-reminder", level: 1 }

let shop: ShopClient
let order: HttpTypes.StoreOrder

beforeAll(async () => {
  shop = await shopClient()
})
beforeEach(async () => {
  order = await shop.placeOrder({ email: uniqueAddress("offen") })
  await shop.waitForMail(order.id, "sent")
  await waitUntil("the first step is planned", ({ next }) => next?.kind === FIRST.kind)
})

const path = () => `/admin/orders/${order.id}/dunning`
const dunning = async () => (await shop.api.get<AdminDunningResponse>(path())).dunning
const act = async (action: string, body?: unknown) =>
  (await shop.api.post<AdminDunningResponse>(`${path()}/${action}`, body)).dunning
const stepsOf = ({ next, later }: AdminDunning) => [next, ...later].map((mail) => [mail?.kind, mail?.level])
const waitUntil = (what: string, isThere: (dunning: AdminDunning) => boolean) =>
  waitFor(what, async () => isThere(await dunning()))
const daysUntil = ({ at }: AdminPlannedMail) => (Date.parse(at) - Date.parse(String(order.created_at))) / DAY

const mailsOf = async (kind: string, level: number) =>
  (await shop.mailsOf(order.id)).filter((mail) => mail.kind === kind && mail.level === level)

describe("what comes next for an order", () => {
  it("is the shop's plan, day by day", async () => {
    const shown = await dunning()
    expect(shown).toMatchObject({
      order_id: order.id,
      plan_type: "prepayment",
      currency_code: order.currency_code,
      reason: "not-yet",
      awaiting_approval: [],
      undelivered_mail_id: null,
      ended_at: null,
      stops: [],
      customer_id: expect.stringMatching(/^cus_/),
    })
    expect(Number(shown.amount_open)).toBe(order.total)
    expect(stepsOf(shown)).toEqual([
      ["payment-info", 1],
      ["payment-reminder", 1],
      ["payment-reminder", 2],
    ])
    // Counted in days of the calendar; an opening hour, a Sunday and the holidays of Christmas may come on top.
    expect(daysUntil(shown.next!)).toBeGreaterThan(4)
    expect(daysUntil(shown.next!)).toBeLessThan(11)
    expect(daysUntil(shown.later[0]!)).toBeGreaterThan(9)
    expect(shown.next).toMatchObject({ wait_for_approval: false })
  })

  it("is not there for an order that there is none of", async () => {
    for (const action of ["send-now", "skip", "end", "resume"])
      await expect(
        shop.api.post(`/admin/orders/order_none/dunning/${action}`, action.startsWith("s") ? FIRST : undefined),
        action,
      ).rejects.toMatchObject({ status: 404, message: expect.stringContaining("order_none") })
    await expect(shop.api.get("/admin/orders/order_none/dunning")).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining("order_none"),
    })
  })

  it("is nothing once the order was paid, and nothing can be sent", async () => {
    const { order: paid } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "id,*payment_collections.payments",
    })
    const [payment] = paid.payment_collections![0]!.payments!
    await shop.api.post(`/admin/payments/${payment!.id}/capture`)
    await waitUntil("the payment is noticed", ({ reason }) => reason === "paid")
    expect(await dunning()).toMatchObject({ next: null, later: [] })
    for (const action of ["send-now", "skip"])
      await expect(act(action, FIRST)).rejects.toMatchObject({ status: 400, message: expect.stringMatching(/paid/) })
    expect(await mailsOf(FIRST.kind, FIRST.level)).toEqual([])
  })
})

describe("sending the next step now", () => {
  it("sends that step alone, and once", async () => {
    await act("send-now", FIRST)
    const sent = await waitFor("the mail", async () =>
      (await mailsOf(FIRST.kind, FIRST.level)).find(({ state }) => state === "sent"),
    )
    expect((await shop.mail(sent.id)).timeline[0]).toMatchObject({
      type: "queued",
      user: { email: shop.admin.email },
    })
    await expect(act("send-now", FIRST)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("payment-reminder"),
    })
    expect(await mailsOf(FIRST.kind, FIRST.level)).toHaveLength(1)
    await waitUntil("the next step is planned", ({ next }) => next?.kind === SECOND.kind)
  })

  it("makes one mail of two clicks at once", async () => {
    const results = await Promise.allSettled([act("send-now", FIRST), act("send-now", FIRST)])
    expect(results.map(({ status }) => status)).toContain("fulfilled")
    expect(await mailsOf(FIRST.kind, FIRST.level)).toHaveLength(1)
  })

  it("refuses a step that is not the next", async () => {
    const refused = act("send-now", SECOND)
    await expect(refused).rejects.toMatchObject({ status: 409, body: { type: "conflict" } })
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining("payment-info") })
    await expect(act("send-now", { kind: "dunning", level: 9 })).rejects.toMatchObject({ status: 409 })
    expect(await shop.mailsOf(order.id)).toHaveLength(1)
  })

  it.each([
    {},
    { kind: "payment-received", level: 1 },
    { kind: "dunning", level: 0 },
    { kind: "dunning", level: 1.5 },
    { kind: "dunning", level: "1" },
    { ...FIRST, to: "someone@example.com" },
  ])("refuses %j", async (body) => {
    for (const action of ["send-now", "skip"]) await expect(act(action, body)).rejects.toMatchObject({ status: 400 })
  })
})

describe("skipping the next step", () => {
  it("notes who did it, and goes on with the one after it", async () => {
    const shown = await act("skip", FIRST)
    expect(stepsOf(shown)).toEqual([
      ["payment-reminder", 1],
      ["payment-reminder", 2],
    ])
    const [skipped] = await mailsOf(FIRST.kind, FIRST.level)
    expect(skipped).toMatchObject({ state: "skipped", state_reason: "step-skipped" })
    const { timeline } = await shop.mail(skipped!.id)
    expect(timeline.some(({ user }) => user?.email === shop.admin.email)).toBe(true)
    await expect(act("skip", FIRST)).rejects.toMatchObject({ status: 409 })
    expect(await mailsOf(FIRST.kind, FIRST.level)).toHaveLength(1)
  })
})

describe("ending an order's plan", () => {
  it("sends nothing any more, until it goes on", async () => {
    const ended = await act("end")
    expect(ended).toMatchObject({ reason: "plan-ended", next: null, later: [] })
    expect(Date.parse(ended.ended_at!)).toBeGreaterThan(Date.parse(String(order.created_at)))
    expect((await act("end")).ended_at).toBe(ended.ended_at)
    await expect(act("send-now", FIRST)).rejects.toMatchObject({ status: 400 })
    expect(await act("resume")).toMatchObject({ ended_at: null, reason: "not-yet", next: FIRST })
    expect(await act("resume")).toMatchObject({ ended_at: null })
  })
})
