import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminDunningResponse } from "../../../../dunning-types"
import { toAdminStops } from "../../../order-mails/dunning-stop-response"

/**
 * What comes next for an order, as the admin gets it.
 * @throws MedusaError NOT_FOUND for an order that nobody is reminded of: a draft, or one placed before the installation
 */
export async function dunningResponse(container: MedusaContainer, orderId: string): Promise<AdminDunningResponse> {
  const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const overview = await dunning.overview(orderId, new Date())
  if (!overview)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `nobody is reminded of the order ${orderId}: there is no order with this id that was placed since order mails were installed`,
    )
  return { dunning: { ...overview, stops: await toAdminStops(container, overview.stops) } }
}
