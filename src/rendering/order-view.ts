import { compareDecimals, isPositive } from "../kinds/decimal"
import type { OrderFacts, OrderLine } from "../kinds/order-facts"
import { addressLines } from "./address-lines"
import { formatDate, formatMoney, formatPercent, formatQuantity } from "./format"
import { oneLine } from "./one-line"
import { safeUrl } from "./safe-url"
import type { RenderInput } from "./types"

/** What a template can say about an order: finished texts in the mail's language, null where there is nothing to say. */
export interface OrderView {
  number: string
  placedOn: string
  /** False when no line has a picture; then the column for pictures is left out. */
  hasPictures: boolean
  lines: OrderLineView[]
  /** How many pieces were ordered: chooses the plural form, and the same as a text. */
  pieceCount: number
  pieces: string
  itemsTotal: string
  shipping: { name: string; total: string }[]
  /** Negative, because it is what lies between the rows above and the total. */
  credit: string | null
  /** Already subtracted from the lines and shipping. */
  discount: string | null
  taxes: { label: string; amount: string }[]
  total: string
  paid: string | null
  refunded: string | null
  /** Null when it is the total, where nothing is asked for, and where the mail shows apart how its sum comes about. */
  open: string | null
  addresses: {
    /** One address for both, or the two apart. */
    shared: string[] | null
    billing: string[] | null
    shipping: string[] | null
  }
}

interface OrderLineView {
  title: string
  variant: string | null
  /** Absolute http(s) address. */
  picture: string | null
  quantity: string
  unitPrice: string
  total: string
}

export function orderView({ facts, locale, timeZone, payment, occasion }: RenderInput): OrderView {
  const money = (amount: string): string => formatMoney(amount, facts.currency_code, locale)
  const moneyIfAny = (amount: string): string | null => (isPositive(amount) ? money(amount) : null)
  const lines = facts.items.map((line) => lineView(line, money, locale))
  const pieceCount = facts.items.reduce((count, line) => count + piecesOf(line), 0)
  const { totals } = facts
  const isSumShown = occasion.type === "demand" && occasion.demand.claim !== null
  const isOpenShown = payment !== null && !isSumShown && compareDecimals(totals.open, totals.total) !== 0
  return {
    number: oneLine(facts.number),
    placedOn: formatDate(facts.placed_at, timeZone, locale),
    hasPictures: lines.some((line) => line.picture !== null),
    lines,
    pieceCount,
    pieces: formatQuantity(String(pieceCount), locale),
    itemsTotal: money(totals.items),
    shipping: facts.shipping.map((method) => ({ name: oneLine(method.name), total: money(method.total) })),
    credit: isPositive(totals.credit) ? money(`-${totals.credit}`) : null,
    discount: moneyIfAny(totals.discount),
    taxes: facts.taxes.map((tax) => ({ label: taxLabel(tax, locale), amount: money(tax.amount) })),
    total: money(totals.total),
    paid: moneyIfAny(totals.paid),
    refunded: moneyIfAny(totals.refunded),
    open: isOpenShown ? money(totals.open) : null,
    addresses: addressesView(facts, locale),
  }
}

function lineView(line: OrderLine, money: (amount: string) => string, locale: string): OrderLineView {
  return {
    title: oneLine(line.title),
    variant: line.variant === null ? null : oneLine(line.variant),
    picture: safeUrl(line.thumbnail),
    quantity: formatQuantity(line.quantity, locale),
    unitPrice: money(line.unit_price),
    total: money(line.total),
  }
}

/** What is sold by measure, 1.5 metres for example, is one piece. */
function piecesOf({ quantity }: OrderLine): number {
  const pieces = Number(quantity)
  return Number.isSafeInteger(pieces) ? pieces : 1
}

/** Some shops call a rate "MwSt.", some "MwSt. 19 %": the rate is named once either way. */
function taxLabel(tax: OrderFacts["taxes"][number], locale: string): string {
  const name = oneLine(tax.name)
  const rate = formatPercent(tax.rate_percent, locale)
  const namesRate = name.includes(rate.replace(/[^\d.,]/g, ""))
  return namesRate ? name : `${name} ${rate}`.trim()
}

function addressesView(facts: OrderFacts, locale: string): OrderView["addresses"] {
  const billing = facts.billing_address ? addressLines(facts.billing_address, locale) : null
  const shipping = facts.shipping_address ? addressLines(facts.shipping_address, locale) : null
  const areSame = billing !== null && shipping !== null && billing.join("\n") === shipping.join("\n")
  return areSame ? { shared: billing, billing: null, shipping: null } : { shared: null, billing, shipping }
}
