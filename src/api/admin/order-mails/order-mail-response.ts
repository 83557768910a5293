import type { MedusaContainer } from "@medusajs/framework/types"
import type { Answer } from "../../../delivery/types"
import { ORDER_MAIL_MODULE } from "../../../modules/order-mail"
import type { OrderMailTimelineEntry } from "../../../modules/order-mail/entities/order-mail-timeline.entity"
import { toListedMail, type ListedMail } from "../../../modules/order-mail/listed-mail"
import type OrderMailModuleService from "../../../modules/order-mail/service"
import type { AdminOrderMail, AdminOrderMailResponse, AdminTimelineEntry, ServerAnswer } from "../../types"
import { adminUsers } from "./admin-users"

/** A mail with its story, as the admin gets it. */
export async function orderMailResponse(container: MedusaContainer, mailId: string): Promise<AdminOrderMailResponse> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const [mail, timeline] = await Promise.all([orderMail.retrieve(mailId), orderMail.listTimeline(mailId)])
  const users = await usersOf(container, timeline)
  return {
    order_mail: {
      ...toAdminOrderMail(toListedMail(mail)),
      timeline: timeline.map((entry) => toAdminEntry(entry, users)),
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

type User = AdminTimelineEntry["user"]

function toAdminEntry(entry: OrderMailTimelineEntry, users: Map<string, User>): AdminTimelineEntry {
  return {
    id: entry.id,
    type: entry.type,
    at: entry.at.toISOString(),
    user: entry.user_id ? (users.get(entry.user_id) ?? { id: entry.user_id, name: null, email: "" }) : null,
    reason: entry.reason,
    answer: toServerAnswer(entry.answer),
    data: entry.data,
  }
}

function toServerAnswer(answer: Answer | null): ServerAnswer | null {
  if (!answer) return null
  return { code: answer.code, enhanced_status: answer.enhancedStatus, text: answer.text, server: answer.server }
}

async function usersOf(container: MedusaContainer, timeline: OrderMailTimelineEntry[]): Promise<Map<string, User>> {
  const users = await adminUsers(
    container,
    timeline.map((entry) => entry.user_id),
  )
  return new Map(
    [...users].map(([id, { first_name, last_name, email }]) => [
      id,
      { id, name: [first_name, last_name].filter(Boolean).join(" ") || null, email },
    ]),
  )
}
