import type { HttpTypes } from "@medusajs/framework/types"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type {
  AdminDunning,
  AdminDunningResponse,
  AdminDunningStopResponse,
  AdminDunningStopsResponse,
} from "../../src/api/dunning-types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const STOPS = "/admin/order-mails/dunning-stops"
const FIRST = { kind: "payment-info", level: 1 }

let shop: ShopClient
let order: HttpTypes.StoreOrder

beforeAll(async () => {
  shop = await shopClient()
})
beforeEach(async () => {
  order = await shop.placeOrder({ email: uniqueAddress("stopp") })
  await shop.waitForMail(order.id, "sent")
  await waitUntil("the first step is planned", ({ next }) => next?.kind === FIRST.kind)
})

const dunningOf = async (orderId: string) =>
  (await shop.api.get<AdminDunningResponse>(`/admin/orders/${orderId}/dunning`)).dunning
const dunning = () => dunningOf(order.id)
/** The store API does not tell; the order may not be known for reminders at once. */
const customerOf = (orderId: string) =>
  waitFor("the order's customer", async () => (await dunningOf(orderId)).customer_id)
const waitUntil = (what: string, isThere: (dunning: AdminDunning) => boolean) =>
  waitFor(what, async () => isThere(await dunning()))
const add = async (body: unknown) => (await shop.api.post<AdminDunningStopResponse>(STOPS, body)).dunning_stop
const lift = async (id: string) => (await shop.api.post<AdminDunningStopResponse>(`${STOPS}/${id}/lift`)).dunning_stop
const stopsOf = async (query: Record<string, string>) =>
  (await shop.api.get<AdminDunningStopsResponse>(STOPS, query)).dunning_stops
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe("a dunning stop for an order", () => {
  it("keeps reminders back until it is lifted, and says who did both", async () => {
    const user = { email: shop.admin.email }
    const stop = await add({ scope: "order", order_id: order.id, reason: "  Ware kam beschädigt an ", until: null })
    expect(stop).toMatchObject({
      scope: "order",
      order_id: order.id,
      customer_id: null,
      reason: "Ware kam beschädigt an",
      until: null,
      created_by: user,
      lifted_at: null,
      lifted_by: null,
      active: true,
    })
    expect(await dunning()).toMatchObject({ reason: "stopped", next: null, stops: [{ id: stop.id }] })
    await expect(shop.api.post(`/admin/orders/${order.id}/dunning/send-now`, FIRST)).rejects.toMatchObject({
      status: 400,
    })

    const lifted = await lift(stop.id)
    expect(lifted).toMatchObject({ id: stop.id, active: false, lifted_by: user })
    expect((await lift(stop.id)).lifted_at).toBe(lifted.lifted_at)
    expect(await dunning()).toMatchObject({ reason: "not-yet", next: FIRST, stops: [{ id: stop.id, active: false }] })
    expect(await stopsOf({ order_id: order.id })).toMatchObject([{ id: stop.id, active: false, created_by: user }])
  })

  it("with a day ends by itself: what comes next comes after it", async () => {
    const until = inDays(40)
    await add({ scope: "order", order_id: order.id, reason: "Zahlungsaufschub", until })
    const { next } = await dunning()
    expect(next).toMatchObject(FIRST)
    expect(next!.at.slice(0, 10) > until).toBe(true)
  })

  it("of its plan is a pause", async () => {
    await add({ scope: "plan", order_id: order.id, reason: "Rückfrage", until: null })
    expect(await dunning()).toMatchObject({ reason: "paused", next: null })
  })
})

describe("a dunning stop for a customer", () => {
  it("holds for the orders of this customer alone", async () => {
    const other = await shop.placeOrder({ email: uniqueAddress("andere") })
    const customerId = await customerOf(order.id)
    const stop = await add({ scope: "customer", customer_id: customerId, reason: "Vergleich", until: null })
    expect(await dunning()).toMatchObject({ reason: "stopped", stops: [{ id: stop.id, scope: "customer" }] })
    expect(await stopsOf({ customer_id: customerId })).toMatchObject([{ id: stop.id, order_id: null }])
    expect(await stopsOf({ order_id: order.id })).toMatchObject([{ id: stop.id }])
    expect(await stopsOf({ order_id: other.id })).toEqual([])
    expect(await stopsOf({ customer_id: await customerOf(other.id) })).toEqual([])
  })
})

describe("what no stop can be", () => {
  const good = () => ({ scope: "order", order_id: order.id, reason: "x", until: null as string | null })

  it("is refused with the field and what it takes", async () => {
    const wrong: [object, string][] = [
      [{ ...good(), reason: "   " }, "reason"],
      [{ ...good(), reason: "x".repeat(501) }, "reason"],
      [{ ...good(), reason: "a\0b" }, "NUL"],
      [{ ...good(), until: "2099-02-30" }, "until"],
      [{ ...good(), until: "31.12.2099" }, "until"],
      [{ ...good(), until: inDays(-3) }, "until"],
      [{ ...good(), until: undefined }, "until"],
      [{ ...good(), customer_id: "cus_1" }, "customer_id"],
      [{ ...good(), order_id: undefined }, "order_id"],
      [{ ...good(), scope: "customer" }, "customer_id"],
      [{ ...good(), scope: "shop" }, "scope"],
    ]
    for (const [body, words] of wrong)
      await expect(add(body), JSON.stringify(body)).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining(words),
      })
    expect(await stopsOf({ order_id: order.id })).toEqual([])
  })

  it("is not found when nobody has the id", async () => {
    const missing = { reason: "x", until: null }
    await expect(add({ ...missing, scope: "order", order_id: "order_none" })).rejects.toMatchObject({ status: 404 })
    await expect(add({ ...missing, scope: "customer", customer_id: "cus_none" })).rejects.toMatchObject({ status: 404 })
    await expect(lift("omstop_none")).rejects.toMatchObject({ status: 404 })
  })

  it("is not listed without saying whose", async () => {
    const queries: Record<string, string>[] = [{}, { order_id: order.id, customer_id: "cus_1" }]
    for (const query of queries)
      await expect(stopsOf(query)).rejects.toMatchObject({ status: 400, message: expect.stringContaining("order_id") })
  })
})
