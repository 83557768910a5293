import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { BrokenSenderDomain } from "./ask-dns-about-sender"
import { brokenDomainNotice } from "./broken-domain-notice"

/** Tells the merchant in the admin's feed. A shop without a feed still has the event and the settings page. */
export const notifySenderDomainBrokenStep = createStep(
  "notify-sender-domain-broken",
  async (broken: BrokenSenderDomain[], { container }): Promise<StepResponse<void>> => {
    const { options } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(
        broken.map((one) => ({
          to: "",
          channel: "feed",
          template: "admin-ui",
          data: brokenDomainNotice(one, options.shop.language),
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
