/** What a merchant's text may consist of, beside text: bold, italic, link and line break. */
export const MARKUP_TAGS = ["b", "strong", "i", "em", "a", "br"] as const

/** Longer than any address somebody types. */
const MAX_ADDRESS_LENGTH = 1_000

/**
 * Whether a merchant's link may lead there: an absolute http(s) address without a user name, or `mailto:` with one
 * e-mail address and nothing else.
 */
export function isLinkAddress(address: string): boolean {
  if (address.length > MAX_ADDRESS_LENGTH || /[\s\p{C}"<>\\^`{|}]/u.test(address)) return false
  if (/^mailto:/i.test(address)) return /^mailto:[^@?&,;:()[\]/]+@[^@?&,;:()[\]/]+\.[^@?&,;:()[\]/.]+$/i.test(address)
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === "" && password === ""
}
