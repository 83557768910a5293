import type { CheckReason, CheckResult, CheckStatus } from "./check-result"
import { findMailExchange, type MailExchange } from "./mail-exchange"
import type { DnsResolver } from "./resolver"

export interface MxCheck extends CheckResult {
  check: "mx"
}

/**
 * Can the shop be answered at its own domain? Whom its mail goes to is its own choice, so there is no record to copy.
 *
 * @param domain A-labels
 */
export async function checkMx(domain: string, resolver: DnsResolver): Promise<MxCheck> {
  const exchange = await findMailExchange(domain, resolver)
  const [status, reason] = JUDGEMENTS[exchange.kind]
  return { check: "mx", status, reason, found: found(exchange), wanted: null, record: null }
}

const JUDGEMENTS: Record<MailExchange["kind"], [CheckStatus, CheckReason]> = {
  mx: ["ok", "mx-found"],
  implicit: ["ok", "mx-implicit"],
  "null-mx": ["wrong", "mx-null"],
  none: ["missing", "mx-missing"],
  "no-such-domain": ["missing", "domain-missing"],
  "no-answer": ["unknown", "dns-no-answer"],
}

function found(exchange: MailExchange): string[] {
  switch (exchange.kind) {
    case "mx":
      return exchange.exchangers.map(({ priority, exchange: host }) => `${priority} ${host}`)
    case "implicit":
      return exchange.addresses
    case "null-mx":
      return ["0 ."]
    default:
      return []
  }
}
