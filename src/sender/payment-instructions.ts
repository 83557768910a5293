import type { OrderFacts } from "../kinds/order-facts"
import type { PaymentInstructions } from "../rendering/types"

export interface BankTransferSettings {
  accountHolder: string
  /** Electronic format, without blanks. */
  iban: string
  bic: string | null
  bank: string | null
  payableWithinDays: number
}

/**
 * Where and how this order is paid. The date is a calendar day in the shop's time zone, counted from the order's day; when
 * that would not leave the customer until tomorrow, because the mail is written or sent again much later or the order
 * was a draft for weeks, it is counted from today.
 *
 * @param now when the mail is written
 */
export function paymentInstructions(
  facts: OrderFacts,
  account: BankTransferSettings,
  timeZone: string,
  now: Date,
): PaymentInstructions {
  const { accountHolder, iban, bic, bank, payableWithinDays } = account
  const today = calendarDay(now, timeZone)
  const fromOrder = addDays(calendarDay(new Date(facts.placed_at), timeZone), payableWithinDays)
  return {
    accountHolder,
    iban,
    bic,
    bank,
    reference: facts.number,
    amount: facts.totals.open,
    currency: facts.currency_code.toUpperCase(),
    payableUntil: fromOrder > today ? fromOrder : addDays(today, payableWithinDays),
  }
}

/** Making a format costs far more than using it, and a shop has one time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** @returns `YYYY-MM-DD` of an instant in a time zone, put together of parts: how a locale orders them changes with ICU. */
function calendarDay(instant: Date, timeZone: string): string {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
  dayFormats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Counts calendar days, so a change of the clock in between moves nothing. */
function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
