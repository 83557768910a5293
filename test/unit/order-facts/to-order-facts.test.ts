import { describe, expect, it } from "vitest"
import type { GraphOrder } from "../../../src/workflows/order-facts/graph-order"
import { toOrderFacts } from "../../../src/workflows/order-facts/to-order-facts"

const order: GraphOrder = {
  id: "order_1",
  display_id: 1042,
  status: "pending",
  email: "anna@kunde.example",
  currency_code: "eur",
  created_at: "2026-11-21T12:00:00.000Z",
  total: 30.699999999999999,
  summary: { paid_total: 0, pending_difference: { value: "30.699999999999999997", precision: 20 } as never },
  items: [
    {
      id: "item_1",
      title: "250 g",
      product_title: "Espresso",
      variant_title: "Default variant",
      quantity: 3,
      original_total: 26.7,
      total: 24.03,
      tax_lines: [{ rate: 7, code: "de7", total: 1.5720560747 }],
    },
    {
      id: "item_2",
      title: "Becher",
      variant_title: "350 ml",
      quantity: 1,
      original_total: 6.67,
      total: 6.67,
      tax_lines: [{ rate: 19, description: "MwSt.", total: 1.0649579831932773 }],
    },
  ],
  shipping_methods: [{ name: "DHL", total: 4.9, tax_lines: [{ rate: 19, total: 0.7823529411764706 }] }],
  payment_collections: [
    {
      payments: [{ provider_id: "pp_system_default" }],
      payment_sessions: [{ provider_id: "pp_card" }, { provider_id: "pp_system_default" }],
    },
  ],
}

describe("toOrderFacts", () => {
  it("rounds amounts to what the currency can pay, half up, without floats showing through", () => {
    const facts = toOrderFacts(order, "Shop")
    expect(facts.totals).toMatchObject({ total: "30.70", open: "30.70", paid: "0.00" })
    expect(facts.items.map(({ unit_price, total }) => [unit_price, total])).toEqual([
      ["8.90", "24.03"],
      ["6.67", "6.67"],
    ])
    expect(toOrderFacts({ ...order, currency_code: "jpy", total: 1234.5 }, "Shop").totals.total).toBe("1235")
    expect(toOrderFacts({ ...order, currency_code: "kwd", total: 1.2345 }, "Shop").totals.total).toBe("1.235")
  })

  it("knows what was credited: gift cards, store credit, refunds", () => {
    expect(toOrderFacts({ ...order, credit_line_total: 20 }, "Shop").totals.credit).toBe("20.00")
    expect(toOrderFacts(order, "Shop").totals.credit).toBe("0.00")
  })

  it("adds up taxes by rate over lines and shipping, highest first", () => {
    expect(toOrderFacts(order, "Shop").taxes).toEqual([
      { name: "MwSt.", rate_percent: "19", amount: "1.85" },
      { name: "de7", rate_percent: "7", amount: "1.57" },
    ])
  })

  it("hides the variant name of a product with one variant only", () => {
    expect(toOrderFacts(order, "Shop").items.map(({ title, variant }) => [title, variant])).toEqual([
      ["Espresso", null],
      ["Becher", "350 ml"],
    ])
  })

  it("takes the provider of the payment before those of sessions that were tried", () => {
    expect(toOrderFacts(order, "Shop").payment_provider_ids).toEqual(["pp_system_default"])
    const unpaid = { ...order, payment_collections: [{ payment_sessions: [{ provider_id: "pp_card" }] }] }
    expect(toOrderFacts(unpaid, "Shop").payment_provider_ids).toEqual(["pp_card"])
  })

  it("prefers the number the shop gave the order, and does without what is not there", () => {
    expect(toOrderFacts({ ...order, custom_display_id: "RE-7" }, "Shop").number).toBe("RE-7")
    const bare: GraphOrder = {
      id: "o",
      display_id: 1,
      status: "pending",
      currency_code: "eur",
      created_at: order.created_at,
    }
    expect(toOrderFacts(bare, "Shop")).toMatchObject({
      number: "1",
      email: null,
      shop: { id: null, name: "Shop" },
      items: [],
      billing_address: null,
      region: null,
      totals: { open: "0.00" },
    })
  })
})
