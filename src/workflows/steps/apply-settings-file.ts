import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { ComparedFile } from "../../modules/order-mail/settings/settings-file-desk"
import { settingsFileSurroundings } from "../settings-file-surroundings"

export interface ApplySettingsFileInput {
  file: unknown
  /** Of the comparison that the user has seen. */
  token: string | null
  user_id: string
}

/**
 * Saves what a file would change, all of it or nothing.
 * @throws MedusaError CONFLICT when something was saved since it was compared; INVALID_DATA for a file with problems
 */
export const applySettingsFileStep = createStep(
  "apply-settings-file",
  async ({ file, token, user_id }: ApplySettingsFileInput, { container }): Promise<StepResponse<ComparedFile>> => {
    const { settingsFile } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const surroundings = await settingsFileSurroundings(container, file)
    return new StepResponse(await settingsFile.apply(file, surroundings, token, user_id))
  },
)
