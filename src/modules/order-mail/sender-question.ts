import { createHash } from "node:crypto"
import type { DkimMode } from "../../sender/dns/check-dkim"
import type { SendingHosts } from "../../sender/dns/sending-hosts"

/** What DNS is asked: may mails be sent for the domain through these hosts, signed in this way? */
export interface SenderQuestion {
  /** A-labels. */
  domain: string
  dkimMode: DkimMode
  sending: SendingHosts
  /** Domain of the return addresses; null: the sender's. */
  returnPathDomain: string | null
}

/**
 * Names the question, its domain aside. Two shops may send for one domain through different servers: a yes to one of
 * them says nothing about the other, and settings that change ask anew.
 */
export function questionKey({ dkimMode, sending, returnPathDomain }: SenderQuestion): string {
  const { hosts, include, assumed = false, allowPrivate = false } = sending
  const asked = JSON.stringify([dkimMode, [...hosts].sort(), include, returnPathDomain, assumed, allowPrivate])
  return createHash("sha256").update(asked).digest("hex").slice(0, 16)
}
