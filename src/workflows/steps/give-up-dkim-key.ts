import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface GiveUpDkimKeyInput {
  /** A sales channel; null: the store. */
  shop_id: string | null
  selector: string
  user_id: string
}

/**
 * Gives up a DKIM key that waits for its record. Not undone: its private key is gone, and another can be made.
 * @throws MedusaError NOT_ALLOWED when the key does not wait (any more)
 */
export const giveUpDkimKeyStep = createStep(
  "give-up-dkim-key",
  async ({ shop_id, selector, user_id }: GiveUpDkimKeyInput, { container }): Promise<StepResponse<void>> => {
    await container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).sender.giveUpDkimKey(shop_id, selector, user_id)
    return new StepResponse()
  },
)
