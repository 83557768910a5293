import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

const DAY_MS = 24 * 60 * 60 * 1000

export interface AskDnsInput {
  /** The admin user who asked; null when the plugin does it by itself, at most once a day. */
  user_id: string | null
  now: string
}

export interface CheckedSenderDomain {
  domain: string
  /** Mails went out under the domain until now, and do not any more. */
  broken: boolean
  /** Why, as a reason of the sender identity. */
  reason: string
}

/** Asks DNS about the sender's domain. What was found stays: a later failure changes nothing about DNS. */
export const askDnsAboutSenderStep = createStep(
  "ask-dns-about-sender",
  async (input: AskDnsInput, { container }): Promise<StepResponse<CheckedSenderDomain>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const known = await orderMail.sender.retrieveDomain()
    const age = known?.lastCheck
      ? new Date(input.now).getTime() - new Date(known.lastCheck.checked_at).getTime()
      : Infinity
    const broken = input.user_id || age >= DAY_MS ? (await orderMail.sender.checkDomain(input.user_id)).broken : false
    const { reason } = await orderMail.sender.decide()
    return new StepResponse({ domain: orderMail.sender.domain, broken, reason })
  },
)
