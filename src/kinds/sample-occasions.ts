import type { Demand } from "./demand"
import type { MailOccasion, MoneyMovement } from "./occasion"
import type { OrderFacts } from "./order-facts"

/** One of the mails that a kind has; what is left out is that of the sample order just placed. */
export interface SampleOccasion {
  /** `level-2`, `partial`: unique within the kind. */
  variant: string
  /** Days after the order on which the mail is written. */
  day: number
  /** @param on gives the calendar day, and an instant on it, so many days after the order */
  occasion: (on: SampleDays) => MailOccasion
  status?: string
  totals?: Partial<OrderFacts["totals"]>
  captures?: (on: SampleDays) => MoneyMovement[]
  refunds?: (on: SampleDays) => MoneyMovement[]
}

export interface SampleDays {
  /** `YYYY-MM-DD` */
  day: (daysAfterOrder: number) => string
  /** ISO 8601 */
  at: (daysAfterOrder: number) => string
}

const DUE = 14
const TOTAL = "161.95"

/** By kind, the usual one first. Amounts add up with those of `sampleOrder`. */
export const SAMPLE_OCCASIONS: Readonly<Record<string, readonly SampleOccasion[]>> = {
  "payment-info": [
    { variant: "placed", day: 0, occasion: () => ({ type: "placed" }) },
    { variant: "changed", day: 1, occasion: () => ({ type: "changed" }) },
    { variant: "level-1", day: 5, occasion: demand(1, { payableUntil: DUE, beforeDue: true }) },
  ],
  "payment-reminder": [
    { variant: "level-1", day: 17, occasion: demand(1, { payableUntil: 24 }) },
    {
      variant: "level-2",
      day: 24,
      occasion: demand(2, { payableUntil: 31, remindedBefore: true, offersCancellation: true, isLast: true }),
    },
    { variant: "before-due", day: 11, occasion: demand(1, { payableUntil: DUE, beforeDue: true }) },
  ],
  dunning: [
    { variant: "level-1", day: 28, occasion: demand(1, { payableUntil: 35, remindedBefore: true }) },
    {
      variant: "level-2",
      day: 38,
      // 6.27 % a year on 161.95 from the 18th to the 38th day.
      occasion: (on) =>
        demand(2, {
          payableUntil: 45,
          remindedBefore: true,
          total: "165.03",
          claim: {
            principal: TOTAL,
            interest: "0.58",
            costs: "2.50",
            interestFrom: on.day(18),
            interestPercent: "6.27",
            payments: [],
          },
        })(on),
    },
    {
      variant: "last",
      day: 48,
      totals: { paid: "50.00", open: "111.95" },
      captures: (on) => [{ id: "capt_01JZ8QSAMPLE0000000000001", amount: "50.00", at: on.at(40) }],
      // On the 40th day, costs and 23 days of interest were paid first; 8 days on 115.09 are owed since.
      occasion: (on) =>
        demand(3, {
          payableUntil: 55,
          remindedBefore: true,
          isLast: true,
          total: "117.75",
          claim: {
            principal: "115.09",
            interest: "0.16",
            costs: "2.50",
            interestFrom: on.day(18),
            interestPercent: "6.27",
            payments: [{ day: on.day(40), amount: "50.00", costs: "2.50", interest: "0.64", principal: "46.86" }],
          },
        })(on),
    },
  ],
  "payment-received": [
    received("complete", TOTAL, "0.00"),
    received("partial", "100.00", "61.95"),
    received("over", "170.00", "-8.05"),
  ],
  "refund-issued": [
    {
      variant: "refund",
      day: 20,
      totals: { paid: TOTAL, refunded: "25.20", open: "0.00" },
      captures: (on) => [{ id: "capt_01JZ8QSAMPLE0000000000001", amount: TOTAL, at: on.at(3) }],
      refunds: (on) => [{ id: "ref_01JZ8QSAMPLE00000000000001", amount: "25.20", at: on.at(20) }],
      occasion: (on) => ({
        type: "refund",
        refund: { id: "ref_01JZ8QSAMPLE00000000000001", amount: "25.20", at: on.at(20) },
      }),
    },
  ],
  "order-canceled-unpaid": [
    { variant: "unpaid", day: 30, status: "canceled", occasion: () => ({ type: "canceled" }) },
    {
      variant: "part-paid",
      day: 30,
      status: "canceled",
      totals: { paid: "50.00", refunded: "50.00", credit: "50.00", total: "111.95", open: "111.95" },
      captures: (on) => [{ id: "capt_01JZ8QSAMPLE0000000000001", amount: "50.00", at: on.at(20) }],
      refunds: (on) => [{ id: "ref_01JZ8QSAMPLE00000000000001", amount: "50.00", at: on.at(30) }],
      occasion: () => ({ type: "canceled" }),
    },
  ],
}

type SampleDemand = Partial<Omit<Demand, "payableUntil">> & { payableUntil: number }

function demand(level: number, { payableUntil, ...rest }: SampleDemand): SampleOccasion["occasion"] {
  return (on) => ({
    type: "demand",
    demand: {
      level,
      attempt: 1,
      dueDay: on.day(DUE),
      payableUntil: on.day(payableUntil),
      beforeDue: false,
      remindedBefore: false,
      isLast: false,
      offersCancellation: false,
      copyToMerchant: false,
      total: TOTAL,
      claim: null,
      ...rest,
    },
  })
}

function received(variant: string, amount: string, open: string): SampleOccasion {
  const payment = (on: SampleDays): MoneyMovement => ({ id: "capt_01JZ8QSAMPLE0000000000001", amount, at: on.at(3) })
  return {
    variant,
    day: 3,
    totals: { paid: amount, open },
    captures: (on) => [payment(on)],
    occasion: (on) => ({ type: "payment", payment: payment(on) }),
  }
}
