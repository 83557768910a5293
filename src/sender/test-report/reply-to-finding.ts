import { isAligned } from "../dns/organizational-domain"
import type { TestFinding } from "./finding"
import type { InspectedMessage } from "./inspect-message"

/**
 * Whether replies go to another domain than the mail comes from, which spam filters count against a mail. A domain of
 * the same organization (RFC 7489, 3.2) is named, and no reason to worry.
 */
export function replyToFinding({ fromDomain, replyToDomains }: InspectedMessage): TestFinding {
  const from = fromDomain ?? ""
  const others = replyToDomains.filter((domain) => domain !== from)
  const stranger = others.find((domain) => !isAligned(from, domain, "relaxed"))
  if (stranger !== undefined) return finding("warning", "reply-to-other-domain", from, stranger)
  const [relative] = others
  if (relative !== undefined) return finding("ok", "reply-to-same-organization", from, relative)
  return finding("ok", "reply-to-same-domain", from, from)
}

function finding(status: "ok" | "warning", reason: TestFinding["reason"], from: string, replyTo: string): TestFinding {
  return { check: "reply-to", status, reason, data: { from, reply_to: replyTo } }
}
