import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Makes sure that there is such a shop.
 * @param shopId null: the level of the store, which is always there
 * @throws MedusaError NOT_FOUND
 */
export async function requireShop(container: MedusaContainer, shopId: string | null): Promise<string | null> {
  if (shopId !== null) await container.resolve(Modules.SALES_CHANNEL).retrieveSalesChannel(shopId, { select: ["id"] })
  return shopId
}
