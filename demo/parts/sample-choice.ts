import { sampleVariants } from "../../src/kinds/sample-mail"

/** Which of a kind's mails, and what its files are called. */
export interface ChosenSample {
  kind: string
  variant: string
  /** `dunning` for the kind's usual mail, else `dunning-level-2`. */
  name: string
}

const ALL = "all"

/**
 * @param variant one of the kinds' sample variants, `all`, or undefined for the usual one of each
 * @returns none when no kind has this variant
 */
export function chooseSamples(kinds: readonly string[], variant: string | undefined): ChosenSample[] {
  return kinds.flatMap((kind) =>
    sampleVariants(kind)
      .map((each, at) => ({ kind, variant: each, name: at === 0 ? kind : `${kind}-${each}` }))
      .filter((each, at) => variant === ALL || (variant === undefined ? at === 0 : each.variant === variant)),
  )
}

/** For messages: every variant of these kinds, once. */
export function variantsOf(kinds: readonly string[]): string {
  return [...new Set(kinds.flatMap(sampleVariants)), ALL].join(", ")
}
