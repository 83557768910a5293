import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CheckedSenderDomain } from "./ask-dns-about-sender"

/** Tells the merchant in the admin's feed. A shop without a feed still has the event and the settings page. */
export const notifySenderDomainBrokenStep = createStep(
  "notify-sender-domain-broken",
  async ({ domain, reason }: CheckedSenderDomain, { container }): Promise<StepResponse<void>> => {
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications({
        to: "",
        channel: "feed",
        template: "admin-ui",
        data: {
          title: `Order e-mails: ${domain}`,
          description: `E-mails no longer go out under ${domain} (${reason}). See Settings, Order e-mails.`,
        },
      })
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.warn(
        `order_mail: ${domain} is broken (${reason}), and the admin's feed cannot be written: ${String(error)}`,
      )
    }
    return new StepResponse()
  },
)
