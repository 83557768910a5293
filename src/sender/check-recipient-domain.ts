import { findMailExchange, type MailExchange } from "./dns/mail-exchange"
import type { DnsResolver } from "./dns/resolver"

export type RecipientDomain = "accepts" | "no-such-domain" | "no-mail-accepted" | "unknown"

/**
 * Can this domain take mail at all? `unknown` delays nothing: the mail server will find out.
 *
 * - `no-such-domain`: the name has neither MX nor address (RFC 5321, 5.1), or does not exist.
 * - `no-mail-accepted`: the domain says so itself, by a null MX (RFC 7505).
 *
 * @param domain A-labels
 */
export async function checkRecipientDomain(domain: string, resolver: DnsResolver): Promise<RecipientDomain> {
  return MEANINGS[(await findMailExchange(domain, resolver)).kind]
}

const MEANINGS: Record<MailExchange["kind"], RecipientDomain> = {
  mx: "accepts",
  implicit: "accepts",
  "null-mx": "no-mail-accepted",
  none: "no-such-domain",
  "no-such-domain": "no-such-domain",
  "no-answer": "unknown",
}
