import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { SaveSection } from "../../modules/order-mail/settings/order-mail-settings"
import type { PlainSection } from "../../modules/order-mail/settings/sections"

export interface SaveSettingsSectionInput {
  section: PlainSection
  change: SaveSection
  user_id: string
}

/**
 * Saves one level of one section.
 * @throws MedusaError CONFLICT when somebody else saved meanwhile; INVALID_DATA that names the field
 */
export const saveSettingsSectionStep = createStep(
  "save-settings-section",
  async ({ section, change, user_id }: SaveSettingsSectionInput, { container }): Promise<StepResponse<void>> => {
    await container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).settings.save(section, change, user_id)
    return new StepResponse(undefined as void)
  },
)
