import type { AdminSenderResponse, SenderReason } from "../../src/api/sender-types"
import { hasLiveKey } from "./dkim-key"

/** What the merchant can do to send under the own domain; each has a sentence in the locale files. */
export const SENDER_REMEDIES = [
  "set-address",
  "use-own-domain",
  "check-now",
  "check-later",
  "name-sending-hosts",
  "set-encryption-key",
  "make-dkim-key",
  "publish-dkim",
  "publish-spf",
  "sign-with-own-key",
  "set-up-fallback",
] as const
export type SenderRemedy = (typeof SENDER_REMEDIES)[number]

const REMEDY_OF_REASON: Record<SenderReason, SenderRemedy | null> = {
  verified: null,
  "operator-vouches": null,
  "no-fallback-configured": "set-up-fallback",
  "no-address": "set-address",
  "address-invalid": "set-address",
  freemail: "use-own-domain",
  "domain-not-checked": "check-now",
  "dns-unanswered": "check-later",
  "sending-hosts-unknown": "name-sending-hosts",
  "dkim-missing": "publish-dkim",
  "dkim-wrong": "publish-dkim",
  "spf-missing": "publish-spf",
  "spf-fails": "publish-spf",
  "spf-invalid": "publish-spf",
  "dmarc-not-aligned": "sign-with-own-key",
}

/** Where a key of our own is what comes first. */
const WANT_A_KEY: readonly SenderReason[] = ["domain-not-checked", "dkim-missing", "dkim-wrong"]

type Sender = Pick<AdminSenderResponse["sender"], "identity" | "dkim_mode" | "dkim_keys" | "can_make_dkim_key">

/** What to do next; null when mails are sent under the own domain rightly. Without an identity nothing can be sent. */
export function senderRemedyOf({ identity, dkim_mode, dkim_keys, can_make_dkim_key }: Sender): SenderRemedy | null {
  if (!identity) return "set-address"
  if (dkim_mode === "own-key" && !hasLiveKey(dkim_keys) && WANT_A_KEY.includes(identity.reason)) {
    return can_make_dkim_key ? "make-dkim-key" : "set-encryption-key"
  }
  return REMEDY_OF_REASON[identity.reason]
}
