import type { MoneyMovement } from "./occasion"

/**
 * What a mail may know about an order: plain JSON, read once from Medusa and handed to kinds and rendering.
 *
 * Amounts are decimal strings in major units ("119.00"), because a float cannot hold money and a BigNumber
 * object is not plain data. Dates are ISO 8601 strings in UTC. Country and currency codes are lower case, as
 * Medusa has them.
 */
export interface OrderFacts {
  id: string
  /** Medusa counts the changes of an order; the first version is 1. */
  version: number
  /** The number the customer knows: `custom_display_id` where the shop sets one, else `display_id`. */
  number: string
  placed_at: string
  status: string
  /** As typed by the customer; not checked yet. */
  email: string | null
  /** BCP 47, when the order has one. */
  locale: string | null
  currency_code: string
  shop: { id: string | null; name: string }
  customer: {
    id: string | null
    /** The shop's own number for the customer, kept as `customer_number` in its metadata: Medusa has none. */
    number?: string | null
    first_name: string | null
    last_name: string | null
    company: string | null
  }
  billing_address: OrderAddress | null
  shipping_address: OrderAddress | null
  region: { id: string; name: string; locale: string | null; country_codes: string[] } | null
  items: OrderLine[]
  shipping: { name: string; total: string }[]
  /** Tax rates of the order, one entry a rate, highest first. */
  taxes: { name: string; rate_percent: string; amount: string }[]
  totals: {
    /** Order lines after discount, tax included. */
    items: string
    /** Shipping after discount, tax included. */
    shipping: string
    /** Discounts, tax included; "0" when there are none. Already subtracted from items and shipping. */
    discount: string
    tax: string
    /** Medusa's credit lines: gift cards, store credit, refunds. Already subtracted from the total, not from items and shipping. */
    credit: string
    total: string
    paid: string
    refunded: string
    /** What is still to pay; negative after an over-payment. */
    open: string
  }
  /** Payment providers of the order's payment sessions and payments, for example `pp_system_default`. */
  payment_provider_ids: string[]
  /** Money that came in, the oldest first. */
  captures: MoneyMovement[]
  /** Money that was paid back, the oldest first. */
  refunds: MoneyMovement[]
  /** When goods first left, ISO 8601; null: not yet. */
  fulfilled_at: string | null
}

export interface OrderAddress {
  first_name: string | null
  last_name: string | null
  company: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  country_code: string | null
}

export interface OrderLine {
  id: string
  title: string
  /** "Variant", for example "M / Black"; null for products with one variant only. */
  variant: string | null
  sku: string | null
  /** Absolute http(s) address of a picture, or null. */
  thumbnail: string | null
  quantity: string
  /** Price of one piece, tax included. */
  unit_price: string
  /** Price of the line after discount, tax included. */
  total: string
}
