import { sampleMail, sampleVariants } from "../kinds/sample-mail"
import type { TextSpec } from "./text-catalog"
import { wordingOf } from "./wording"

/** A sample mail, for whoever writes a text and wants to see it. */
export interface ShownSample {
  kind: string
  variant: string
}

/** Texts that only some mails have, by the start of their key; the longer ones first. */
const CONDITIONAL: readonly [start: string, shown: ShownSample][] = [
  ["order-canceled-unpaid.paid-back", { kind: "order-canceled-unpaid", variant: "part-paid" }],
  ["claim.payment", { kind: "dunning", variant: "last" }],
  ["claim.credited", { kind: "dunning", variant: "last" }],
  ["claim.", { kind: "dunning", variant: "level-2" }],
  ["demand.", { kind: "payment-reminder", variant: "level-2" }],
]

/** @returns the sample mail that has this text; null where the usual mail of each of its kinds has */
export function sampleShowing({ key, section }: Pick<TextSpec, "key" | "section">): ShownSample | null {
  const conditional = CONDITIONAL.find(([start]) => key.startsWith(start))
  if (conditional) return conditional[1]
  for (const variant of sampleVariants(section)) {
    const wording = wordingOf({ kind: section, ...sampleMail({ kind: section, variant }) })
    if (wording !== null && key.startsWith(wording.own)) return { kind: section, variant }
  }
  return null
}
