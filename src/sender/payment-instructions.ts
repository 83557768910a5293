import type { Demand } from "../kinds/demand"
import type { OrderFacts } from "../kinds/order-facts"
import { qrReference } from "../rendering/qr-reference"
import { isQrIban } from "../rendering/shared/iban"
import { paymentReference, type ReferenceSettings } from "../rendering/shared/payment-reference"
import type { PaymentInstructions, StructuredAddress } from "../rendering/types"

/** Where money goes to. */
export interface BankAccount {
  /** ISO 4217, upper case; null: orders in every currency that no other account is for. */
  currency: string | null
  accountHolder: string
  /** Electronic format, without blanks. */
  iban: string
  bic: string | null
  bank: string | null
  /** Of the holder; needed for a Swiss QR-bill. */
  address: StructuredAddress | null
}

/** How the orders of a shop are paid. */
export interface BankSettings {
  /** At most one a currency. */
  accounts: readonly BankAccount[]
  reference: ReferenceSettings
  payableWithinDays: number
}

/** There is no account for orders in a currency, so that no mail can say where to pay. */
export class NoBankAccountError extends Error {
  constructor(readonly currency: string) {
    super(
      `There is no bank account for orders in ${currency}. Add one under Settings, Order e-mails, Bank details: ` +
        `for ${currency}, or for all currencies that have none of their own.`,
    )
  }
}

/** What a step of a dunning plan asks for, in place of what is open and of the shop's own time for payment. */
export type Demanded = Pick<Demand, "total" | "payableUntil">

/**
 * Where and how this order is paid: to the account of its currency, or else to the one for all other currencies.
 *
 * The date is a calendar day in the shop's time zone, counted from the order's day; when that would not leave the customer
 * until tomorrow, because the mail is written or sent again much later or the order was a draft for weeks, it is
 * counted from today.
 *
 * @param now when the mail is written
 * @param demand counts for amount and date where there is one
 * @throws NoBankAccountError when there is no account for the order's currency
 */
export function paymentInstructions(
  facts: OrderFacts,
  settings: BankSettings,
  timeZone: string,
  now: Date,
  demand: Demanded | null = null,
): PaymentInstructions {
  const { payableWithinDays } = settings
  const { accountHolder, iban, bic, bank, address, currency } = accountFor(facts, settings)
  return {
    accountHolder,
    iban,
    bic,
    bank,
    address,
    reference: referenceOf(facts, iban, settings.reference),
    amount: demand?.total ?? facts.totals.open,
    currency,
    payableUntil: demand?.payableUntil ?? payableUntil(facts.placed_at, payableWithinDays, timeZone, now),
  }
}

function payableUntil(placedAt: string, payableWithinDays: number, timeZone: string, now: Date): string {
  const today = calendarDay(now, timeZone)
  const fromOrder = addDays(calendarDay(new Date(placedAt), timeZone), payableWithinDays)
  return fromOrder > today ? fromOrder : addDays(today, payableWithinDays)
}

/** @throws NoBankAccountError when there is none */
function accountFor(facts: OrderFacts, { accounts }: BankSettings): BankAccount & { currency: string } {
  const currency = facts.currency_code.toUpperCase()
  const account =
    accounts.find((account) => account.currency === currency) ?? accounts.find((account) => account.currency === null)
  if (!account) throw new NoBankAccountError(currency)
  return { ...account, currency }
}

function referenceOf(facts: OrderFacts, iban: string, settings: ReferenceSettings): string {
  // Banks refuse payments to a QR-IBAN that have another kind of reference.
  if (isQrIban(iban)) return qrReference(facts.number)
  return paymentReference({ orderNumber: facts.number, customerNumber: facts.customer.number ?? null }, settings)
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
