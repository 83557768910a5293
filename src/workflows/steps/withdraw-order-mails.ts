import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createKindRegistry } from "../../kinds/registry"
import { isRequestOccurrence } from "../../kinds/request-occurrence"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { MailToSkip } from "../../modules/order-mail/queries/skip-waiting-mails"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { kindContext } from "../kind-context"
import { readOrderFacts } from "../order-facts/read-order-facts"

export interface WithdrawOrderMailsInput {
  order_ids: string[]
  /** What made us ask again: an event's name or "sweep". */
  cause: string
}

/**
 * Asks each waiting mail's kind again and takes back what must not go any more. An order that cannot be read is logged
 * and passed over: its mails stay as they were. Not undone: the order is what it is.
 *
 * @returns ids of the mails taken back
 */
export const withdrawOrderMailsStep = createStep(
  "withdraw-order-mails",
  async (input: WithdrawOrderMailsInput, { container }): Promise<StepResponse<string[]>> => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const toSkip: MailToSkip[] = []
    for (const orderId of input.order_ids) {
      try {
        toSkip.push(...(await mailsToSkip(container, orderId)))
      } catch (error) {
        logger.error(`order_mail: could not look again whether mails of ${orderId} may go`, error as Error)
      }
    }
    return new StepResponse(await orderMail.skipWaitingMails(toSkip, input.cause))
  },
)

async function mailsToSkip(container: MedusaContainer, orderId: string): Promise<MailToSkip[]> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const waiting = await orderMail.listWaiting(orderId)
  // Most events are about orders whose mails left long ago: those need not be read.
  if (waiting.length === 0) return []
  const facts = await readOrderFacts(container, orderId)
  const kinds = createKindRegistry()
  const context = await kindContext(orderMail, await orderMail.settings.effective(facts.shop.id))
  return waiting.flatMap(({ id, kind, occurrence, occasion }) => {
    const decision = kinds.get(kind).decide(facts, {
      ...context,
      occasion: occasion ?? { type: "placed" },
      askedByUser: isRequestOccurrence(occurrence),
    })
    return decision.send ? [] : [{ mailId: id, reason: decision.reason }]
  })
}
