import addressparser from "nodemailer/lib/addressparser"
import isEmail from "validator/lib/isEmail"

export type RecipientReading =
  | { usable: true; address: string }
  | { usable: false; reason: "recipient-missing" | "recipient-invalid" | "recipient-several" }

/** RFC 5322 allows these in a quoted local part. No mailbox has such a name, and each could begin a second one. */
const SEPARATOR = /[\s,;<>\p{Cc}]/u

/**
 * Reads an order's e-mail field as exactly one addr-spec (RFC 5322, 3.4.1). A field with two addresses is refused
 * rather than guessed at: a string handed to a mailer would go to both.
 */
export function readRecipient(field: string | null | undefined): RecipientReading {
  const given = field?.trim() ?? ""
  if (given === "") return { usable: false, reason: "recipient-missing" }
  const isAddress = isEmail(given, { allow_utf8_local_part: true }) && !SEPARATOR.test(given)
  if (isAddress) return { usable: true, address: given }
  const several = addressparser(given, { flatten: true }).filter((entry) => entry.address?.includes("@")).length > 1
  return { usable: false, reason: several ? "recipient-several" : "recipient-invalid" }
}
