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

/** Where and how this order is paid; the date is a calendar day in the shop's time zone, counted from the order's. */
export function paymentInstructions(
  facts: OrderFacts,
  account: BankTransferSettings,
  timeZone: string,
): PaymentInstructions {
  const { accountHolder, iban, bic, bank } = account
  return {
    accountHolder,
    iban,
    bic,
    bank,
    reference: facts.number,
    amount: facts.totals.open,
    currency: facts.currency_code.toUpperCase(),
    payableUntil: addDays(calendarDay(facts.placed_at, timeZone), account.payableWithinDays),
  }
}

/** Making a format costs far more than using it, and a shop has one time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** @returns `YYYY-MM-DD` of an instant in a time zone, put together of parts: how a locale orders them changes with ICU. */
function calendarDay(instant: string, timeZone: string): string {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
  dayFormats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Counts calendar days, so a change of the clock in between moves nothing. */
function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
