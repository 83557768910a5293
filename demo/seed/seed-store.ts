import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminApi } from "../parts/admin-api"
import { CURRENCIES, HOME_CURRENCY } from "./countries"

export interface SeededSalesChannel {
  id: string
  name: "Onlineshop" | "B2B-Shop"
  publishableKey: string
}

/** Store, currencies and two sales channels, each with a publishable key of its own. */
export async function seedStore(admin: AdminApi): Promise<SeededSalesChannel[]> {
  const { stores } = await admin.get<HttpTypes.AdminStoreListResponse>("/admin/stores")
  const [store] = stores
  if (!store) throw new Error("Medusa has made no store; its first start has failed.")

  const online = await admin.post<HttpTypes.AdminSalesChannelResponse>(
    store.default_sales_channel_id
      ? `/admin/sales-channels/${store.default_sales_channel_id}`
      : "/admin/sales-channels",
    { name: "Onlineshop", description: "Für Privatkunden" },
  )
  const business = await admin.post<HttpTypes.AdminSalesChannelResponse>("/admin/sales-channels", {
    name: "B2B-Shop",
    description: "Für Cafés, Büros und Wiederverkäufer",
  })
  await admin.post(`/admin/stores/${store.id}`, {
    name: "Morgenrot Kaffeerösterei",
    default_sales_channel_id: online.sales_channel.id,
    supported_currencies: CURRENCIES.map((currency_code) => ({
      currency_code,
      is_default: currency_code === HOME_CURRENCY,
      is_tax_inclusive: true,
    })),
  })
  return [
    { id: online.sales_channel.id, name: "Onlineshop", publishableKey: await createKey(admin, online.sales_channel) },
    { id: business.sales_channel.id, name: "B2B-Shop", publishableKey: await createKey(admin, business.sales_channel) },
  ]
}

async function createKey(admin: AdminApi, { id, name }: HttpTypes.AdminSalesChannel): Promise<string> {
  const { api_key } = await admin.post<HttpTypes.AdminApiKeyResponse>("/admin/api-keys", {
    title: name,
    type: "publishable",
  })
  await admin.post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [id] })
  return api_key.token
}
