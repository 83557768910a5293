import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderFacts } from "../../kinds/order-facts"
import { readOrderFacts } from "../order-facts/read-order-facts"

/**
 * Reads an order as plain facts.
 * @throws MedusaError NOT_FOUND when there is no such order
 */
export const loadOrderFactsStep = createStep(
  "load-order-facts",
  async (input: { order_id: string }, { container }): Promise<StepResponse<OrderFacts>> =>
    new StepResponse(await readOrderFacts(container, input.order_id)),
)
