import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { SaveSenderInput } from "../../modules/order-mail/settings/sender-input"

export interface SaveSenderSettingsInput extends SaveSenderInput {
  user_id: string
  now: string
}

/**
 * Saves one level of the settings. Not undone: what follows only asks DNS, and the merchant's words stand.
 * @returns whether DNS is to be asked anew
 * @throws MedusaError CONFLICT when somebody else saved meanwhile; INVALID_DATA that names the field
 */
export const saveSenderSettingsStep = createStep(
  "save-sender-settings",
  async (input: SaveSenderSettingsInput, { container }): Promise<StepResponse<{ sender_changed: boolean }>> => {
    const { sender } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const before = await sender.of(input.shop_id)
    await sender.saved.save(input, input.user_id)
    const after = await sender.of(input.shop_id)
    return new StepResponse({ sender_changed: JSON.stringify(before.question) !== JSON.stringify(after.question) })
  },
)
