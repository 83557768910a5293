/** What the letters of a macro stand for (RFC 7208, 7.2), apart from `p`, which must be looked up. */
export interface MacroValues {
  /** `s`: the MAIL FROM address. */
  sender: string
  /** `d`: the domain whose record is read, which is another one in an included record. */
  domain: string
  /** `i`: dotted; of IPv6 each hexadecimal digit by itself. */
  ip: string
  /** `v` */
  ipVersion: "in-addr" | "ip6"
  /** `h`: the domain of HELO. */
  helo: string
}

const EXPAND = /%(?:%|_|-|\{([slodiphv])(\d*)(r?)([-.+,/_=]*)\})/gi
/** `macro-string` (7.1) of a domain: `c`, `r` and `t` are for explanations only, and zero parts are none. */
const MACRO_STRING = /^(?:%(?:%|_|-|\{[slodiphv](?:0*[1-9]\d*)?r?[-.+,/_=]*\})|[!-$&-~])*$/i
const MACRO_END = /%(?:%|_|-|\{[^{}]*\})$/
const UNRESERVED = /[^A-Za-z0-9._~-]/g
const MAX_NAME_LENGTH = 253

/** @param text the value of a modifier */
export function isMacroString(text: string): boolean {
  return MACRO_STRING.test(text)
}

/** Is it a `domain-spec` (RFC 7208, 7.1): a macro string that ends in a macro or a top label? */
export function isDomainSpec(text: string): boolean {
  return MACRO_STRING.test(text) && (MACRO_END.test(text) || endsInTopLabel(text))
}

/** `"." toplabel [ "." ]`: a label that is no number, so that an address is none of a domain. */
function endsInTopLabel(text: string): boolean {
  const name = text.endsWith(".") ? text.slice(0, -1) : text
  const dot = name.lastIndexOf(".")
  const label = name.slice(dot + 1)
  return dot >= 0 && /^[a-z0-9-]+$/i.test(label) && !/^-|-$|^\d+$/.test(label)
}

/**
 * The domain name a `domain-spec` stands for (RFC 7208, 7.3), without a dot at its end; too long a name loses labels
 * from the left.
 *
 * @param validatedName finds what `p` stands for
 */
export async function expandDomain(
  spec: string,
  values: MacroValues,
  validatedName: () => Promise<string>,
): Promise<string> {
  const p = /%\{p/i.test(spec) ? await validatedName() : ""
  const expanded = spec.replace(EXPAND, (macro: string, letter?: string, parts = "", reverse = "", delimiters = "") =>
    letter === undefined ? (LITERALS[macro] ?? "") : expand(letter, { parts, reverse, delimiters }, { ...values, p }),
  )
  let name = expanded.replace(/\.$/, "")
  while (name.length > MAX_NAME_LENGTH && name.includes(".")) name = name.slice(name.indexOf(".") + 1)
  return name
}

const LITERALS: Record<string, string> = { "%%": "%", "%_": " ", "%-": "%20" }

interface Transformers {
  parts: string
  reverse: string
  delimiters: string
}

function expand(letter: string, how: Transformers, values: MacroValues & { p: string }): string {
  const delimiters = (how.delimiters === "" ? "." : how.delimiters).replaceAll("-", "\\-")
  const pieces = valueOf(letter.toLowerCase(), values).split(new RegExp(`[${delimiters}]`))
  if (how.reverse !== "") pieces.reverse()
  const text = (how.parts === "" ? pieces : pieces.slice(-Number(how.parts))).join(".")
  return letter === letter.toLowerCase() ? text : text.replace(UNRESERVED, percentEncode)
}

/** Of one ASCII character (RFC 3986, 2.1): the values come from addresses and A-labels. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
}

function valueOf(letter: string, values: MacroValues & { p: string }): string {
  const at = values.sender.lastIndexOf("@")
  switch (letter) {
    case "s":
      return values.sender
    case "l":
      return values.sender.slice(0, at)
    case "o":
      return values.sender.slice(at + 1)
    case "d":
      return values.domain
    case "i":
      return values.ip
    case "p":
      return values.p
    case "v":
      return values.ipVersion
    default:
      return values.helo
  }
}
