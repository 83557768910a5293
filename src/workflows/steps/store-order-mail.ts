import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storeOrderMail, type StoreOrderMailInput } from "../store-order-mail"

export type { StoreOrderMailInput }

/**
 * Decides, renders and stores a mail in one go, so that its bytes never pass through the workflow's memory; see
 * {@link storeOrderMail}. It is not undone when a later step fails: the delivery worker may have sent it by then, so let
 * it be the last step that matters.
 *
 * @returns the mail's id, or null when there is no reason for a row
 * @throws MedusaError NOT_ALLOWED when a person asks for a mail that would be wrong, for example for a paid order
 */
export const storeOrderMailStep = createStep(
  "store-order-mail",
  async (input: StoreOrderMailInput, { container }): Promise<StepResponse<string | null>> =>
    new StepResponse(await storeOrderMail(container, input)),
)
