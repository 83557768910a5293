import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { readOrderFacts } from "../order-facts/read-order-facts"

/** More are made in the next run. */
const COPIES_A_RUN = 100

/**
 * Makes the copies of reminders that merchants are to get. One that cannot be made keeps no other back and is tried again
 * with the next run. Not undone: the delivery worker may have sent them by then.
 *
 * @returns how many mails were made
 */
export const sendMerchantCopiesStep = createStep(
  "send-merchant-copies",
  async (input: { now: string }, { container }): Promise<StepResponse<{ made: number }>> => {
    const { copies } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let made = 0
    for (const mail of await copies.findDue(COPIES_A_RUN)) {
      try {
        made += await copies.make(mail, await readOrderFacts(container, mail.order_id), new Date(input.now))
      } catch (error) {
        logger.error(`order_mail: the merchant's copy of ${mail.id} could not be made; it waits`, error as Error)
      }
    }
    return new StepResponse({ made })
  },
)
