import { resolveSmtpOptions, type SmtpOptions } from "../../delivery/smtp-options"

/** Where receivers see mails come from: as it is set, else the mail server itself. */
export function sendingHosts(given: readonly string[], smtp: SmtpOptions | null): string[] {
  if (given.length > 0 || !smtp) return [...given]
  return [resolveSmtpOptions(smtp).host]
}
