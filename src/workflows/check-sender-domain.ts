import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OrderMailEvents } from "../modules/order-mail/events"
import { askDnsAboutSenderStep, type CheckedSenderDomain, type AskDnsInput } from "./steps/ask-dns-about-sender"
import { notifySenderDomainBrokenStep } from "./steps/notify-sender-domain-broken"

/**
 * Asks DNS whether mails may go out under the shop's own domain, and tells the merchant when that has ended.
 *
 * @summary Check the sender's domain.
 */
export const checkSenderDomainWorkflow = createWorkflow(
  "check-sender-domain",
  function (input: WorkflowData<AskDnsInput>): WorkflowResponse<CheckedSenderDomain> {
    const checked = askDnsAboutSenderStep(input)
    when("sender-domain-broken", { checked }, ({ checked }) => checked.broken).then(() => {
      notifySenderDomainBrokenStep(checked)
      emitEventStep({ eventName: OrderMailEvents.DOMAIN_BROKEN, data: checked })
    })
    return new WorkflowResponse(checked)
  },
)
