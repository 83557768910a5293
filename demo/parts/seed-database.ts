import { rmSync } from "node:fs"
import { ADMIN } from "../settings"
import { seedShop, type SeededShop } from "../seed/seed-shop"
import { adminApi } from "./admin-api"
import { createAdminUser, migrateIfNeeded, startShop, type RunningShop, type ShopSettings } from "./shop-process"

/**
 * Makes an empty database a shop: migrations, a user for the admin, and the seed.
 *
 * @returns the shop still running, so that whoever wants it need not start it again
 */
export async function seedDatabase(
  settings: ShopSettings,
  { stampFile, withOrders, say }: { stampFile: string; withOrders: boolean; say: (line: string) => void },
): Promise<{ shop: RunningShop; seeded: SeededShop }> {
  rmSync(stampFile, { force: true })
  say("Creating the shop's tables …")
  await migrateIfNeeded(settings, stampFile)
  say("Starting the shop …")
  const [shop] = await Promise.all([startShop(settings), createAdminUser(settings, ADMIN.email, ADMIN.password)])
  say(`Filling the shop with products${withOrders ? " and orders" : ""} …`)
  const admin = await adminApi(shop.baseUrl, ADMIN.email, ADMIN.password)
  return { shop, seeded: await seedShop(admin, shop.baseUrl, withOrders) }
}
