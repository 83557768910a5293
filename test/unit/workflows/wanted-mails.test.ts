import { describe, expect, it } from "vitest"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { wantedMails } from "../../../src/workflows/event-mails/wanted-mails"

const NOW = new Date("2026-08-10T09:00:00.000Z")

function order(totals: Partial<OrderFacts["totals"]>, facts: Partial<OrderFacts> = {}): OrderFacts {
  const sample = sampleOrder()
  return { ...sample, ...facts, totals: { ...sample.totals, ...totals } }
}

const payment = { id: "capt_1", amount: "61.95", at: "2026-08-09T08:00:00.000Z" }
const refund = { id: "ref_1", amount: "20.00", at: "2026-08-10T08:00:00.000Z" }

describe("the mails that what happened to an order calls for", () => {
  it("are none for an order to which nothing happened", () => {
    expect(wantedMails(order({}), { total: "161.95", open: "161.95" }, NOW)).toEqual([])
  })

  it("are one for each payment and each refund", () => {
    const facts = order({ paid: "61.95", open: "100.00" }, { captures: [payment], refunds: [refund] })
    expect(wantedMails(facts, null, NOW)).toEqual([
      { kind: "payment-received", occasion: { type: "payment", payment } },
      { kind: "refund-issued", occasion: { type: "refund", refund } },
    ])
  })

  it("are none for money that moved more than a week ago", () => {
    const week = new Date(Date.parse(payment.at) + 7 * 86_400_000)
    const facts = order({ paid: "61.95", open: "100.00" }, { captures: [payment] })
    expect(wantedMails(facts, null, week)).toEqual([])
    expect(wantedMails(facts, null, new Date(week.getTime() - 1))).toHaveLength(1)
  })

  it("are one for a canceled order, whatever it cost", () => {
    const wanted = wantedMails(order({ total: "0", open: "0" }, { status: "canceled" }), null, NOW)
    expect(wanted).toEqual([{ kind: "order-canceled-unpaid", occasion: { type: "canceled" } }])
  })
})

describe("payment information about another amount", () => {
  const told = { total: "161.95", open: "161.95" }
  const kinds = (facts: OrderFacts, before: typeof told | null = told) =>
    wantedMails(facts, before, NOW).map(({ kind }) => kind)

  it("is wanted when the order costs more or less than the customer was told", () => {
    expect(kinds(order({ total: "181.95", open: "181.95" }))).toEqual(["payment-info"])
    expect(kinds(order({ total: "141.95", open: "141.95" }))).toEqual(["payment-info"])
  })

  it("is not wanted when the amount is only written in another way", () => {
    expect(kinds(order({ total: "161.950", open: "161.950" }))).toEqual([])
  })

  it("is not wanted after a payment: it lowers what is open and not what the order costs", () => {
    expect(kinds(order({ paid: "61.95", open: "100.00" }))).toEqual([])
  })

  it("is not wanted where nobody was told an amount, or it is just being sent", () => {
    expect(kinds(order({ total: "181.95", open: "181.95" }), null)).toEqual([])
  })

  it("is not wanted when there is nothing to pay, the order is over, or something was paid back", () => {
    expect(kinds(order({ total: "100.00", paid: "161.95", open: "-61.95" }))).toEqual([])
    expect(kinds(order({ total: "181.95", open: "20.00", paid: "161.95", refunded: "20.00" }))).toEqual([])
    expect(kinds(order({ total: "181.95", open: "181.95" }, { status: "canceled" }))).toEqual(["order-canceled-unpaid"])
  })
})
