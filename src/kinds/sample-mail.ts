import type { MailOccasion } from "./occasion"
import type { OrderFacts } from "./order-facts"
import { SAMPLE_OCCASIONS, type SampleDays, type SampleOccasion } from "./sample-occasions"
import { sampleOrder } from "./sample-order"

/** What a mail is made of beside a shop's settings. */
export interface SampleMail {
  facts: OrderFacts
  occasion: MailOccasion
}

export interface SampleChoice {
  kind: string
  /** One of {@link sampleVariants}; null: the kind's usual one. */
  variant?: string | null
  /** Of the customer, who lives where it is spoken. Default `de`. */
  language?: string
  /** When the mail is written; without it, the order is that of a fixed day. */
  now?: Date
}

/** The mails that a kind has samples of, for example each level; the usual one first. */
export function sampleVariants(kind: string): string[] {
  return occasionsOf(kind).map(({ variant }) => variant)
}

/**
 * A made-up order and what a mail of this kind says about it. A fresh copy a call, so callers may change it.
 *
 * @throws Error that names what there is, when there is no such variant, or no sample order in the language
 */
export function sampleMail({ kind, variant = null, language = "de", now }: SampleChoice): SampleMail {
  const sample = sampleOccasion(kind, variant)
  const order = sampleOrder(language)
  const placedAt = now === undefined ? new Date(order.placed_at) : new Date(now.getTime() - sample.day * DAY_MS)
  const on = daysAfter(placedAt)
  return {
    facts: {
      ...order,
      placed_at: placedAt.toISOString(),
      status: sample.status ?? order.status,
      totals: { ...order.totals, ...sample.totals },
      captures: sample.captures?.(on) ?? [],
      refunds: sample.refunds?.(on) ?? [],
    },
    occasion: sample.occasion(on),
  }
}

/**
 * What a mail of this kind would be about, for an order that is there: its own amounts, with a sample's days and level.
 *
 * @throws Error that names what there is, when there is no such variant
 */
export function sampleOccasionFor(
  facts: OrderFacts,
  { kind, variant = null, now }: Pick<SampleChoice, "kind" | "variant"> & { now: Date },
): MailOccasion {
  const sample = sampleOccasion(kind, variant)
  const occasion = sample.occasion(daysAfter(new Date(now.getTime() - sample.day * DAY_MS)))
  const movement = { id: "sample", amount: facts.totals.total, at: now.toISOString() }
  switch (occasion.type) {
    case "demand":
      return { type: "demand", demand: { ...occasion.demand, total: facts.totals.open, claim: null } }
    case "payment":
      return { type: "payment", payment: facts.captures.at(-1) ?? movement }
    case "refund":
      return { type: "refund", refund: facts.refunds.at(-1) ?? movement }
    default:
      return occasion
  }
}

const DAY_MS = 86_400_000

function daysAfter(placedAt: Date): SampleDays {
  const at = (days: number): string => new Date(placedAt.getTime() + days * DAY_MS).toISOString()
  return { at, day: (days) => at(days).slice(0, 10) }
}

function occasionsOf(kind: string): readonly SampleOccasion[] {
  // A developer's own kind is about the order as a whole, for all that is known of it.
  return SAMPLE_OCCASIONS[kind] ?? [{ variant: "placed", day: 0, occasion: () => ({ type: "placed" }) }]
}

function sampleOccasion(kind: string, variant: string | null): SampleOccasion {
  const occasions = occasionsOf(kind)
  const chosen = variant === null ? occasions[0] : occasions.find((each) => each.variant === variant)
  if (chosen === undefined)
    throw new Error(
      `There is no sample "${variant}" of a mail of the kind "${kind}"; there are ${occasions.map((each) => each.variant).join(", ")}.`,
    )
  return chosen
}
