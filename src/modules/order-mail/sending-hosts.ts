import type { ResolvedOptions } from "./options"

/** Where receivers see mails come from: as the options say, else the SMTP server itself. */
export function sendingHosts(given: string[], smtp: ResolvedOptions["smtp"]): string[] {
  if (given.length > 0 || !smtp) return given
  return [smtp.host ?? new URL(smtp.url ?? "").hostname]
}
