import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { OrderFacts } from "../../src/kinds/order-facts"
import { sampleOrder } from "../../src/kinds/sample-order"
import { parseOptions } from "../../src/modules/order-mail/options"
import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { noteOrderNews } from "../../src/workflows/order-notices/note-order-news"
import { newsOfOrder, newsOfPayment, type OrderWithNews } from "../../src/workflows/order-notices/order-news"
import { createMigratedDataSource } from "./database"
import { merchantDesk } from "./merchant-desk"

const SHOP = "sc_1"
const PAYMENT = {
  currency_code: "eur",
  captures: [{ id: "capt_1", amount: "100.5", created_at: "2026-07-31T09:24:00Z" }],
}
const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Lindner", language: "de" },
  sender: { address: "orders@lindner.example", trusted: true },
  bankTransfer: { accountHolder: "Lindner", iban: "DE89370400440532013000" },
})

let dataSource: DataSource
let drop: () => Promise<void>
let read: string[]

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
})
afterAll(() => drop())
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail_notice, order_mail_shop CASCADE")
  read = []
})

async function wish(values: Record<string, unknown>): Promise<void> {
  const settings = new OrderMailSettings(dataSource, options)
  await settings.save("notifications", { shop_id: SHOP, version: 0, set: values, inherit: [] }, "user_1")
}

const bothWanted = () => wish({ "notice:new-order": "single", "notice:payment-received": "single" })

function order(id: string, payments = [PAYMENT]): OrderWithNews {
  return { id, shop_id: SHOP, news: newsOfOrder(id, payments) }
}

async function note(...orders: OrderWithNews[]) {
  return noteOrderNews(merchantDesk(dataSource, options, "127.0.0.1:1"), orders, async (id): Promise<OrderFacts> => {
    read.push(id)
    if (id === "order_unreadable") throw new Error("the database is away")
    return { ...sampleOrder(), id }
  })
}

async function notices(): Promise<{ notice: string; order_id: string; dedupe_key: string; facts: object }[]> {
  return dataSource.query("SELECT notice, order_id, dedupe_key, facts FROM order_mail_notice ORDER BY id")
}

describe("what is new about an order", () => {
  it("is the order, and the money that a provider captured with it, without any event about that", async () => {
    await bothWanted()
    expect(await note(order("order_1"))).toEqual({ noted: 2, left: [] })
    expect(await notices()).toMatchObject([
      { notice: "new-order", order_id: "order_1", facts: { amount: sampleOrder().totals.total } },
      {
        notice: "payment-received",
        order_id: "order_1",
        dedupe_key: "payment-received:capt_1",
        facts: { amount: "100.50", currency_code: "eur", order_number: "1042" },
      },
    ])
  })

  it("is told once, whether the payment's event comes before or after, and read no more when it is noted", async () => {
    await bothWanted()
    const byEvent = { id: "order_1", shop_id: SHOP, news: newsOfPayment(PAYMENT) }
    expect((await note(byEvent)).noted).toBe(1)
    expect((await note(order("order_1"))).noted).toBe(1)
    expect(read).toEqual(["order_1", "order_1"])
    for (const again of [byEvent, order("order_1"), byEvent]) expect((await note(again)).noted).toBe(0)
    expect(read).toHaveLength(2)
    expect(await notices()).toHaveLength(2)
  })

  it("is a later capture of an order that is noted already", async () => {
    await bothWanted()
    await note(order("order_1", []))
    expect((await note(order("order_1"))).noted).toBe(1)
    expect((await notices()).map(({ notice }) => notice)).toEqual(["new-order", "payment-received"])
  })

  it("is only what the merchant wants to be told, and of others nothing is read", async () => {
    expect((await note(order("order_1"))).noted).toBe(0)
    expect(read).toEqual([])
    await wish({ "notice:payment-received": "digest" })
    await note(order("order_1"), order("order_2", []))
    expect(read).toEqual(["order_1"])
    expect(await notices()).toMatchObject([{ notice: "payment-received" }])
  })

  it("is noted of the others where one order cannot be read, and that one is named", async () => {
    await bothWanted()
    const { noted, left } = await note(order("order_unreadable"), order("order_2", []))
    expect(noted).toBe(1)
    expect(left).toEqual([{ id: "order_unreadable", error: new Error("the database is away") }])
    expect(await notices()).toMatchObject([{ order_id: "order_2" }])
  })
})

it("captures from before a moment are no news, and neither is a payment that nothing was captured of", () => {
  expect(newsOfPayment(PAYMENT, new Date("2026-07-31T09:24:01Z"))).toEqual([])
  expect(newsOfPayment(PAYMENT, new Date("2026-07-31T09:24:00Z"))).toHaveLength(1)
  expect(newsOfPayment({ currency_code: "eur", captures: null })).toEqual([])
})
