import { calendarDayOf } from "../../dunning/calendar-day"
import { isDemandStale } from "../../dunning/stale-demand"
import type { OwnReason } from "../../kinds/kind"
import { changesSince, basisOf, type BasisField } from "../../kinds/mail-basis"
import type { MailOccasion } from "../../kinds/occasion"
import type { OrderFacts } from "../../kinds/order-facts"
import { createKindRegistry } from "../../kinds/registry"
import { isRequestOccurrence } from "../../kinds/request-occurrence"
import type { StandingMail } from "../../modules/order-mail/queries/find-standing-mails"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { MailRequest } from "../../sender/prepare-order-mail"
import { kindContext } from "../kind-context"
import { heedKindSwitch } from "../kind-switch"

/** What is to become of a mail that was written earlier. */
export type Review =
  | { type: "go" }
  | { type: "withdraw"; reason: OwnReason }
  | { type: "rewrite"; request: MailRequest; changed: Changed[] }

/** What of the module is asked. */
type Knowledge = Pick<OrderMailModuleService, "settings" | "dunning" | "retrieveInstallation"> & {
  options: { shop: { timeZone: string } }
}

/** What is not as it was: of the order, or of what the plan asks for. */
export type Changed = BasisField | "demand"

/**
 * Asks about a mail again, with the order as it is now: whether it may go, and whether what it says is still true. A mail
 * whose order is as it was goes as it is; one of a step is asked about anyway, for its plan or its customer may be stopped.
 *
 * @param anew write it anew even if nothing has changed
 */
export async function reviewMail(
  orderMail: Knowledge,
  mail: StandingMail,
  facts: OrderFacts,
  { now, anew }: { now: Date; anew: boolean },
): Promise<Review> {
  const toOther = mail.basis?.email === null ? mail.recipient : null
  const orderChanges = mail.basis ? changesSince(mail.basis, basisOf(facts, toOther)) : []
  const written: MailOccasion = mail.occasion ?? { type: "placed" }
  const isAsBefore = mail.basis !== null && orderChanges.length === 0
  if (isAsBefore && written.type !== "demand" && !anew) return { type: "go" }

  const refusal = await refusalOf(orderMail, mail, written, facts)
  if (refusal !== null) return { type: "withdraw", reason: refusal }
  const asked = await askPlan(orderMail, mail, written, facts, now)
  if (asked.reason !== null) return { type: "withdraw", reason: asked.reason }

  // That an order is completed changes nothing for its customer.
  const changed: Changed[] = [...orderChanges.filter((field) => field !== "status"), ...asked.changed]
  if (changed.length === 0 && !anew) return { type: "go" }
  const request: MailRequest = {
    mailId: mail.id,
    kind: mail.kind,
    level: mail.level,
    occurrence: mail.occurrence,
    occasion: asked.occasion,
    decision: { send: true },
    facts,
    to: toOther,
    resendOf: mail.resend_of,
    now,
    // What a server may have taken before keeps its Message-ID for itself.
    revision: mail.attempts > 1 ? mail.attempts : null,
  }
  return { type: "rewrite", request, changed }
}

/** What the mail's kind has against it now. */
async function refusalOf(
  orderMail: Knowledge,
  { kind, occurrence, wanted_by_user }: StandingMail,
  occasion: MailOccasion,
  facts: OrderFacts,
): Promise<OwnReason | null> {
  const kinds = createKindRegistry()
  // Made by code of the shop that is no more; nobody is left to ask.
  if (!kinds.has(kind)) return null
  const sections = await orderMail.settings.effective(facts.shop.id)
  const askedByUser = isRequestOccurrence(occurrence)
  const context = await kindContext(orderMail, sections)
  const decided = kinds.get(kind).decide(facts, { ...context, occasion, askedByUser })
  // Who sends a step by hand, or approves of it, means to, whatever the plan may send by itself.
  const isSentByPlan = occasion.type === "demand" && !askedByUser && !wanted_by_user
  const decision = isSentByPlan ? heedKindSwitch(sections, kind, decided) : decided
  return decision.send ? null : decision.reason
}

type PlanAnswer = { reason: OwnReason } | { reason: null; occasion: MailOccasion; changed: "demand"[] }

/** What the dunning plan has against a mail of a step now, and what the mail would say. */
async function askPlan(
  orderMail: Knowledge,
  { id, kind, level, occurrence }: StandingMail,
  occasion: MailOccasion,
  facts: OrderFacts,
  now: Date,
): Promise<PlanAnswer> {
  if (occasion.type !== "demand") return { reason: null, occasion, changed: [] }
  const verdict = await orderMail.dunning.mayStillGo({ id, kind, level, occurrence }, facts, now)
  if (verdict.reason !== null) return { reason: verdict.reason }
  const demand = { ...verdict.demand, attempt: occasion.demand.attempt }
  const isStale = isDemandStale(occasion.demand, demand, calendarDayOf(now, orderMail.options.shop.timeZone))
  return { reason: null, occasion: { type: "demand", demand }, changed: isStale ? ["demand"] : [] }
}
