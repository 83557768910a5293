import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { forgetShopSettingsStep } from "./steps/forget-shop-settings"

/** @summary Forget what a shop has set. */
export const forgetShopSettingsWorkflow = createWorkflow(
  "forget-shop-settings",
  function (input: WorkflowData<{ shop_id: string }>): WorkflowResponse<void> {
    return new WorkflowResponse(forgetShopSettingsStep(input))
  },
)
