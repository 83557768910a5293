import { findMailExchange, type MailExchange } from "./dns/mail-exchange"
import type { DnsResolver } from "./dns/resolver"

export type RecipientDomain = "accepts" | "no-such-domain" | "no-mail-accepted" | "unknown"

/** A mail waits no longer for an answer, though the resolver may ask twice and for several records. */
const PATIENCE_MS = 2000

/**
 * Can this domain take mail at all? `unknown` delays nothing: the mail server will find out.
 *
 * - `no-such-domain`: the name has neither MX nor address (RFC 5321, 5.1), or does not exist.
 * - `no-mail-accepted`: the domain says so itself, by a null MX (RFC 7505).
 *
 * @param domain A-labels
 * @param patienceMs milliseconds after which a domain without an answer is `unknown`
 */
export async function checkRecipientDomain(
  domain: string,
  resolver: DnsResolver,
  patienceMs = PATIENCE_MS,
): Promise<RecipientDomain> {
  let timer: NodeJS.Timeout | undefined
  const noAnswerInTime = new Promise<RecipientDomain>((resolve) => {
    timer = setTimeout(() => resolve("unknown"), patienceMs)
  })
  try {
    const found = findMailExchange(domain, resolver).then(({ kind }) => MEANINGS[kind])
    return await Promise.race([found, noAnswerInTime])
  } finally {
    clearTimeout(timer)
  }
}

const MEANINGS: Record<MailExchange["kind"], RecipientDomain> = {
  mx: "accepts",
  implicit: "accepts",
  "null-mx": "no-mail-accepted",
  none: "no-such-domain",
  "no-such-domain": "no-such-domain",
  "no-answer": "unknown",
}
