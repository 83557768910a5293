import type { MedusaContainer } from "@medusajs/framework/types"
import type { Answer } from "../../../delivery/types"
import { ORDER_MAIL_MODULE } from "../../../modules/order-mail"
import type { OrderMailTimelineEntry } from "../../../modules/order-mail/entities/order-mail-timeline.entity"
import { toListedMail, type ListedMail } from "../../../modules/order-mail/listed-mail"
import type OrderMailModuleService from "../../../modules/order-mail/service"
import type { AdminOrderMail, AdminOrderMailResponse, AdminTimelineEntry, ServerAnswer } from "../../types"
import { userNaming, type NamedUser } from "./admin-users"

/** A mail with its story, as the admin gets it. */
export async function orderMailResponse(container: MedusaContainer, mailId: string): Promise<AdminOrderMailResponse> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const [mail, timeline] = await Promise.all([orderMail.retrieve(mailId), orderMail.listTimeline(mailId)])
  const userOf = await userNaming(
    container,
    timeline.map((entry) => entry.user_id),
  )
  return {
    order_mail: {
      ...toAdminOrderMail(toListedMail(mail)),
      timeline: timeline.map((entry) => toAdminEntry(entry, userOf(entry.user_id))),
    },
  }
}

/** A mail as JSON. */
export function toAdminOrderMail(mail: ListedMail): AdminOrderMail {
  return {
    ...mail,
    last_answer: toServerAnswer(mail.last_answer),
    next_attempt_at: mail.next_attempt_at?.toISOString() ?? null,
    sent_at: mail.sent_at?.toISOString() ?? null,
    created_at: mail.created_at.toISOString(),
    updated_at: mail.updated_at.toISOString(),
  }
}

function toAdminEntry(entry: OrderMailTimelineEntry, user: NamedUser | null): AdminTimelineEntry {
  return {
    id: entry.id,
    type: entry.type,
    at: entry.at.toISOString(),
    user,
    reason: entry.reason,
    answer: toServerAnswer(entry.answer),
    data: entry.data,
  }
}

function toServerAnswer(answer: Answer | null): ServerAnswer | null {
  if (!answer) return null
  return { code: answer.code, enhanced_status: answer.enhancedStatus, text: answer.text, server: answer.server }
}
