import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Signed names for one mail: its return address and its correlation header, of test mails under purposes of their own, so
 * that what comes back of a test is never taken for something about a real mail. Both come back from strangers (bounces,
 * complaints), so only what carries our signature is believed. 96 bits of HMAC-SHA256 keep a return address within
 * the 64 octets RFC 5321 (4.5.3.1.1) allows before the @; lower-case letters and digits survive servers that fold case.
 */
export type TokenPurpose = "return-path" | "header" | "test-return-path" | "test-header"

const SIGNATURE_HEX_LENGTH = 24

/** @returns `<mail id>-<signature>`, letters and digits only. */
export function signMailToken(secret: string, purpose: TokenPurpose, mailId: string): string {
  return `${mailId}-${signature(secret, purpose, mailId)}`
}

/** @returns the mail's id, or null when the token was not made by us for this purpose. */
export function verifyMailToken(secret: string, purpose: TokenPurpose, token: string): string | null {
  const folded = token.toLowerCase()
  const cut = folded.lastIndexOf("-")
  if (cut < 1) return null
  const mailId = folded.slice(0, cut)
  const given = Buffer.from(folded.slice(cut + 1))
  const wanted = Buffer.from(signature(secret, purpose, mailId))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? mailId : null
}

function signature(secret: string, purpose: TokenPurpose, mailId: string): string {
  return createHmac("sha256", secret)
    .update(`order-mail:${purpose}:${mailId}`)
    .digest("hex")
    .slice(0, SIGNATURE_HEX_LENGTH)
}
