import { isPositive } from "../kinds/decimal"
import type { RenderInput } from "./types"

/**
 * What a kind's mails say besides on other occasions. Where a wording has a text of its own, it stands at
 * `<kind>.<wording>-<text>` and takes the place of `<kind>.<text>`; layouts name the latter alone.
 */
export const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  "payment-info": ["changed", "again"],
  "payment-reminder": ["early", "again"],
  dunning: ["last"],
  "payment-received": ["partial", "over"],
}

/** Of a mail: the start of the keys that a wording of its own may replace, and of those that replace them. */
export interface Wording {
  /** `payment-info.` */
  readonly common: string
  /** `payment-info.changed-` */
  readonly own: string
}

type MailOfKind = Pick<RenderInput, "kind" | "occasion" | "facts">

/** @returns null where the kind says the same on every occasion, or this is its usual one */
export function wordingOf(mail: MailOfKind): Wording | null {
  const name = CHOICES[mail.kind]?.(mail) ?? null
  return name === null ? null : wordingNamed(mail.kind, name)
}

/** Every wording that a kind has besides its usual one. */
export function wordingsOf(kind: string): Wording[] {
  return (WORDINGS[kind] ?? []).map((name) => wordingNamed(kind, name))
}

function wordingNamed(kind: string, name: string): Wording {
  return { common: `${kind}.`, own: `${kind}.${name}-` }
}

const CHOICES: Readonly<Record<string, (mail: MailOfKind) => string | null>> = {
  "payment-info": ({ occasion: { type } }) => (type === "changed" ? "changed" : type === "demand" ? "again" : null),
  "payment-reminder": ({ occasion }) => {
    if (occasion.type !== "demand") return null
    if (occasion.demand.beforeDue) return "early"
    return occasion.demand.remindedBefore ? "again" : null
  },
  dunning: ({ occasion }) => (occasion.type === "demand" && occasion.demand.isLast ? "last" : null),
  "payment-received": ({ facts: { totals } }) => {
    if (isPositive(totals.open)) return "partial"
    return totals.open.startsWith("-") ? "over" : null
  },
}
