import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/** Forgets what a shop has set; the log of its changes stays. Not undone: the shop is gone. */
export const forgetShopSettingsStep = createStep(
  "forget-shop-settings",
  async ({ shop_id }: { shop_id: string }, { container }): Promise<StepResponse<void>> => {
    await container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).sender.saved.forget(shop_id)
    return new StepResponse()
  },
)
