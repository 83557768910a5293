import { resolveSmtpOptions, type SmtpOptions } from "../../delivery/smtp-options"
import type { ResolvedOptions } from "./options"

/** The plugin's SMTP options in the words of delivery. */
export function smtpSettings(smtp: NonNullable<ResolvedOptions["smtp"]>): SmtpOptions {
  return {
    ...(smtp.url ? { url: smtp.url } : { host: smtp.host, port: smtp.port, secure: smtp.secure }),
    ...(smtp.requireTls === undefined ? {} : { requireTLS: smtp.requireTls }),
    ...(smtp.user && smtp.password ? { auth: { user: smtp.user, pass: smtp.password } } : {}),
    poolSize: smtp.maxConnections,
  }
}

/** Where the plugin's mail server is. */
export function platformAddress(smtp: NonNullable<ResolvedOptions["smtp"]>): { host: string; port: number } {
  const { host, port } = resolveSmtpOptions(smtpSettings(smtp))
  return { host, port }
}
