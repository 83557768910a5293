import { getDomain } from "tldts"

/**
 * The organizational domain of RFC 7489, 3.2: one label more than the public suffix.
 *
 * @returns the domain itself when it is a public suffix or has none above it.
 */
export function organizationalDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain
}

/** Identifier alignment of RFC 7489, 3.1: the same domain, or with relaxed alignment the same organization. */
export function isAligned(one: string, other: string, mode: "relaxed" | "strict"): boolean {
  return mode === "strict" ? one === other : organizationalDomain(one) === organizationalDomain(other)
}
