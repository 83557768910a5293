import { parse } from "tldts"
import { isMailProvider } from "./freemail"
import { COMMON_PROVIDERS, SINGLE_DOMAIN_PROVIDERS } from "./mail-providers"
import { findSlip } from "./typing-slip"

/**
 * Suggests the provider that a mistyped domain was meant to be: `gmial.com` -> `gmail.com`, `web.d` -> `web.de`.
 *
 * A company's name must not be taken for a typing error, and short names are near to many others (sap.com and aon.com
 * are one or two letters from aol.com and sky.com). So what counts are single slips of a finger, one in the name and one in
 * the ending at most, and fewer kinds of them the shorter the name is:
 * - up to 4 letters (web, gmx, aol): two letters swapped or one doubled, with the right ending;
 * - 5 and 6 letters (gmail, yahoo): also a letter too many, a missing one, or the key beside, but not at the first
 *   letter, which people rarely get wrong (cloud.com is not icloud.com);
 * - from 7 letters on (hotmail): any single slip.
 * An ending is mistyped when it does not exist and is one slip or an unfinished word away, or when it is one of those
 * that live from typing errors of others (.co, .cm); for a provider with a single domain, any other ending is.
 *
 * @param domain A-labels in lower case
 * @returns null for a known provider and for whatever is not near to one. The first of equals is the more common one.
 */
export function suggestDomain(domain: string): string | null {
  if (isMailProvider(domain)) return null
  const { subdomain, isIcann } = parse(domain)
  if (subdomain) return null
  const given = split(domain)
  let best: { provider: string; slips: number } | null = null
  for (const provider of COMMON_PROVIDERS) {
    const wanted = split(provider)
    const single = given.name === wanted.name && SINGLE_DOMAIN_PROVIDERS.includes(provider)
    const name = slipsInName(given.name, wanted.name)
    const ending = single ? 1 : slipsInEnding(given.ending, wanted.ending, isIcann === true)
    if (name === null || ending === null) continue
    if (name > 0 && ending > 0 && wanted.name.length <= SHORT_NAME) continue
    if (!best || name + ending < best.slips) best = { provider, slips: name + ending }
  }
  return best?.provider ?? null
}

const SHORT_NAME = 4
const MIDDLE_NAME = 6

/** Endings of countries that mail for .com and .net goes to when a letter is missing. */
const CATCHING_ENDINGS: Record<string, readonly string[]> = { com: ["co", "cm", "om"], net: ["ne"] }

function split(domain: string): { name: string; ending: string } {
  const dot = domain.indexOf(".")
  return { name: domain.slice(0, dot), ending: domain.slice(dot + 1) }
}

function slipsInName(given: string, wanted: string): 0 | 1 | null {
  if (given === wanted) return 0
  const found = findSlip(given, wanted)
  if (!found) return null
  if (found.slip === "swapped" || found.slip === "doubled") return 1
  if (wanted.length <= SHORT_NAME) return null
  if (wanted.length <= MIDDLE_NAME && (found.at === 0 || found.slip === "other-key")) return null
  return 1
}

function slipsInEnding(given: string, wanted: string, exists: boolean): 0 | 1 | null {
  if (given === wanted) return 0
  if (CATCHING_ENDINGS[wanted]?.includes(given)) return 1
  if (exists) return null
  return findSlip(given, wanted) || wanted.startsWith(given) ? 1 : null
}
