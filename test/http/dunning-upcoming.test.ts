import type { HttpTypes } from "@medusajs/framework/types"
import { beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminApprovalsResponse, AdminUpcomingMail, AdminUpcomingResponse } from "../../src/api/dunning-types"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const UPCOMING = "/admin/order-mails/upcoming"

type Query = Record<string, string | number>

let shop: ShopClient
let order: HttpTypes.StoreOrder
let email: string

beforeAll(async () => {
  shop = await shopClient()
  email = uniqueAddress("vorschau")
  order = await shop.placeOrder({ email, name: '=HYPERLINK("https://evil.example") Brodersen' })
  await shop.waitForMail(order.id, "sent")
  await waitFor("the order to be planned", async () => (await list({ q: email, state: "planned" })).count === 3)
})

const list = (query: Query = {}) => shop.api.get<AdminUpcomingResponse>(UPCOMING, query)
const csv = (query: Record<string, string>) =>
  fetch(`${shop.baseUrl}${UPCOMING}/csv?${new URLSearchParams(query).toString()}`, { headers: shop.api.headers })
const stepOf = ({ kind, level }: AdminUpcomingMail) => `${kind} ${level}`

describe("upcoming mails", () => {
  it("are those that the plan would send, with order, customer and amount", async () => {
    const { upcoming, count, limit, offset, sums } = await list({ q: email })
    expect({ count, limit, offset }).toEqual({ count: 3, limit: 20, offset: 0 })
    expect(upcoming.map(stepOf)).toEqual(["payment-info 1", "payment-reminder 1", "payment-reminder 2"])
    expect(upcoming[0]).toMatchObject({
      state: "planned",
      reason: null,
      order_mail_id: null,
      order_id: order.id,
      order_number: String(order.display_id),
      shop_name: "Onlineshop",
      plan_type: "prepayment",
      email,
      currency_code: order.currency_code,
      wait_for_approval: false,
    })
    expect(new Set(upcoming.map(({ id }) => id)).size).toBe(3)
    expect(Number(upcoming[0]!.amount_open)).toBe(order.total)
    expect(sums).toEqual([{ currency_code: order.currency_code, amount_open: upcoming[0]!.amount_open, orders: 1 }])
  })

  it("are found by number, name, kind, level, shop, plan, state and period", async () => {
    const shopId = shop.channels.find(({ name }) => name === "Onlineshop")!.id
    const counts: [Query, number][] = [
      [{ kind: "payment-reminder" }, 2],
      [{ kind: "payment-reminder", level: 2 }, 1],
      [{ level: 1 }, 2],
      [{ shop_id: shopId }, 3],
      [{ shop_id: "sc_other" }, 0],
      [{ plan_type: "prepayment" }, 3],
      [{ plan_type: "invoice" }, 0],
      [{ state: "planned" }, 3],
      [{ state: "on-hold" }, 0],
      [{ period: "all" }, 3],
      [{ period: "today" }, 0],
    ]
    for (const [query, count] of counts)
      expect([query, (await list({ q: email, ...query })).count]).toEqual([query, count])
    const numbered = await list({ q: `#${order.display_id}`, limit: 200 })
    expect(numbered.upcoming.map(({ order_id }) => order_id)).toContain(order.id)
    expect((await list({ q: "nobody of this name" })).upcoming).toEqual([])
  })

  it("are sorted and paged by the server", async () => {
    const backwards = await list({ q: email, order: "-at" })
    expect(backwards.upcoming.map(stepOf)).toEqual(["payment-reminder 2", "payment-reminder 1", "payment-info 1"])
    const second = await list({ q: email, limit: 1, offset: 1 })
    expect(second).toMatchObject({ count: 3, limit: 1, offset: 1 })
    expect(second.upcoming.map(stepOf)).toEqual(["payment-reminder 1"])
    const dearest = (await list({ order: "-amount_open", limit: 200 })).upcoming.map(({ amount_open }) =>
      Number(amount_open),
    )
    expect(dearest).toEqual([...dearest].sort((a, b) => b - a))
  })

  it("are not asked for by what there is not", async () => {
    const wrong: [Query, string][] = [
      [{ period: "year" }, "period"],
      [{ state: "sent" }, "state"],
      [{ kind: "payment-received" }, "kind"],
      [{ level: "one" }, "level"],
      [{ level: -1 }, "level"],
      [{ plan_type: "cash" }, "plan_type"],
      [{ order: "email" }, "order"],
      [{ limit: 0 }, "limit"],
      [{ limit: 201 }, "limit"],
      [{ offset: -1 }, "offset"],
      [{ q: "a\0b" }, "NUL"],
      [{ q: "x".repeat(201) }, "q"],
      [{ colour: "red" }, "colour"],
    ]
    for (const [query, words] of wrong)
      await expect(list(query), JSON.stringify(query)).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining(words),
      })
  })
})

describe("the file of upcoming mails", () => {
  it("has all lines that match, and no formula", async () => {
    const response = await csv({ q: email, kind: "payment-reminder" })
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toContain("text/csv")
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="upcoming-mails-\d{4}-\d{2}-\d{2}\.csv"$/,
    )
    expect(response.headers.get("cache-control")).toBe("no-store")
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, ...records] = bytes.toString("utf8").slice(1).split("\r\n")
    expect(header).toMatch(/^order_number,.*,email$/)
    expect(records).toHaveLength(3)
    expect(records[2]).toBe("")
    expect(records[0]).toContain(`,"'=HYPERLINK(""https://evil.example"") Brodersen",${email}`)
    expect(records[0]).toMatch(new RegExp(`^${order.display_id},${order.id},`))
  })

  it("takes the same filters", async () => {
    expect((await csv({ q: "nobody of this name" })).status).toBe(200)
    expect((await csv({ period: "year" })).status).toBe(400)
    expect((await csv({ limit: "10" })).status).toBe(400)
  })
})

describe("deciding about mails that wait for approval", () => {
  const decide = (order_mail_ids: string[], action = "approve") =>
    shop.api.post<AdminApprovalsResponse>("/admin/order-mails/approvals", { action, order_mail_ids })

  it("does nothing about one that does not wait, and says so for each", async () => {
    const [sent] = await shop.mailsOf(order.id)
    for (const action of ["approve", "decline"]) {
      const { results } = await decide([sent!.id, "om_none", sent!.id], action)
      expect(results).toEqual([
        { order_mail_id: sent!.id, result: "refused", reason: null, message: expect.stringMatching(/\w/) },
        { order_mail_id: "om_none", result: "refused", reason: null, message: expect.stringMatching(/\w/) },
      ])
    }
    expect(await shop.mail(sent!.id)).toMatchObject({ state: "sent" })
  })

  it("takes 1 to 200 of them", async () => {
    const many = Array.from({ length: 201 }, (_, index) => `om_${index}`)
    for (const ids of [[], many, [""], ["x".repeat(101)]])
      await expect(decide(ids)).rejects.toMatchObject({ status: 400 })
    await expect(decide(["om_1"], "delete")).rejects.toMatchObject({ status: 400 })
  })
})
