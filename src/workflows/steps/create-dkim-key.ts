import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/**
 * Makes a DKIM key that signs once its record is published. Not undone: an unpublished key does nothing.
 * @throws MedusaError NOT_ALLOWED while another key waits
 */
export const createDkimKeyStep = createStep(
  "create-dkim-key",
  async (input: { shop_id: string | null; user_id: string }, { container }): Promise<StepResponse<void>> => {
    await container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).sender.makeDkimKey(input.shop_id, input.user_id)
    return new StepResponse()
  },
)
