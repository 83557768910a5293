import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MailOccasion } from "../../kinds/occasion"
import type { OrderFacts } from "../../kinds/order-facts"
import { requestOccurrence } from "../../kinds/request-occurrence"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { kindContext } from "../kind-context"
import { heedKindSwitch } from "../kind-switch"
import { requireKind } from "../require-kind"

export interface StoreOrderMailInput {
  facts: OrderFacts
  kind: string
  /** Default: the order as a whole. */
  occasion?: MailOccasion
  /** What asked for the mail: an event's name, "sweep" or "user". */
  cause: string
  /** The admin user who asked; null when the plugin did. */
  user_id?: string | null
  /** Made by the asking client, so that a repeated request makes no second mail; absent for the first mail of a kind. */
  request_id?: string
  /** Address to write to instead of the order's. */
  to?: string
  resend_of?: string
}

/**
 * Decides, renders and stores a mail in one go, so that its bytes never pass through the workflow's memory. Stored
 * twice it stays one row (idempotency key). It is not undone when a later step fails: the delivery worker may have
 * sent it by then, so let it be the last step that matters.
 *
 * @returns the mail's id, or null when the order is none of this kind's business
 * @throws MedusaError NOT_ALLOWED when a person asks for a mail that would be wrong, for example for a paid order
 */
export const storeOrderMailStep = createStep(
  "store-order-mail",
  async (input: StoreOrderMailInput, { container }): Promise<StepResponse<string | null>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { facts, occasion = { type: "placed" } } = input
    const kind = requireKind(input.kind)
    const sections = await orderMail.settings.effective(facts.shop.id)
    const context = await kindContext(orderMail, sections)
    const decided = kind.decide(facts, { ...context, occasion, askedByUser: Boolean(input.user_id) })
    const decision = input.user_id ? decided : heedKindSwitch(sections, kind.id, decided)
    if (input.user_id && !decision.send)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `order ${facts.number} gets no mail of the kind ${kind.id}: ${decision.reason}`,
      )
    if (!decision.send && decision.silent) return new StepResponse(null)

    const { id } = await orderMail.queueOrderMail(
      {
        mailId: orderMail.newMailId(),
        kind: kind.id,
        level: occasion.type === "demand" ? occasion.demand.level : null,
        occurrence: input.request_id ? requestOccurrence(input.request_id) : kind.occurrence(facts, occasion),
        occasion,
        decision,
        facts,
        to: input.to ?? null,
        resendOf: input.resend_of ?? null,
        now: new Date(),
      },
      { cause: input.cause, userId: input.user_id ?? null },
    )
    return new StepResponse(id)
  },
)
