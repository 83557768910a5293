import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OrderMailEvents } from "../modules/order-mail/events"
import { askDnsAboutSenderStep, type AskDnsInput, type BrokenSenderDomain } from "./steps/ask-dns-about-sender"
import { notifySenderDomainBrokenStep } from "./steps/notify-sender-domain-broken"

/**
 * Asks DNS whether mails may go out under the shops' own domains, and tells the merchant where that has ended.
 *
 * @summary Check sender domains.
 */
export const checkSenderDomainWorkflow = createWorkflow(
  "check-sender-domain",
  function (input: WorkflowData<AskDnsInput>): WorkflowResponse<BrokenSenderDomain[]> {
    const broken = askDnsAboutSenderStep(input)
    when("sender-domain-broken", { broken }, ({ broken }) => broken.length > 0).then(() => {
      notifySenderDomainBrokenStep(broken)
      emitEventStep({ eventName: OrderMailEvents.DOMAIN_BROKEN, data: broken })
    })
    return new WorkflowResponse(broken)
  },
)
