import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { NoticeAddress } from "../../modules/order-mail/merchant-desk"
import type { NamedShop } from "../../modules/order-mail/sender-desk"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { adminAddress } from "../admin-address"

/**
 * Makes the mails to merchants that it is time for. A shop for which that fails keeps no other from its own; what it is
 * to be told stays noted, and the next run tries again. Not undone: the delivery worker may have sent them by then.
 *
 * @returns how many mails were made
 */
export const sendMerchantNoticesStep = createStep(
  "send-merchant-notices",
  async (input: { now: string }, { container }): Promise<StepResponse<{ made: number }>> => {
    const { merchant } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const address = adminAddress(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).admin)
    const addressOf: NoticeAddress = ({ notice, order_id }, shopId) =>
      notice === "domain-broken" ? address.settings(shopId) : order_id && address.order(order_id)
    let made = 0
    for (const shop of await namedShops(container, await merchant.listShopsToTell())) {
      try {
        made += await merchant.tell(shop, new Date(input.now), addressOf)
      } catch (error) {
        logger.error(`order_mail: ${shop.name} could not be told what is noted for it; it waits`, error as Error)
      }
    }
    await merchant.forgetSettled()
    return new StepResponse({ made })
  },
)

/** With their sales channels' names. One that is gone goes by the store's: what happened is to be told all the same. */
async function namedShops(container: MedusaContainer, shopIds: (string | null)[]): Promise<NamedShop[]> {
  const { options } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const id = shopIds.filter((shopId) => shopId !== null)
  if (id.length === 0) return shopIds.map(() => ({ id: null, name: options.shop.name }))
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "sales_channel", fields: ["id", "name"], filters: { id } })
  const names = new Map(data.map((channel) => [channel.id, channel.name]))
  return shopIds.map((shopId) => ({ id: shopId, name: names.get(shopId ?? "") ?? options.shop.name }))
}
