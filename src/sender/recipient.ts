import addressparser from "nodemailer/lib/addressparser"
import { readAddrSpec } from "./addr-spec"

export type RecipientReading =
  | {
      usable: true
      /** For headers and for people. */
      address: string
      /** For RCPT TO: the same mailbox with its domain in A-labels. */
      envelope: string
      /** A-labels, for DNS. */
      domain: string
      /** The server must offer SMTPUTF8 (RFC 6531). */
      smtputf8: boolean
    }
  | { usable: false; reason: "recipient-missing" | "recipient-invalid" | "recipient-several" }

/**
 * Reads an order's e-mail field as exactly one addr-spec (RFC 5322, 3.4.1). A field with two addresses is refused
 * rather than guessed at: a string handed to a mailer would go to both.
 */
export function readRecipient(field: string | null | undefined): RecipientReading {
  const given = field?.trim() ?? ""
  if (given === "") return { usable: false, reason: "recipient-missing" }
  const spec = readAddrSpec(given)
  if (spec) {
    const { address, localPart, domain, smtputf8 } = spec
    return { usable: true, address, envelope: `${localPart}@${domain}`, domain, smtputf8 }
  }
  const several = addressparser(given, { flatten: true }).filter((entry) => entry.address?.includes("@")).length > 1
  return { usable: false, reason: several ? "recipient-several" : "recipient-invalid" }
}
