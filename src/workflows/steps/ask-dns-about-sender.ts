import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import { standingOf } from "../../modules/order-mail/sender-domains"
import type { ShopSender } from "../../modules/order-mail/sender-desk"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { isCheckDue } from "../../sender/domain-check-due"
import { isOwnDomainLost } from "../../sender/identity"
import type { SenderReason } from "../../sender/sender-reasons"

export interface AskDnsInput {
  /** Whose sender to ask about; null: the store's. Missing: every sender that it is time for. */
  shop_id?: string | null
  /** The admin user who asked; null when the plugin does it by itself. */
  user_id: string | null
  now: string
}

export interface BrokenSenderDomain {
  domain: string
  /** Why mails do not go out under the domain any more. */
  reason: SenderReason
}

/**
 * Asks DNS about senders. What was found stays: a later failure changes nothing about DNS. Of several senders, one that
 * cannot be asked about keeps none of the others from being told of.
 *
 * @returns the domains that mails went out under until now, and do not any more
 * @throws what keeps the one sender that was named from being asked about
 */
export const askDnsAboutSenderStep = createStep(
  "ask-dns-about-sender",
  async (input: AskDnsInput, { container }): Promise<StepResponse<BrokenSenderDomain[]>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { sender } = orderMail
    const now = new Date(input.now)
    const ask = async (one: ShopSender): Promise<BrokenSenderDomain | null> => {
      const { before, state } = await sender.checkDomain(one, input.user_id, now)
      const [was, is] = [sender.decide({ ...one, state: before }), sender.decide({ ...one, state })]
      if (!isOwnDomainLost(was, is)) return null
      await noteBrokenDomain(orderMail, one, is.reason, input.now)
      return { domain: one.question.domain, reason: is.reason }
    }
    if (input.shop_id !== undefined) {
      const broken = await ask(await sender.of(input.shop_id))
      return new StepResponse(broken ? [broken] : [])
    }
    const broken = new Map<string, BrokenSenderDomain>()
    for (const one of (await sender.listQuestions()).filter(isDueAt(now))) {
      const { domain } = one.question
      try {
        const found = await ask(one)
        if (found) broken.set(domain, found)
      } catch (error) {
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.error(`order_mail: DNS could not be asked about ${domain}; it is tried again soon: ${String(error)}`)
      }
    }
    return new StepResponse([...broken.values()])
  },
)

/** The merchants of all shops that send for this domain in this way are told. */
async function noteBrokenDomain(
  { sender, merchant }: OrderMailModuleService,
  broken: ShopSender,
  reason: SenderReason,
  now: string,
): Promise<void> {
  const { domain } = broken.question
  for (const shopId of await sender.listShopsLike(broken))
    await merchant.note({
      shop_id: shopId,
      notice: "domain-broken",
      order_id: null,
      order_mail_id: null,
      facts: { domain, sender_reason: reason },
      dedupe_key: ["domain-broken", shopId ?? "", domain, now].join(":"),
    })
}

function isDueAt(now: Date): (one: ShopSender) => boolean {
  return ({ state }) => state === null || isCheckDue({ standing: standingOf(state), keyRing: state.keyRing }, now)
}
