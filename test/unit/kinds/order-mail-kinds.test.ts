import { describe, expect, it } from "vitest"
import { addDecimals, negated } from "../../../src/kinds/decimal"
import { dunning } from "../../../src/kinds/dunning"
import type { Kind, KindContext } from "../../../src/kinds/kind"
import type { MailOccasion } from "../../../src/kinds/occasion"
import { orderCanceledUnpaid } from "../../../src/kinds/order-canceled-unpaid"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { paymentInfo } from "../../../src/kinds/payment-info"
import { paymentReceived } from "../../../src/kinds/payment-received"
import { paymentReminder } from "../../../src/kinds/payment-reminder"
import { refundIssued } from "../../../src/kinds/refund-issued"
import { sampleMail } from "../../../src/kinds/sample-mail"

const CONTEXT: Omit<KindContext, "occasion"> = {
  paymentProviders: { prepayment: ["pp_system_default"], invoice: ["pp_invoice"] },
  installedAt: "2026-07-01T00:00:00.000Z",
}
const CARD = { payment_provider_ids: ["pp_stripe_stripe"] }

interface Changes extends Partial<Omit<OrderFacts, "totals">> {
  totals?: Partial<OrderFacts["totals"]>
}

/** A kind's decision about its sample order with some changes. */
function decide(
  kind: Kind,
  { totals, ...changes }: Changes = {},
  { variant, ...context }: Partial<KindContext> & { variant?: string } = {},
) {
  const { facts, occasion } = sampleMail({ kind: kind.id, variant })
  const order = { ...facts, ...changes, totals: { ...facts.totals, ...totals } }
  return kind.decide(order, { ...CONTEXT, occasion, ...context })
}

const no = (reason: string, silent = false) => ({ send: false, reason, silent })

describe.each([
  ["payment-info", paymentInfo, "level-1"],
  ["payment-reminder", paymentReminder, "level-1"],
  ["dunning", dunning, "level-2"],
] as const)("a step of the plan, %s", (_, kind, variant) => {
  it("is sent while something is open, by prepayment and on invoice", () => {
    expect(decide(kind, {}, { variant })).toEqual({ send: true })
    expect(decide(kind, { payment_provider_ids: ["pp_invoice"] }, { variant })).toEqual({ send: true })
    expect(decide(kind, { totals: { paid: "161.94", open: "0.01" } }, { variant })).toEqual({ send: true })
  })

  it.each([
    ["order-canceled", { status: "canceled" }],
    ["order-archived", { status: "archived" }],
    ["order-draft", { status: "draft" }],
    ["nothing-to-pay", { totals: { open: "0.00" } }],
    ["nothing-to-pay", { totals: { open: "-3.00" } }],
    ["order-refunded", { totals: { refunded: "0.01" } }],
    ["not-bank-transfer", CARD],
    ["before-installation", { placed_at: "2026-06-30T23:59:59.999Z" }],
  ] satisfies [string, Changes][])("is never sent: %s", (reason, changes) => {
    expect(decide(kind, changes, { variant })).toEqual(no(reason))
  })

  it.each([{ status: "canceled" }, { totals: { open: "0" } }, { totals: { refunded: "5" } }] satisfies Changes[])(
    "is no reminder that a person could send to %j either",
    (changes) => expect(decide(kind, changes, { variant, askedByUser: true }).send).toBe(false),
  )

  it("happens once a step, and again after it was taken back", () => {
    const { facts, occasion } = sampleMail({ kind: kind.id, variant })
    if (occasion.type !== "demand") throw new Error("the sample is no demand")
    const { demand } = occasion
    const occurrence = (changes: Partial<typeof demand>) =>
      kind.occurrence(facts, { type: "demand", demand: { ...demand, ...changes } })
    expect(occurrence({ level: 2 })).toBe("level-2-1")
    expect(occurrence({ level: 2, attempt: 3 })).toBe("level-2-3")
    expect(occurrence({ level: 2, total: "1", payableUntil: "2030-01-01" })).toBe("level-2-1")
  })
})

it.each([paymentReminder, dunning])("%o is sent by a plan alone", (kind) => {
  for (const occasion of [{ type: "placed" }, { type: "changed" }] satisfies MailOccasion[])
    expect(decide(kind, {}, { occasion, askedByUser: true })).toEqual(no("no-occasion"))
})

describe("payment-received", () => {
  it.each(["complete", "partial", "over"])("thanks for a payment: %s", (variant) => {
    expect(decide(paymentReceived, {}, { variant })).toEqual({ send: true })
  })

  it.each([
    ["an order paid another way", CARD, no("not-bank-transfer", true)],
    ["an order without a payment", { captures: [] }, no("no-occasion")],
    ["an order that is over", { status: "canceled" }, no("order-canceled")],
  ] satisfies [string, Changes, object][])("does not for %s", (_, changes, decision) => {
    const occasion: MailOccasion = { type: "placed" }
    expect(decide(paymentReceived, changes, { occasion, askedByUser: !("payment_provider_ids" in changes) })).toEqual(
      decision,
    )
  })

  it("asks for no rest where something was paid back", () => {
    const totals = { refunded: "20.00" }
    expect(decide(paymentReceived, { totals }, { variant: "partial" })).toEqual(no("order-refunded"))
    expect(decide(paymentReceived, { totals }, { variant: "complete" })).toEqual({ send: true })
  })

  it("leaves money alone that came before the plugin", () => {
    const payment = { id: "capt_1", amount: "5", at: "2026-06-30T10:00:00.000Z" }
    const occasion: MailOccasion = { type: "payment", payment }
    expect(decide(paymentReceived, {}, { occasion })).toEqual(no("before-installation", true))
    expect(decide(paymentReceived, {}, { occasion, askedByUser: true })).toEqual({ send: true })
  })

  it("is one mail a payment; asked for, it is about the newest", () => {
    const [one, two] = ["capt_1", "capt_2"].map((id) => ({ id, amount: "5", at: "2026-08-01T10:00:00.000Z" }))
    const facts = { ...sampleMail({ kind: "payment-received" }).facts, captures: [one!, two!] }
    expect(paymentReceived.occurrence(facts, { type: "payment", payment: one! })).toBe("payment-capt_1")
    expect(paymentReceived.occurrence(facts, { type: "placed" })).toBe("payment-capt_2")
  })
})

describe("refund-issued", () => {
  it("tells of a refund, whichever way the order was paid, also of one that is canceled", () => {
    expect(decide(refundIssued)).toEqual({ send: true })
    expect(decide(refundIssued, CARD)).toEqual({ send: true })
    expect(decide(refundIssued, { status: "canceled" })).toEqual({ send: true })
  })

  it("does not without one, nor of one before the plugin", () => {
    expect(decide(refundIssued, { refunds: [] }, { occasion: { type: "placed" } })).toEqual(no("no-occasion"))
    const refund = { id: "ref_1", amount: "5", at: "2026-06-30T10:00:00.000Z" }
    const decision = decide(refundIssued, {}, { occasion: { type: "refund", refund } })
    expect(decision).toEqual(no("before-installation", true))
  })

  it("is one mail a refund", () => {
    const { facts, occasion } = sampleMail({ kind: "refund-issued" })
    expect(refundIssued.occurrence(facts, occasion)).toBe("refund-ref_01JZ8QSAMPLE00000000000001")
  })
})

describe("order-canceled-unpaid", () => {
  it.each(["unpaid", "part-paid"])("says that the order is over: %s", (variant) => {
    expect(decide(orderCanceledUnpaid, {}, { variant })).toEqual({ send: true })
  })

  it("counts a gift card as what it is, no payment", () => {
    const totals = { credit: "50.00", total: "111.95", open: "111.95" }
    expect(decide(orderCanceledUnpaid, { totals })).toEqual({ send: true })
  })

  it.each([
    [
      "paid and paid back, with credit lines as Medusa makes them",
      { paid: "161.95", refunded: "161.95", credit: "161.95", total: "0" },
    ],
    ["paid and paid back, without credit lines", { paid: "161.95", refunded: "161.95" }],
    ["paid and not paid back", { paid: "161.95" }],
    ["paid, the rest by gift card", { paid: "111.95", refunded: "111.95", credit: "161.95", total: "0" }],
  ])("has no business with an order that was %s", (_, totals) => {
    expect(decide(orderCanceledUnpaid, { totals })).toEqual(no("nothing-to-pay", true))
  })

  it.each([
    [{ status: "pending" }, no("no-occasion")],
    [CARD, no("not-bank-transfer", true)],
    [{ placed_at: "2026-06-30T23:59:59.999Z" }, no("before-installation", true)],
  ] satisfies [Changes, object][])("is not sent for %j", (changes, decision) => {
    expect(decide(orderCanceledUnpaid, changes)).toEqual(decision)
  })
})

it.each([
  ["1", "2", "3"],
  ["0.1", "0.2", "0.3"],
  ["161.95", "-0.05", "161.90"],
  ["-1.5", "1.50", "0.00"],
  ["-0.05", "0", "-0.05"],
  ["90071992547409.93", "0.01", "90071992547409.94"],
])("%s and %s are %s", (a, b, sum) => {
  expect(addDecimals(a, b)).toBe(sum)
  expect(addDecimals(negated(a), negated(b))).toBe(/[1-9]/.test(sum) ? negated(sum) : sum)
})
