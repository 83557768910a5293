import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import { requestOccurrence } from "../kinds/request-occurrence"
import { ORDER_MAIL_MODULE } from "../modules/order-mail"
import type OrderMailModuleService from "../modules/order-mail/service"
import { kindContext } from "./kind-context"
import { heedKindSwitch } from "./kind-switch"
import { requireKind } from "./require-kind"

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
  /** The mail is written and not sent before the merchant approved it. Default false. */
  wait_for_approval?: boolean
}

/**
 * Decides, renders and stores a mail. Stored twice it stays one row (idempotency key).
 *
 * @returns the mail's id, or null when there is no reason for a row
 * @throws MedusaError NOT_ALLOWED when a person asks for a mail that would be wrong, for example for a paid order
 */
export async function storeOrderMail(container: MedusaContainer, input: StoreOrderMailInput): Promise<string | null> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { facts } = input
  const kind = requireKind(input.kind)
  const occasion = await occasionOf(orderMail, input)
  const sections = await orderMail.settings.effective(facts.shop.id)
  const context = await kindContext(orderMail, sections)
  const decided = kind.decide(facts, { ...context, occasion, askedByUser: Boolean(input.user_id) })
  const decision = input.user_id ? decided : heedKindSwitch(sections, kind.id, decided)
  if (input.user_id && !decision.send) throw refused(input, decision.reason)
  if (!decision.send && decision.silent) return null
  // A step that the plan found due and the kind refuses is decided anew with every run; a row each time would tell nothing.
  if (!decision.send && occasion.type === "demand" && decision.reason !== "kind-switched-off") return null

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
    input.wait_for_approval ? "awaiting-approval" : null,
  )
  return id
}

/** A step that is sent again keeps its level and asks for what is owed now. */
async function occasionOf(orderMail: OrderMailModuleService, input: StoreOrderMailInput): Promise<MailOccasion> {
  const { facts, kind, occasion = { type: "placed" }, request_id } = input
  if (occasion.type !== "demand" || !request_id) return occasion
  const mail = { id: "", kind, level: occasion.demand.level, occurrence: requestOccurrence(request_id) }
  const verdict = await orderMail.dunning.mayStillGo(mail, facts, new Date())
  if (verdict.reason !== null) throw refused(input, verdict.reason)
  return { type: "demand", demand: verdict.demand }
}

function refused({ facts, kind }: StoreOrderMailInput, reason: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `order ${facts.number} gets no mail of the kind ${kind}: ${reason}`,
  )
}
