import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import type { Outcome } from "../../delivery/types"
import { isMerchantMail } from "../../kinds/merchant-notice"
import { OrderMail } from "./entities/order-mail.entity"
import { OrderMailEvents, type OrderMailEventData } from "./events"
import { In } from "typeorm"

type OutcomeEvent = "order_mail.sent" | "order_mail.failed"
type Message = {
  [Name in OutcomeEvent]: { name: Name; data: OrderMailEventData[Name] }
}[OutcomeEvent]

/**
 * Tells the rest of the shop about mails to customers that were sent or failed; called after the outcome is committed.
 */
export async function emitOutcomes(
  dataSource: DataSource,
  eventBus: IEventBusModuleService,
  outcomes: Outcome[],
): Promise<void> {
  const settled = outcomes.filter((outcome) => outcome.state === "sent" || outcome.state === "failed")
  if (settled.length === 0) return
  const mails = await dataSource.getRepository(OrderMail).find({
    select: { id: true, order_id: true, kind: true, state: true, state_reason: true, state_detail: true },
    where: { id: In(settled.map((outcome) => outcome.mailId)) },
  })
  await eventBus.emit(mails.flatMap(toMessages))
}

function toMessages(mail: OrderMail): Message[] {
  const { id, order_id, kind, state_reason: reason, state_detail: detail } = mail
  if (order_id === null || isMerchantMail(kind)) return []
  if (mail.state === "sent") return [{ name: OrderMailEvents.SENT, data: { id, order_id, kind } }]
  if (mail.state === "failed" && reason)
    return [{ name: OrderMailEvents.FAILED, data: { id, order_id, kind, reason, detail } }]
  return []
}
