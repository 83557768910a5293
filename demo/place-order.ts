import type { HttpTypes } from "@medusajs/framework/types"
import { httpJson, type JsonRequest } from "./parts/http-json"

export interface OrderToPlace {
  /** Address of the shop, without a path. */
  baseUrl: string
  /** Of the sales channel to order in. */
  publishableKey: string
  email: string
  /** First and last name, divided at the first blank. */
  name: string
  lines: { sku: string; quantity: number }[]
  /** ISO 3166-1 alpha-2; chooses the region. */
  countryCode: string
  company?: string
  /** BCP 47; absent: Medusa's default. */
  locale?: string
  /** Absent: the manual provider, which stands for bank transfer. */
  paymentProvider?: string
}

const STREETS: Record<string, { address_1: string; postal_code: string; city: string }> = {
  de: { address_1: "Große Elbstraße 68", postal_code: "22767", city: "Hamburg" },
  at: { address_1: "Mariahilfer Straße 103", postal_code: "1060", city: "Wien" },
  ch: { address_1: "Langstrasse 14", postal_code: "8004", city: "Zürich" },
  gb: { address_1: "14 Brick Lane", postal_code: "E1 6RF", city: "London" },
}

/**
 * Places an order as a customer's browser does it: cart, shipping method, payment session, completion, all through
 * Medusa's store API.
 *
 * @throws HttpError with the shop's message when a step is refused
 */
export async function placeOrder(order: OrderToPlace): Promise<HttpTypes.StoreOrder> {
  const store = <T>(path: string, request?: JsonRequest) =>
    httpJson<T>(`${order.baseUrl}/store${path}`, {
      ...request,
      headers: { "x-publishable-api-key": order.publishableKey },
    })
  const post = <T>(path: string, body: unknown = {}) => store<T>(path, { method: "POST", body })

  const region = await findRegion(store, order.countryCode)
  const address = addressOf(order)
  const { cart } = await post<HttpTypes.StoreCartResponse>("/carts", {
    region_id: region.id,
    email: order.email,
    shipping_address: address,
    billing_address: address,
    items: await cartItems(store, order.lines),
    ...(order.locale ? { locale: order.locale } : {}),
  })
  const { shipping_options } = await store<HttpTypes.StoreShippingOptionListResponse>("/shipping-options", {
    query: { cart_id: cart.id },
  })
  const [shippingOption] = shipping_options
  if (!shippingOption) throw new Error(`The shop ships nothing to "${order.countryCode}" (cart ${cart.id}).`)
  await post(`/carts/${cart.id}/shipping-methods`, { option_id: shippingOption.id })

  const { payment_collection } = await post<HttpTypes.StorePaymentCollectionResponse>("/payment-collections", {
    cart_id: cart.id,
  })
  await post(`/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: order.paymentProvider ?? "pp_system_default",
  })
  const completed = await post<HttpTypes.StoreCompleteCartResponse>(`/carts/${cart.id}/complete`)
  if (completed.type === "order") return completed.order
  throw new Error(`Cart ${cart.id} did not become an order: ${completed.error.message}`)
}

type Store = <T>(path: string, request?: JsonRequest) => Promise<T>

async function findRegion(store: Store, countryCode: string): Promise<HttpTypes.StoreRegion> {
  const { regions } = await store<HttpTypes.StoreRegionListResponse>("/regions", { query: { fields: "*countries" } })
  const region = regions.find((one) => one.countries?.some(({ iso_2 }) => iso_2 === countryCode))
  if (!region) throw new Error(`The shop has no region with the country "${countryCode}".`)
  return region
}

async function cartItems(
  store: Store,
  lines: OrderToPlace["lines"],
): Promise<{ variant_id: string; quantity: number }[]> {
  const { products } = await store<HttpTypes.StoreProductListResponse>("/products", {
    query: { fields: "id,*variants", limit: 100 },
  })
  const variants = products.flatMap((product) => product.variants ?? [])
  return lines.map(({ sku, quantity }) => {
    const variant = variants.find((one) => one.sku === sku)
    if (!variant) throw new Error(`The sales channel of this key has no product with the SKU "${sku}".`)
    return { variant_id: variant.id, quantity }
  })
}

function addressOf({ name, company, countryCode }: OrderToPlace) {
  const [firstName = "", ...rest] = name.split(" ")
  return {
    first_name: firstName,
    last_name: rest.join(" "),
    ...(company ? { company } : {}),
    ...(STREETS[countryCode] ?? STREETS.de),
    country_code: countryCode,
  }
}
