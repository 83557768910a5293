import type { BigNumberInput } from "@medusajs/framework/types"

type Text = string | null | undefined
type Amount = BigNumberInput | null | undefined

/** What `query.graph` answers for ORDER_FIELDS: Medusa leaves out what is not there, so nearly all is optional. */
export interface GraphOrder {
  id: string
  display_id: number
  version?: number | null
  custom_display_id?: Text
  status: string
  email?: Text
  locale?: Text
  currency_code: string
  created_at: string | Date
  total?: Amount
  tax_total?: Amount
  discount_total?: Amount
  credit_line_total?: Amount
  item_total?: Amount
  shipping_total?: Amount
  summary?: { paid_total?: Amount; refunded_total?: Amount; pending_difference?: Amount } | null
  items?: GraphItem[] | null
  shipping_methods?: (GraphTaxed & { name: string; total?: Amount })[] | null
  billing_address?: GraphAddress | null
  shipping_address?: GraphAddress | null
  customer?: {
    id: string
    first_name?: Text
    last_name?: Text
    company_name?: Text
    metadata?: Record<string, unknown> | null
  } | null
  region?: {
    id: string
    name: string
    metadata?: Record<string, unknown> | null
    countries?: { iso_2: string }[] | null
  } | null
  sales_channel?: { id: string; name: string } | null
  payment_collections?:
    | {
        payments?: GraphPayment[] | null
        payment_sessions?: { provider_id: string }[] | null
      }[]
    | null
  fulfillments?: GraphFulfillment[] | null
}

interface GraphPayment {
  provider_id: string
  captures?: GraphMovement[] | null
  refunds?: GraphMovement[] | null
}

export interface GraphMovement {
  id: string
  amount: BigNumberInput
  created_at: string | Date
}

export interface GraphFulfillment {
  shipped_at?: string | Date | null
  canceled_at?: string | Date | null
  created_at: string | Date
}

export interface GraphTaxed {
  tax_lines?: { rate: number; code?: Text; description?: Text; total?: Amount }[] | null
}

export interface GraphItem extends GraphTaxed {
  id: string
  title: string
  product_title?: Text
  variant_title?: Text
  variant_sku?: Text
  thumbnail?: Text
  quantity?: Amount
  total?: Amount
  original_total?: Amount
}

export type GraphAddress = Partial<
  Record<
    | "first_name"
    | "last_name"
    | "company"
    | "address_1"
    | "address_2"
    | "postal_code"
    | "city"
    | "province"
    | "country_code",
    string | null
  >
>
