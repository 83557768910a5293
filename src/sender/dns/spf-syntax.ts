import { isIPv4, isIPv6 } from "node:net"
import { isDomainSpec, isMacroString } from "./spf-macros"

export type Qualifier = "pass" | "fail" | "softfail" | "neutral"

export type Mechanism = { qualifier: Qualifier } & (
  | { type: "all" }
  | { type: "ip4" | "ip6"; address: string; prefix: number }
  | { type: "include" | "exists"; domain: string }
  /** `domain` is null where the record's own is meant. */
  | { type: "ptr"; domain: string | null }
  | { type: "a" | "mx"; domain: string | null; prefix4: number; prefix6: number }
)

/** One term of a record; modifiers other than `redirect` have no say in the result. */
export type SpfTerm = Mechanism | { type: "redirect"; domain: string } | { type: "exp" | "other" }

export interface SpfRecord {
  mechanisms: Mechanism[]
  redirect: string | null
}

const QUALIFIERS: Record<string, Qualifier> = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" }
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(.*)$/i
const DIRECTIVE = /^([-+~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?=$|[:/])(?::([^]*?))?(?:\/(\d+))?(?:\/\/(\d+))?$/i
const PREFIX = /^(?:0|[1-9]\d*)$/

/** Is this TXT record an SPF one (RFC 7208, 4.5)? */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/**
 * Reads a record by the grammar of RFC 7208 (12).
 *
 * @returns null where anything in it breaks the rules: a receiver then looks at nothing else in it (4.6)
 */
export function readSpfRecord(text: string): SpfRecord | null {
  const terms = text.split(/ +/).slice(1).filter(Boolean).map(readSpfTerm)
  if (terms.includes(null)) return null
  const [redirect, ...more] = terms.flatMap((term) => (term?.type === "redirect" ? [term.domain] : []))
  if (more.length > 0 || terms.filter((term) => term?.type === "exp").length > 1) return null
  const mechanisms = terms.flatMap((term) => (term && isMechanism(term) ? [term] : []))
  return { mechanisms, redirect: redirect ?? null }
}

function isMechanism(term: SpfTerm): term is Mechanism {
  return "qualifier" in term
}

/** @returns null when it is no term of RFC 7208 */
export function readSpfTerm(text: string): SpfTerm | null {
  const modifier = MODIFIER.exec(text)
  if (modifier) return readModifier(modifier[1]?.toLowerCase() ?? "", modifier[2] ?? "")
  const directive = DIRECTIVE.exec(text)
  if (!directive) return null
  const [, sign = "", type = "", value, prefix4, prefix6] = directive
  const qualifier = QUALIFIERS[sign] ?? "pass"
  return readMechanism(qualifier, type.toLowerCase() as Mechanism["type"], { value, prefix4, prefix6 })
}

function readModifier(name: string, value: string): SpfTerm | null {
  if (name !== "redirect" && name !== "exp") return isMacroString(value) ? { type: "other" } : null
  if (!isDomainSpec(value)) return null
  return name === "redirect" ? { type: "redirect", domain: value } : { type: "exp" }
}

interface Arguments {
  /** What follows the colon; undefined where there is none. */
  value: string | undefined
  prefix4: string | undefined
  prefix6: string | undefined
}

function readMechanism(qualifier: Qualifier, type: Mechanism["type"], given: Arguments): Mechanism | null {
  const { value } = given
  switch (type) {
    case "all":
      return value === undefined && hasNoPrefix(given) ? { qualifier, type } : null
    case "ip4":
    case "ip6":
      return readNetwork(qualifier, type, given)
    case "a":
    case "mx": {
      const prefix4 = readPrefix(given.prefix4, 32)
      const prefix6 = readPrefix(given.prefix6, 128)
      if (prefix4 === null || prefix6 === null || !isDomainOrAbsent(value)) return null
      return { qualifier, type, domain: value ?? null, prefix4, prefix6 }
    }
    case "ptr":
      return hasNoPrefix(given) && isDomainOrAbsent(value) ? { qualifier, type, domain: value ?? null } : null
    case "include":
    case "exists": {
      const domain = withPrefixes(given)
      return domain !== undefined && isDomainSpec(domain) ? { qualifier, type, domain } : null
    }
  }
}

function readNetwork(qualifier: Qualifier, type: "ip4" | "ip6", given: Arguments): Mechanism | null {
  const address = given.value ?? ""
  const bits = type === "ip4" ? 32 : 128
  const prefix = readPrefix(given.prefix4, bits)
  const isAddress = type === "ip4" ? isIPv4(address) : isIPv6(address) && !address.includes("%")
  return isAddress && prefix !== null && given.prefix6 === undefined ? { qualifier, type, address, prefix } : null
}

/** @returns all bits where no prefix is given, null where it is none */
function readPrefix(text: string | undefined, bits: number): number | null {
  if (text === undefined) return bits
  return PREFIX.test(text) && Number(text) <= bits ? Number(text) : null
}

function isDomainOrAbsent(value: string | undefined): boolean {
  return value === undefined || isDomainSpec(value)
}

function hasNoPrefix({ prefix4, prefix6 }: Arguments): boolean {
  return prefix4 === undefined && prefix6 === undefined
}

/** A slash with digits behind it is a prefix length in `a` and `mx`; elsewhere it is part of the name. */
function withPrefixes({ value, prefix4, prefix6 }: Arguments): string | undefined {
  const tail = `${prefix4 === undefined ? "" : `/${prefix4}`}${prefix6 === undefined ? "" : `//${prefix6}`}`
  return value === undefined ? undefined : `${value}${tail}`
}
