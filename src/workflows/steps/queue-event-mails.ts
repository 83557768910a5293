import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import { caseFactsOf } from "../../modules/order-mail/dunning/case-facts"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { queueEventMails } from "../event-mails/queue-event-mails"
import { readOrders } from "../order-facts/read-orders"

export interface QueueEventMailsInput {
  order_ids: string[]
  /** What made us look: an event's name or "sweep". */
  cause: string
  /** ISO 8601. */
  now: string
}

/**
 * Makes the mails that what happened to these orders calls for. One order that cannot be read or written to keeps no other
 * from its mails. Not undone: the delivery worker may have sent them by then.
 *
 * @returns ids of the mails made, and of the orders that failed
 */
export const queueEventMailsStep = createStep(
  "queue-event-mails",
  async (
    { order_ids, cause, now }: QueueEventMailsInput,
    { container },
  ): Promise<StepResponse<{ mail_ids: string[]; failed_order_ids: string[] }>> => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const readAt = new Date()
    const { facts, unreadable } = await readOrders(container, order_ids)
    // Where the event was lost, the order's reminders know as little as its customer.
    await orderMail.dunning.saveFacts([...facts.values()].map(caseFactsOf), readAt)
    const mail_ids: string[] = []
    const failed_order_ids: string[] = []
    for (const [orderId, why] of unreadable) {
      logger.error(`order_mail: ${orderId} could not be read after ${cause}; it is tried again: ${why}`)
      failed_order_ids.push(orderId)
    }
    for (const order of facts.values()) {
      try {
        mail_ids.push(...(await queueEventMails(container, order, cause, new Date(now))))
      } catch (error) {
        logger.error(`order_mail: the mails of ${order.id} after ${cause} could not be made`, error as Error)
        failed_order_ids.push(order.id)
      }
    }
    return new StepResponse({ mail_ids, failed_order_ids })
  },
)
