import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isMerchantMail } from "../../kinds/merchant-notice"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { LookedAt } from "../../modules/order-mail/last-look"
import type { Claim, StandingMail } from "../../modules/order-mail/queries/find-standing-mails"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { reviewMail } from "../last-look/review-mail"
import { revisionNote } from "../last-look/revision-note"
import { readOrders, type OrdersRead } from "../order-facts/read-orders"

export interface LookAgainInput {
  /** Of the worker that is about to send. */
  claims: Claim[]
  /** ISO 8601. */
  now: string
}

/**
 * Reads the orders of claimed mails again, all in one go, and writes those mails anew that say what is not true any more.
 * What must not go, or cannot be known, is told the worker, whose own outcome settles it. Not undone: the order is what
 * it is, and what was written anew is true.
 *
 * @returns a verdict a claim
 */
export const lookAgainAtOrderMailsStep = createStep(
  "look-again-at-order-mails",
  async ({ claims, now }: LookAgainInput, { container }): Promise<StepResponse<LookedAt[]>> => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const mails = new Map((await orderMail.revisions.listClaimed(claims)).map((mail) => [mail.id, mail]))
    const orders = await readOrders(container, [...mails.values()].flatMap(orderOf))
    const verdicts: LookedAt[] = []
    for (const { mailId, token } of claims) {
      const mail = mails.get(mailId)
      try {
        verdicts.push(mail ? await lookAt(container, mail, { orders, token, now }) : { mailId, type: "left" })
      } catch (error) {
        logger.error(
          `order_mail: the last look at ${mailId} failed; it is not sent, and looked at again`,
          error as Error,
        )
        verdicts.push({ mailId, type: "unreadable", detail: error instanceof Error ? error.message : String(error) })
      }
    }
    return new StepResponse(verdicts)
  },
)

/** What the merchant is told stays true; only mails to customers rest on an order. */
function orderOf({ order_id, kind }: StandingMail): string[] {
  return order_id === null || isMerchantMail(kind) ? [] : [order_id]
}

async function lookAt(
  container: MedusaContainer,
  mail: StandingMail,
  { orders, token, now }: { orders: OrdersRead; token: string; now: string },
): Promise<LookedAt> {
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const mailId = mail.id
  const [orderId] = orderOf(mail)
  if (orderId === undefined) return { mailId, type: "go" }
  const unreadable = orders.unreadable.get(orderId)
  if (unreadable !== undefined) return { mailId, type: "unreadable", detail: unreadable }
  const facts = orders.facts.get(orderId)
  if (!facts) return { mailId, type: "withdraw", reason: "order-missing" }

  const review = await reviewMail(orderMail, mail, facts, { now: new Date(now), anew: false })
  if (review.type !== "rewrite") return { mailId, ...review }
  const { request, changed } = review
  const written = await orderMail.revisions.rewriteClaimed(token, request, revisionNote(mail, request, changed))
  return written.type === "unwritten" ? { ...written, mailId, type: "fail" } : { ...written, mailId }
}
