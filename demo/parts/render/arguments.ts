import { parseArgs } from "node:util"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import { GERMAN_ADDRESSES, LANGUAGES, type GermanAddress, type Language } from "../../../src/rendering/types"
import { nextSelector } from "../../../src/sender/dkim/selector"
import { readRecipient } from "../../../src/sender/recipient"
import { chooseSamples, variantsOf, type ChosenSample } from "../sample-choice"

/** Where the example shop writes from, unless `--from` says otherwise. */
const SAMPLE_SENDER = "bestellung@nordlicht.example"

export const USAGE = `Usage: npm run render -- --kind K --language L --out DIR [options]
  --kind K         ${kindsWithLayout().join(", ")}, or all
  --language L     ${LANGUAGES.join(", ")}, or all; of all, each goes into a folder of its own: DIR/L
  --variant V      which of a kind's mails, or all, in files K-V: ${variantsOf(kindsWithLayout())}; without it, the usual one
  --out DIR        folder for K.html, K.txt, K.eml and K.dns.json; made when it is missing
  --german A       how German mails address the customer: ${GERMAN_ADDRESSES.join(" or ")}; without it, ${GERMAN_ADDRESSES[0]}
  --order FILE     JSON file with the facts of an order (src/kinds/order-facts.ts); without it, a sample order
  --from ADDRESS   sender, whose domain is signed for; without it, ${SAMPLE_SENDER}
  --dkim-key FILE  RSA private key in PEM to sign with, which needs --selector; without it, a new key that is not kept
  --selector S     DKIM selector; without it, one is made up
  --no-sign        writes the .eml without a signature, and no .dns.json`

/** What was asked for cannot be done; the message names the argument and what it takes. */
export class ArgumentError extends Error {}

export type Signing =
  { with: "new-key"; selector: string } | { with: "own-key"; file: string; selector: string } | { with: "nothing" }

export interface RenderArguments {
  samples: ChosenSample[]
  languages: readonly Language[]
  germanAddress: GermanAddress
  /** True when each language gets a folder of its own. */
  byLanguage: boolean
  out: string
  /** Path of a file with order facts; undefined: the sample order. */
  order: string | undefined
  from: { address: string; domain: string }
  signing: Signing
}

/** @throws ArgumentError about the first argument that is missing or not accepted */
export function readArguments(args: readonly string[], now: Date): RenderArguments {
  const given = parse(args)
  return {
    samples: readSamples(choose("--kind", given.kind, kindsWithLayout()), given.variant),
    languages: choose("--language", given.language, LANGUAGES),
    germanAddress: chooseOne("--german", given.german ?? GERMAN_ADDRESSES[0], GERMAN_ADDRESSES),
    byLanguage: given.language === ALL,
    out: required("--out", given.out, "a folder"),
    order: given.order,
    from: readSender(given.from ?? SAMPLE_SENDER),
    signing: readSigning(given, now),
  }
}

const ALL = "all"
const TEXT = { type: "string" } as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        kind: TEXT,
        variant: TEXT,
        language: TEXT,
        german: TEXT,
        out: TEXT,
        order: TEXT,
        from: TEXT,
        "dkim-key": TEXT,
        selector: TEXT,
        "no-sign": { type: "boolean" },
      },
    }).values
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error))
  }
}

function choose<T extends string>(name: string, given: string | undefined, accepted: readonly T[]): T[] {
  if (given === ALL) return [...accepted]
  return [chooseOne(name, given, accepted, [...accepted, ALL])]
}

function chooseOne<T extends string>(
  name: string,
  given: string | undefined,
  accepted: readonly T[],
  named: readonly string[] = accepted,
): T {
  const chosen = accepted.find((each) => each === given)
  if (chosen === undefined) throw new ArgumentError(`${name} is ${quote(given)}; accepted: ${named.join(", ")}.`)
  return chosen
}

function readSamples(kinds: readonly string[], variant: string | undefined): ChosenSample[] {
  const samples = chooseSamples(kinds, variant)
  if (samples.length > 0) return samples
  throw new ArgumentError(`--variant is ${quote(variant)}; accepted for ${kinds.join(", ")}: ${variantsOf(kinds)}.`)
}

function required(name: string, given: string | undefined, what: string): string {
  if (!given) throw new ArgumentError(`${name} is ${quote(given)}; accepted: ${what}.`)
  return given
}

function readSender(given: string): RenderArguments["from"] {
  const reading = readRecipient(given)
  if (!reading.usable) {
    throw new ArgumentError(`--from is ${quote(given)}; accepted: one e-mail address, such as ${SAMPLE_SENDER}.`)
  }
  return { address: reading.address, domain: reading.domain }
}

/** A `sub-domain` of RFC 5321, 4.1.2; several joined by dots make a selector (RFC 6376, 3.1). */
const SELECTOR = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

function readSigning({ selector, ...given }: ReturnType<typeof parse>, now: Date): Signing {
  const file = given["dkim-key"]
  if (given["no-sign"] === true) {
    if (file === undefined && selector === undefined) return { with: "nothing" }
    throw new ArgumentError("--no-sign stands beside --dkim-key or --selector; leave one of the two out.")
  }
  if (selector !== undefined && !SELECTOR.test(selector)) {
    throw new ArgumentError(`--selector is ${quote(selector)}; accepted: letters, digits, hyphens and dots.`)
  }
  if (file === undefined) return { with: "new-key", selector: selector ?? nextSelector([], now) }
  return {
    with: "own-key",
    file: required("--dkim-key", file, "a file with an RSA private key in PEM"),
    selector: required("--selector", selector, "the selector that the key is published at"),
  }
}

function quote(value: string | undefined): string {
  return value === undefined ? "missing" : `"${value}"`
}
