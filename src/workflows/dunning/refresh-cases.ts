import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import { caseFactsOf } from "../../modules/order-mail/dunning/case-facts"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { readOrders } from "../order-facts/read-orders"

/**
 * Reads orders as they are now and remembers what their reminders are decided by; those that are gone are forgotten. One
 * that cannot be read is logged and stays as it was.
 * @returns the orders that could be read
 */
export async function refreshCases(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, OrderFacts>> {
  if (orderIds.length === 0) return new Map()
  const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const readAt = new Date()
  const { facts, unreadable } = await readOrders(container, orderIds)
  for (const [orderId, why] of unreadable)
    logger.error(`order_mail: ${orderId} could not be read, so that its reminders wait: ${why}`)
  await dunning.postpone([...unreadable.keys()], readAt)
  await dunning.saveFacts([...facts.values()].map(caseFactsOf), readAt)
  await dunning.forget(orderIds.filter((id) => !facts.has(id) && !unreadable.has(id)))
  return facts
}
