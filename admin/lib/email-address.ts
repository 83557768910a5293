const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]{1,64}$/
const DOMAIN = /^[^\s@<>()[\]\\,;:"/]+\.[^\s@<>()[\]\\,;:"/.]{2,}$/

/**
 * Whether the text is one plain address (RFC 5321 without quoted local parts, 254 characters at most). It only spares a
 * round trip: the server decides.
 */
export function isOneEmailAddress(text: string): boolean {
  const at = text.lastIndexOf("@")
  if (at < 1 || text.length > 254 || text.includes("..")) return false
  return LOCAL_PART.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1))
}
