import type { AdminApi } from "../parts/admin-api"
import { seedCustomers } from "./seed-customers"
import { seedOrders } from "./seed-orders"
import { seedProducts, seedProductTypes } from "./seed-products"
import { seedRegions, seedTaxes } from "./seed-regions"
import { seedShipping } from "./seed-shipping"
import { seedStore, type SeededSalesChannel } from "./seed-store"

export interface SeededShop {
  channels: SeededSalesChannel[]
  /** Region ids by country code. */
  regions: Record<string, string>
}

/**
 * Fills an empty shop through Medusa's HTTP APIs, as a merchant would in the admin.
 *
 * @param withOrders false where only the shop itself is needed, as in tests, which place their own orders
 */
export async function seedShop(admin: AdminApi, baseUrl: string, withOrders: boolean): Promise<SeededShop> {
  const channels = await seedStore(admin)
  const regions = await seedRegions(admin)
  const types = await seedProductTypes(admin)
  await seedTaxes(admin, types.Lebensmittel)
  const profile = await seedShipping(admin, channels)
  await seedProducts(admin, channels, types, profile, (file) => `${baseUrl}/static/${file}`)
  await seedCustomers(admin)
  if (withOrders) await seedOrders({ admin, baseUrl, channels, regions })
  return { channels, regions }
}
