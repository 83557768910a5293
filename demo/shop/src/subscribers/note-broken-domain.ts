import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How a shop's own code learns that mails no longer go out under a domain; a real one would tell somebody. */
export default async function noteBrokenDomain({
  event,
  container,
}: SubscriberArgs<{ domain: string; reason: string }>): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`${event.name}: ${event.data.domain} (${event.data.reason})`)
}

export const config: SubscriberConfig = { event: "order_mail.domain_broken" }
