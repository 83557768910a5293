import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderFacts } from "../../kinds/order-facts"
import type { StateReason } from "../../kinds/state-reasons"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { StandingMail } from "../../modules/order-mail/queries/find-standing-mails"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { reviewMail } from "../last-look/review-mail"
import { revisionNote } from "../last-look/revision-note"
import { readOrders } from "../order-facts/read-orders"

export interface DecideApprovalsInput {
  action: "approve" | "decline"
  order_mail_ids: string[]
  user_id: string
  /** ISO 8601. */
  now: string
}

/** What came of one mail. */
export interface ApprovalResult {
  order_mail_id: string
  result: "approved" | "declined" | "refused"
  /** Why it was refused; null where it waits no more, or something went wrong. */
  reason: StateReason | null
  /** The same as a sentence. */
  message: string | null
}

/**
 * Lets mails go that wait for approval, or takes them back. One that is approved is written anew for today; one that must
 * not go any more is taken back with the reason, and one that cannot be written goes on waiting. Not undone: a worker
 * may have sent it by then.
 *
 * @returns a result a mail, in the order asked for
 */
export const decideApprovalsStep = createStep(
  "decide-approvals",
  async (input: DecideApprovalsInput, { container }): Promise<StepResponse<ApprovalResult[]>> => {
    const ids = [...new Set(input.order_mail_ids)]
    const results =
      input.action === "approve" ? await approveAll(container, ids, input) : await declineAll(container, ids, input)
    return new StepResponse(results)
  },
)

async function declineAll(
  container: MedusaContainer,
  ids: string[],
  { user_id }: DecideApprovalsInput,
): Promise<ApprovalResult[]> {
  const { revisions } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const results: ApprovalResult[] = []
  for (const mailId of ids) {
    const isDeclined = await revisions.takeBackAwaiting({ mailId, reason: "step-skipped", userId: user_id })
    results.push(
      isDeclined ? { order_mail_id: mailId, result: "declined", reason: null, message: null } : notWaiting(mailId),
    )
  }
  return results
}

async function approveAll(
  container: MedusaContainer,
  ids: string[],
  { user_id, now }: DecideApprovalsInput,
): Promise<ApprovalResult[]> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { revisions } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const mails = new Map((await revisions.listAwaitingApproval(ids)).map((mail) => [mail.id, mail]))
  const orders = await readOrders(
    container,
    [...mails.values()].flatMap(({ order_id }) => order_id ?? []),
  )
  const results: ApprovalResult[] = []
  for (const mailId of ids) {
    const mail = mails.get(mailId)
    const facts = mail?.order_id ? orders.facts.get(mail.order_id) : undefined
    try {
      if (!mail) results.push(notWaiting(mailId))
      else if (facts) results.push(await approve(container, mail, facts, { userId: user_id, now: new Date(now) }))
      else results.push(unreadable(mail, orders.unreadable.get(mail.order_id ?? "")))
    } catch (error) {
      logger.error(`order_mail: ${mailId} could not be approved and goes on waiting`, error as Error)
      results.push(
        refused(mailId, null, `could not be written: ${error instanceof Error ? error.message : String(error)}`),
      )
    }
  }
  return results
}

async function approve(
  container: MedusaContainer,
  mail: StandingMail,
  facts: OrderFacts,
  { userId, now }: { userId: string; now: Date },
): Promise<ApprovalResult> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const review = await reviewMail(orderMail, { ...mail, wanted_by_user: true }, facts, { now, anew: true })
  // Never for a mail that is to be written anew in any case.
  if (review.type === "go") return notWaiting(mail.id)
  if (review.type === "withdraw") {
    const { reason } = review
    const isTakenBack = await orderMail.revisions.takeBackAwaiting({ mailId: mail.id, reason, userId: null })
    return isTakenBack
      ? refused(mail.id, reason, `must not go any more and was taken back: ${reason}`)
      : notWaiting(mail.id)
  }
  const { request, changed } = review
  const approved = await orderMail.revisions.approve(request, userId, revisionNote(mail, request, changed))
  switch (approved.type) {
    case "approved":
      return { order_mail_id: mail.id, result: "approved", reason: null, message: null }
    case "left":
      return notWaiting(mail.id)
    case "unwritten": {
      const { reason, detail } = approved
      return refused(mail.id, reason, `cannot be written and goes on waiting: ${detail ?? reason}`)
    }
  }
}

function unreadable({ id, order_id }: StandingMail, error: string | undefined): ApprovalResult {
  return error === undefined
    ? refused(id, "order-missing", `there is no order ${order_id}`)
    : refused(id, "order-unreadable", `its order ${order_id} cannot be read just now: ${error}`)
}

function notWaiting(mailId: string): ApprovalResult {
  return refused(mailId, null, "does not wait for approval any more")
}

function refused(order_mail_id: string, reason: StateReason | null, message: string): ApprovalResult {
  return { order_mail_id, result: "refused", reason, message: `order mail ${order_mail_id} ${message}` }
}
