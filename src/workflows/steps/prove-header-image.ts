import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { HeaderImage } from "../../modules/order-mail/settings/branding-section"

/**
 * Signs a picture that was checked and stored, so that it can be saved as the header image.
 *
 * @throws MedusaError INVALID_DATA when the File module has it at an address that no mail program can ask
 */
export const proveHeaderImageStep = createStep(
  "prove-header-image",
  async (image: Omit<HeaderImage, "proof">, { container }): Promise<StepResponse<HeaderImage>> =>
    new StepResponse(container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).headerImages.prove(image)),
)
