import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { checkSenderDomainWorkflow } from "./check-sender-domain"
import { saveSenderSettingsStep, type SaveSenderSettingsInput } from "./steps/save-sender-settings"

/**
 * Saves what a merchant set in "Sender and domain", and asks DNS about a sender that has changed, with everything
 * that may come of the answer.
 *
 * @summary Save sender settings.
 */
export const saveSenderSettingsWorkflow = createWorkflow(
  "save-sender-settings",
  function (input: WorkflowData<SaveSenderSettingsInput>): WorkflowResponse<void> {
    const saved = saveSenderSettingsStep(input)
    when("sender-changed", { saved }, ({ saved }) => saved.sender_changed).then(() => {
      checkSenderDomainWorkflow.runAsStep({
        input: transform({ input }, ({ input: { shop_id, user_id, now } }) => ({ shop_id, user_id, now })),
      })
    })
    return new WorkflowResponse(undefined as void)
  },
)
