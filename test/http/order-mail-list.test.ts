import { beforeAll, describe, expect, it } from "vitest"
import type { AdminOrderMailListResponse, AdminOrderMailOverviewResponse } from "../../src/api/types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

let shop: ShopClient
let email: string
let orderId: string
let number: string

beforeAll(async () => {
  shop = await shopClient()
  email = uniqueAddress("liste")
  const order = await shop.placeOrder({ email })
  orderId = order.id
  number = String(order.display_id)
  await shop.waitForMail(orderId, "sent")
  const refused = await shop.placeOrder({ email: `refuse-550@${email.replace("@", ".")}` })
  await shop.waitForMail(refused.id, "failed")
})

const list = (query: Record<string, string | number | string[]>) =>
  shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", query)

describe("the list of all order mails", () => {
  it("finds by recipient, order number and subject", async () => {
    for (const q of [email.slice(0, 12), number, `#${number}`]) {
      const { order_mails } = await list({ q, limit: 100 })
      expect(order_mails.map((mail) => mail.order_id)).toContain(orderId)
    }
    expect((await list({ q: "no such recipient" })).count).toBe(0)
  })

  it("refuses a character that no text in the database can hold", async () => {
    for (const name of ["q", "kind", "order_id", "shop_id"])
      await expect(list({ [name]: "a\0b" })).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining("NUL"),
      })
  })

  it("filters by state, kind, shop and date", async () => {
    const failed = await list({ "state[]": ["failed", "held"], limit: 100 })
    expect(failed.count).toBeGreaterThan(0)
    expect(failed.order_mails.map(({ state }) => state)).toContain("failed")
    expect(failed.order_mails.filter(({ state }) => state !== "failed" && state !== "held")).toEqual([])
    expect((await list({ kind: "dunning", order_id: orderId })).count).toBe(0)
    expect((await list({ kind: "payment-info", order_id: orderId })).count).toBe(1)
    const shopId = shop.channels.find(({ name }) => name === "Onlineshop")!.id
    expect((await list({ shop_id: shopId, order_id: orderId })).count).toBe(1)
    expect((await list({ shop_id: "sc_other", order_id: orderId })).count).toBe(0)
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect((await list({ "created_at[$gte]": tomorrow })).count).toBe(0)
    expect((await list({ "created_at[$lte]": tomorrow, order_id: orderId })).count).toBe(1)
  })

  it("pages on the server, newest first", async () => {
    const all = await list({ limit: 100 })
    const times = all.order_mails.map((mail) => mail.created_at)
    expect(times).toEqual([...times].sort().reverse())
    const second = await list({ limit: 1, offset: 1 })
    expect(second).toMatchObject({ limit: 1, offset: 1, count: all.count })
    expect(second.order_mails).toHaveLength(1)
    const last = await list({ limit: 1, offset: all.count - 1 })
    const oldest = await list({ limit: 1, order: "created_at" })
    expect(oldest.order_mails[0]!.id).toBe(last.order_mails[0]!.id)
  })

  it("refuses a filter it does not know", async () => {
    await expect(list({ state: "lost" })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("state"),
    })
    await expect(list({ attention: "maybe" })).rejects.toMatchObject({ status: 400 })
    await expect(list({ colour: "red" })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("colour"),
    })
  })

  it("comes with an overview of what the admin needs", async () => {
    const overview = await shop.api.get<AdminOrderMailOverviewResponse>("/admin/order-mails/overview")
    expect(overview).toMatchObject({
      transport: "smtp",
      kinds: expect.arrayContaining([expect.objectContaining({ id: "payment-info", class: "critical" })]),
    })
    expect(overview.shops.map(({ name }) => name)).toEqual(expect.arrayContaining(["Onlineshop", "B2B-Shop"]))
    expect(overview.failed_count).toBeGreaterThan(0)
    expect((await list({ attention: "true" })).count).toBe(overview.failed_count)
  })
})
