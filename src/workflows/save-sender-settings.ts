import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { askDnsAboutSenderStep } from "./steps/ask-dns-about-sender"
import { saveSenderSettingsStep, type SaveSenderSettingsInput } from "./steps/save-sender-settings"

/**
 * Saves what a merchant set in "Sender and domain", and asks DNS about a sender that has changed.
 *
 * @summary Save sender settings.
 */
export const saveSenderSettingsWorkflow = createWorkflow(
  "save-sender-settings",
  function (input: WorkflowData<SaveSenderSettingsInput>): WorkflowResponse<void> {
    const saved = saveSenderSettingsStep(input)
    when("sender-changed", { saved }, ({ saved }) => saved.sender_changed).then(() => {
      askDnsAboutSenderStep(input)
    })
    return new WorkflowResponse(undefined as void)
  },
)
