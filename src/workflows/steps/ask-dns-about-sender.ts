import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

const DAY_MS = 24 * 60 * 60 * 1000

export interface AskDnsInput {
  /** Whose sender to ask about; null: the store's. Missing: every sender that was not asked about for a day. */
  shop_id?: string | null
  /** The admin user who asked; null when the plugin does it by itself. */
  user_id: string | null
  now: string
}

export interface BrokenSenderDomain {
  domain: string
  /** Why mails do not go out under the domain any more, as a reason of the sender identity. */
  reason: string
}

/**
 * Asks DNS about senders. What was found stays: a later failure changes nothing about DNS.
 * @returns the domains that mails went out under until now, and do not any more
 */
export const askDnsAboutSenderStep = createStep(
  "ask-dns-about-sender",
  async (input: AskDnsInput, { container }): Promise<StepResponse<BrokenSenderDomain[]>> => {
    const { sender } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const asked =
      input.shop_id === undefined
        ? (await sender.listQuestions()).filter(({ state }) => isDue(state?.lastCheck?.checked_at, input.now))
        : [await sender.of(input.shop_id)]
    const broken = new Map<string, BrokenSenderDomain>()
    for (const one of asked) {
      const { domain } = one.question
      const result = await sender.checkDomain(one, input.user_id)
      if (result.broken) broken.set(domain, { domain, reason: sender.decide({ ...one, state: result.state }).reason })
    }
    return new StepResponse([...broken.values()])
  },
)

function isDue(checkedAt: string | undefined, now: string): boolean {
  return checkedAt === undefined || Date.parse(now) - Date.parse(checkedAt) >= DAY_MS
}
