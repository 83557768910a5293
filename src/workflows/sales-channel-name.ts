import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * What the merchant calls a shop.
 * @throws MedusaError NOT_FOUND
 */
export async function salesChannelName(container: MedusaContainer, shopId: string): Promise<string> {
  const channels = container.resolve(Modules.SALES_CHANNEL)
  return (await channels.retrieveSalesChannel(shopId, { select: ["name"] })).name
}
