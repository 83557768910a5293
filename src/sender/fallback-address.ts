import { asciiDomain, readAddrSpec } from "./addr-spec"

/** Where a shop sends from when it may not use its own domain. */
export interface Fallback {
  /** The platform's domain, which may be sent for. */
  domain: string
  /** The shop's address there; null: it is made of the shop's name. */
  address: string | null
}

const MAX_LOCAL_PART = 40
const TRANSLITERATIONS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", œ: "oe" }

/**
 * The shop's address at the platform's domain, and never at another one, whatever is set: "Bäckerei Groß & Söhne" ->
 * `baeckerei-gross-soehne@platform.example`. The domain is in A-labels (RFC 5890).
 */
export function fallbackAddress(fallback: Fallback, shopName: string): string {
  const given = fallback.address === null ? null : readAddrSpec(fallback.address)
  const domain = asciiDomain(fallback.domain) ?? fallback.domain.toLowerCase()
  if (given?.domain === domain && !given.smtputf8) return `${given.localPart}@${domain}`
  return `${localPartOf(shopName)}@${domain}`
}

function localPartOf(shopName: string): string {
  const ascii = shopName
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøœ]/g, (letter) => TRANSLITERATIONS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
  const words = ascii.match(/[a-z0-9]+/g) ?? []
  return words.join("-").slice(0, MAX_LOCAL_PART).replace(/-$/, "") || "shop"
}
