import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminApi } from "../parts/admin-api"
import { COUNTRIES } from "./countries"
import type { SeededSalesChannel } from "./seed-store"

/** A warehouse in Hamburg that ships with DHL to every country. Returns the shipping profile for the products. */
export async function seedShipping(admin: AdminApi, channels: SeededSalesChannel[]): Promise<string> {
  const location = await createWarehouse(admin, channels)
  const { shipping_profiles } = await admin.get<HttpTypes.AdminShippingProfileListResponse>("/admin/shipping-profiles")
  const [profile] = shipping_profiles
  if (!profile) throw new Error("Medusa has made no shipping profile; its first start has failed.")

  const { stock_location } = await admin.post<HttpTypes.AdminStockLocationResponse>(
    `/admin/stock-locations/${location}/fulfillment-sets?fields=*fulfillment_sets`,
    { name: "DHL", type: "shipping" },
  )
  const [set] = stock_location.fulfillment_sets ?? []
  if (!set) throw new Error(`The stock location ${location} came back without its fulfillment set.`)
  for (const country of COUNTRIES) await shipTo(admin, set.id, profile.id, country)
  return profile.id
}

async function createWarehouse(admin: AdminApi, channels: SeededSalesChannel[]): Promise<string> {
  const { stock_location } = await admin.post<HttpTypes.AdminStockLocationResponse>("/admin/stock-locations", {
    name: "Speicherstadt",
    address: { address_1: "Speicherstraße 12", postal_code: "20457", city: "Hamburg", country_code: "DE" },
  })
  const path = `/admin/stock-locations/${stock_location.id}`
  await admin.post(`${path}/fulfillment-providers`, { add: ["manual_manual"] })
  await admin.post(`${path}/sales-channels`, { add: channels.map(({ id }) => id) })
  return stock_location.id
}

async function shipTo(
  admin: AdminApi,
  setId: string,
  profileId: string,
  country: (typeof COUNTRIES)[number],
): Promise<void> {
  const { fulfillment_set } = await admin.post<HttpTypes.AdminFulfillmentSetResponse>(
    `/admin/fulfillment-sets/${setId}/service-zones`,
    { name: country.region, geo_zones: [{ type: "country", country_code: country.code }] },
  )
  const zone = fulfillment_set.service_zones.find(({ name }) => name === country.region)
  if (!zone) throw new Error(`The fulfillment set ${setId} came back without the zone "${country.region}".`)
  await admin.post("/admin/shipping-options", {
    name: country.code === "de" ? "DHL Paket" : "DHL Paket International",
    service_zone_id: zone.id,
    shipping_profile_id: profileId,
    provider_id: "manual_manual",
    price_type: "flat",
    type: { label: "DHL Paket", description: "In zwei bis drei Werktagen", code: "dhl-paket" },
    prices: [{ currency_code: country.currency, amount: country.shipping }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  })
}
