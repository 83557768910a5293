import { domainToASCII } from "node:url"

/** One mailbox, taken apart. */
export interface AddrSpec {
  /** Without the blanks around it, in Unicode normal form C (RFC 6532, 3.1); otherwise as it was written. */
  address: string
  /** As it was written; a quoted one has its quotation marks. */
  localPart: string
  /** In lower case and A-labels (RFC 5890), as DNS and servers without SMTPUTF8 take it. */
  domain: string
  /** Whether a server must offer SMTPUTF8 (RFC 6531) for it: the local part is not ASCII. */
  smtputf8: boolean
}

/** RFC 5321, 4.5.3.1, in octets. The path has angle brackets around the address. */
const MAX_LOCAL_PART = 64
const MAX_DOMAIN = 253
const MAX_PATH = 256

/** RFC 5322 atext with the UTF-8 of RFC 6531; nothing invisible and no blanks from Unicode's other planes. */
const ATOM = "(?:[\\w!#$%&'*+/=?^`{|}~-]|(?![\\p{C}\\p{Z}])[^\\0-\\x7f])+"
const DOT_STRING = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, "u")
/**
 * RFC 5321 Quoted-string. Angle brackets are left out although allowed: mailers take them for the end of a path, and
 * ours refuses them.
 */
const QUOTED_STRING = /^"(?:[ !#-;=?-[\]-~]|\\[ -;=?-~])+"$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Letters only (RFC 3696, 2), so no IP address passes. Whether it exists (`web.d`) is for DNS to say. */
const TOP_LEVEL_DOMAIN = /^(?:[a-z]{1,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads exactly one Mailbox of RFC 5321 (4.1.2), extended by RFC 6531, at a domain name. Address literals
 * (`anna@[192.0.2.1]`) are none: nobody orders with one.
 *
 * @returns null when the text is anything else.
 */
export function readAddrSpec(text: string): AddrSpec | null {
  const address = text.trim().normalize("NFC")
  const at = address.lastIndexOf("@")
  if (at < 1) return null
  const localPart = address.slice(0, at)
  const domain = asciiDomain(address.slice(at + 1))
  if (!domain || !(DOT_STRING.test(localPart) || QUOTED_STRING.test(localPart))) return null
  const octets = Buffer.byteLength(localPart)
  if (octets > MAX_LOCAL_PART || octets + domain.length + "<@>".length > MAX_PATH) return null
  return { address, localPart, domain, smtputf8: /[^\0-\x7f]/.test(localPart) }
}

/**
 * A domain name in A-labels (RFC 5890) and lower case, as DNS takes it.
 *
 * @returns null when it is no fully qualified domain name of at most 253 octets.
 */
export function asciiDomain(domain: string): string | null {
  // domainToASCII reads a host as a URL has it: a slash would end it and %2e would be a dot.
  if (/[^a-z0-9.-]/i.test(domain.replace(/[^\0-\x7f]/g, ""))) return null
  const plain = /^[\0-\x7f]*$/.test(domain) && !/xn--/i.test(domain)
  const ascii = plain ? domain.toLowerCase() : domainToASCII(domain)
  const labels = ascii.split(".")
  if (ascii.length > MAX_DOMAIN || labels.length < 2) return null
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LEVEL_DOMAIN.test(labels.at(-1) ?? "")) return null
  return ascii
}
