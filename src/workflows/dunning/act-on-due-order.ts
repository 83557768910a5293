import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { RunDecision } from "../../modules/order-mail/dunning/answers"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { storeOrderMail } from "../store-order-mail"
import { refreshCases } from "./refresh-cases"

/** What the run did about an order. */
export type RunResult = "mail" | "canceled" | "nothing"

/** Sends an order the step that is due, at most one, or cancels it. @param facts as they were read just now */
export async function actOnDueOrder(container: MedusaContainer, facts: OrderFacts, now: Date): Promise<RunResult> {
  const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const decision: RunDecision = await dunning.decide(facts, now)
  if (decision.type === "nothing") return "nothing"
  if (decision.type === "cancel") return cancel(container, facts.id, now)
  const { step, demand } = decision
  const mailId = await storeOrderMail(container, {
    facts,
    kind: step.kind,
    occasion: { type: "demand", demand },
    cause: "dunning",
    wait_for_approval: step.waitForApproval,
  })
  return mailId === null ? "nothing" : "mail"
}

/** The order is read once more: while the batch was worked on, it may have been paid, and canceling would pay that back. */
async function cancel(container: MedusaContainer, orderId: string, now: Date): Promise<RunResult> {
  const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const facts = (await refreshCases(container, [orderId])).get(orderId)
  if (!facts || (await dunning.decide(facts, now)).type !== "cancel") return "nothing"
  await cancelOrderWorkflow(container).run({ input: { order_id: orderId } })
  await refreshCases(container, [orderId])
  return "canceled"
}
