import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { BrokenSenderDomain } from "./ask-dns-about-sender"

/** Tells the merchant in the admin's feed. A shop without a feed still has the event and the settings page. */
export const notifySenderDomainBrokenStep = createStep(
  "notify-sender-domain-broken",
  async (broken: BrokenSenderDomain[], { container }): Promise<StepResponse<void>> => {
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(
        broken.map(({ domain, reason }) => ({
          to: "",
          channel: "feed",
          template: "admin-ui",
          data: {
            title: `Order e-mails: ${domain}`,
            description: `E-mails no longer go out under ${domain} (${reason}). See Settings, Order e-mails.`,
          },
        })),
      )
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      const domains = broken.map(({ domain, reason }) => `${domain} (${reason})`).join(", ")
      logger.warn(
        `order_mail: mails no longer go out under ${domains}; the admin's feed cannot be written: ${String(error)}`,
      )
    }
    return new StepResponse()
  },
)
