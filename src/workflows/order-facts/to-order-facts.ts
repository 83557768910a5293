import { MathBN } from "@medusajs/framework/utils"
import type { OrderAddress, OrderFacts, OrderLine } from "../../kinds/order-facts"
import type { MoneyMovement } from "../../kinds/occasion"
import type { GraphAddress, GraphFulfillment, GraphItem, GraphOrder } from "./graph-order"
import { moneyIn, type Money } from "./money"
import { sumTaxes } from "./sum-taxes"

/**
 * Turns Medusa's order into plain facts.
 *
 * Amounts are rounded to what the currency can pay: Medusa divides tax out of a price and adds it again, which leaves
 * totals such as 30.699999999999999997.
 *
 * @param order as `query.graph` gives it for ORDER_FIELDS
 * @param shopName used when the order has no sales channel
 */
export function toOrderFacts(order: GraphOrder, shopName: string): OrderFacts {
  const money = moneyIn(order.currency_code)
  return {
    id: order.id,
    version: order.version ?? 1,
    number: order.custom_display_id ?? String(order.display_id),
    placed_at: new Date(order.created_at).toISOString(),
    status: order.status,
    email: order.email ?? null,
    locale: order.locale ?? null,
    currency_code: order.currency_code,
    shop: { id: order.sales_channel?.id ?? null, name: order.sales_channel?.name ?? shopName },
    customer: {
      id: order.customer?.id ?? null,
      number: customerNumber(order.customer?.metadata),
      first_name: order.customer?.first_name ?? null,
      last_name: order.customer?.last_name ?? null,
      company: order.customer?.company_name ?? null,
    },
    billing_address: toAddress(order.billing_address),
    shipping_address: toAddress(order.shipping_address),
    region: order.region
      ? {
          id: order.region.id,
          name: order.region.name,
          locale: typeof order.region.metadata?.locale === "string" ? order.region.metadata.locale : null,
          country_codes: (order.region.countries ?? []).map((country) => country.iso_2),
        }
      : null,
    items: (order.items ?? []).map((item) => toLine(item, money)),
    shipping: (order.shipping_methods ?? []).map((method) => ({ name: method.name, total: money(method.total) })),
    taxes: sumTaxes([...(order.items ?? []), ...(order.shipping_methods ?? [])], money),
    totals: {
      items: money(order.item_total),
      shipping: money(order.shipping_total),
      discount: money(order.discount_total),
      tax: money(order.tax_total),
      credit: money(order.credit_line_total),
      total: money(order.total),
      paid: money(order.summary?.paid_total),
      refunded: money(order.summary?.refunded_total),
      open: money(order.summary?.pending_difference ?? order.total),
    },
    payment_provider_ids: providersOf(order),
    captures: movementsOf(order, "captures", money),
    refunds: movementsOf(order, "refunds", money),
    fulfilled_at: fulfilledAt(order.fulfillments ?? []),
  }
}

/** Medusa has no customer numbers; shops that have keep them in the customer's metadata. */
function customerNumber(metadata: Record<string, unknown> | null | undefined): string | null {
  const number = metadata?.customer_number
  return typeof number === "string" || typeof number === "number" ? String(number).trim() || null : null
}

function toLine(item: GraphItem, money: Money): OrderLine {
  const quantity = MathBN.convert(item.quantity ?? 1).toFixed()
  return {
    id: item.id,
    title: item.product_title ?? item.title,
    variant: variantOf(item),
    sku: item.variant_sku ?? null,
    thumbnail: item.thumbnail ?? null,
    quantity,
    unit_price: money(MathBN.div(item.original_total ?? 0, quantity === "0" ? 1 : quantity)),
    total: money(item.total),
  }
}

/** Medusa calls the only variant of a simple product "Default variant": a word the customer has never seen. */
function variantOf(item: GraphItem): string | null {
  const variant = item.variant_title ?? null
  return variant && !/^default( variant)?$/i.test(variant) ? variant : null
}

function toAddress(address: GraphAddress | null | undefined): OrderAddress | null {
  if (!address) return null
  const { first_name, last_name, company, address_1, address_2, postal_code, city, province, country_code } = address
  return {
    first_name: first_name ?? null,
    last_name: last_name ?? null,
    company: company ?? null,
    address_1: address_1 ?? null,
    address_2: address_2 ?? null,
    postal_code: postal_code ?? null,
    city: city ?? null,
    province: province ?? null,
    country_code: country_code ?? null,
  }
}

/** A payment is what was chosen; sessions count only where no payment exists yet. */
function providersOf(order: GraphOrder): string[] {
  const collections = order.payment_collections ?? []
  const payments = collections.flatMap((collection) => collection.payments ?? [])
  const sessions = collections.flatMap((collection) => collection.payment_sessions ?? [])
  const chosen = payments.length > 0 ? payments : sessions
  return [...new Set(chosen.map((entry) => entry.provider_id))]
}

function movementsOf(order: GraphOrder, what: "captures" | "refunds", money: Money): MoneyMovement[] {
  return (order.payment_collections ?? [])
    .flatMap((collection) => collection.payments ?? [])
    .flatMap((payment) => payment[what] ?? [])
    .map(({ id, amount, created_at }) => ({ id, amount: money(amount), at: new Date(created_at).toISOString() }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** A fulfilment that nobody marked as shipped counts from when it was made: many shops never mark it. */
function fulfilledAt(fulfillments: GraphFulfillment[]): string | null {
  const moments = fulfillments
    .filter(({ canceled_at }) => !canceled_at)
    .map(({ shipped_at, created_at }) => new Date(shipped_at ?? created_at).toISOString())
  return moments.sort()[0] ?? null
}
