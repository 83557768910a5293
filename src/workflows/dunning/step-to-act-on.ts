import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { MailOccasion } from "../../kinds/occasion"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { refreshCases } from "./refresh-cases"

/** A step as a person saw it. */
export interface SeenStep {
  order_id: string
  kind: string
  level: number
  /** ISO 8601. */
  now: string
}

/**
 * The step of an order that a person wants to send or skip, as the order is now.
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED with the reason when no step is next; CONFLICT when another one is
 */
export async function stepToActOn(
  container: MedusaContainer,
  seen: SeenStep,
): Promise<{ facts: OrderFacts; occasion: Extract<MailOccasion, { type: "demand" }> }> {
  const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const facts = (await refreshCases(container, [seen.order_id])).get(seen.order_id)
  if (!facts)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `there is no order with the id ${seen.order_id} that can be read`,
    )
  const ahead = await dunning.stepAhead(facts, new Date(seen.now))
  if (ahead.step === null)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `no step of its dunning plan can be sent or skipped for order ${facts.number}: ${ahead.reason}`,
    )
  const { kind, level } = ahead.step
  if (kind !== seen.kind || level !== seen.level)
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `the next step of order ${facts.number} is ${kind} ${level} by now, and not ${seen.kind} ${seen.level}: look again`,
    )
  return { facts, occasion: { type: "demand", demand: ahead.demand } }
}
