import { compareDecimals } from "../../kinds/decimal"
import type { StandingMail } from "../../modules/order-mail/queries/find-standing-mails"
import type { TimelineData } from "../../modules/order-mail/queries/rewrite-order-mail"
import type { MailRequest } from "../../sender/prepare-order-mail"
import type { Changed } from "./review-mail"

/** What the timeline says about a mail that was written anew: what changed, from what to what. */
export function revisionNote(
  before: Pick<StandingMail, "basis" | "recipient" | "amount_open" | "currency_code">,
  { facts, occasion }: Pick<MailRequest, "facts" | "occasion">,
  changed: readonly Changed[],
): TimelineData {
  const amount = occasion.type === "demand" ? occasion.demand.total : facts.totals.open
  const isOtherAmount = before.amount_open !== null && compareDecimals(before.amount_open, amount) !== 0
  const inCurrency = (value: string | null, currency: string | null) => `${value} ${(currency ?? "").toUpperCase()}`
  return {
    ...(changed.length > 0 && { changed: changed.join(",") }),
    ...(isOtherAmount && {
      amount_before: inCurrency(before.amount_open, before.currency_code),
      amount_now: inCurrency(amount, facts.currency_code),
    }),
    ...(changed.includes("email") && { corrected_from: before.recipient, corrected_to: facts.email }),
  }
}
