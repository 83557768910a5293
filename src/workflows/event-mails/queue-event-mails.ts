import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { requireKind } from "../require-kind"
import { storeOrderMail } from "../store-order-mail"
import { wantedMails } from "./wanted-mails"

/**
 * Makes the mails that what happened to an order calls for and that it does not have yet.
 *
 * @param cause an event's name, or "sweep"
 * @returns ids of the mails made
 */
export async function queueEventMails(
  container: MedusaContainer,
  facts: OrderFacts,
  cause: string,
  now: Date,
): Promise<string[]> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { occurrences, told } = await orderMail.readStory(facts.id)
  const ids: string[] = []
  for (const { kind, occasion } of wantedMails(facts, told, now)) {
    // Writing a mail costs far more than asking whether there is one.
    if (occurrences.has(`${kind}:${requireKind(kind).occurrence(facts, occasion)}`)) continue
    const id = await storeOrderMail(container, { facts, kind, occasion, cause })
    if (id !== null) ids.push(id)
  }
  return ids
}
