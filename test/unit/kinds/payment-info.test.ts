import { describe, expect, it } from "vitest"
import type { KindContext } from "../../../src/kinds/kind"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { paymentInfo } from "../../../src/kinds/payment-info"
import { sampleMail } from "../../../src/kinds/sample-mail"
import { sampleOrder } from "../../../src/kinds/sample-order"

const context: KindContext = {
  occasion: { type: "placed" },
  paymentProviders: { prepayment: ["pp_system_default"], invoice: ["pp_invoice"] },
  installedAt: "2026-07-01T00:00:00.000Z",
}

function orderWith(change: (order: OrderFacts) => void): OrderFacts {
  const order = sampleOrder()
  change(order)
  return order
}

describe("payment-info", () => {
  it("writes to an order paid by bank transfer", () => {
    expect(paymentInfo.decide(sampleOrder(), context)).toEqual({ send: true })
  })

  it("writes to an order of which only a cent is open", () => {
    const order = orderWith(({ totals }) => Object.assign(totals, { paid: "161.94", open: "0.01" }))
    expect(paymentInfo.decide(order, context)).toEqual({ send: true })
  })

  it.each([
    ["paid by card", (order: OrderFacts) => (order.payment_provider_ids = ["pp_stripe_stripe"])],
    ["without any payment", (order: OrderFacts) => (order.payment_provider_ids = [])],
  ])("has no business with an order %s", (_, change) => {
    const decision = paymentInfo.decide(
      orderWith((order) => void change(order)),
      context,
    )
    expect(decision).toEqual({ send: false, reason: "not-bank-transfer", silent: true })
  })

  it("knows the bank transfer provider among several", () => {
    const order = orderWith((order) => (order.payment_provider_ids = ["pp_giftcard", "pp_system_default"]))
    expect(paymentInfo.decide(order, context).send).toBe(true)
  })

  it("writes to an order on invoice", () => {
    const order = orderWith((order) => (order.payment_provider_ids = ["pp_invoice"]))
    expect(paymentInfo.decide(order, context)).toEqual({ send: true })
  })

  it("takes the shop's own word for what is a bank transfer", () => {
    const paymentProviders = { prepayment: ["pp_transfer"], invoice: [] }
    const decision = paymentInfo.decide(sampleOrder(), { ...context, paymentProviders })
    expect(decision).toEqual({ send: false, reason: "not-bank-transfer", silent: true })
  })

  it.each([
    ["order-canceled", (order: OrderFacts) => (order.status = "canceled")],
    ["nothing-to-pay", (order: OrderFacts) => (order.totals.open = "0.00")],
    ["nothing-to-pay", (order: OrderFacts) => (order.totals.open = "-5")],
    ["before-installation", (order: OrderFacts) => (order.placed_at = "2026-06-30T23:59:59.999Z")],
  ])("gives the reason %s", (reason, change) => {
    const decision = paymentInfo.decide(
      orderWith((order) => void change(order)),
      context,
    )
    expect(decision).toEqual({ send: false, reason, silent: false })
  })

  describe("asked for by a person", () => {
    const asked: KindContext = { ...context, askedByUser: true }

    it.each([
      ["another way to pay", (order: OrderFacts) => (order.payment_provider_ids = ["pp_stripe_stripe"])],
      ["no payment", (order: OrderFacts) => (order.payment_provider_ids = [])],
      ["an order older than the installation", (order: OrderFacts) => (order.placed_at = "2020-01-01T00:00:00.000Z")],
    ])("is sent in spite of %s", (_, change) => {
      const order = orderWith((order) => void change(order))
      expect(paymentInfo.decide(order, asked)).toEqual({ send: true })
    })

    it.each([
      ["order-canceled", (order: OrderFacts) => (order.status = "canceled")],
      ["nothing-to-pay", (order: OrderFacts) => (order.totals.open = "0")],
    ])("is refused where it would be wrong, whatever the way to pay: %s", (reason, change) => {
      const order = orderWith((order) => {
        order.payment_provider_ids = ["pp_stripe_stripe"]
        change(order)
      })
      expect(paymentInfo.decide(order, asked)).toEqual({ send: false, reason, silent: false })
    })
  })

  it("compares times, not texts: the same moment in another zone counts as after the installation", () => {
    const order = orderWith((order) => (order.placed_at = "2026-06-30T22:00:00-02:00"))
    expect(paymentInfo.decide(order, context).send).toBe(true)
  })

  it("happens once an order, once a change, and once a step of the plan", () => {
    const facts = sampleOrder()
    expect(paymentInfo.occurrence(facts, { type: "placed" })).toBe("placed")
    expect(paymentInfo.occurrence({ ...facts, version: 3 }, { type: "changed" })).toBe("version-3")
    const { occasion } = sampleMail({ kind: "payment-info", variant: "level-1" })
    expect(paymentInfo.occurrence(facts, occasion)).toBe("level-1-1")
  })
})
