import { readAddrSpec, type AddrSpec } from "./addr-spec"
import type { DkimMode } from "./dns/check-dkim"
import type { CheckReason } from "./dns/check-result"
import { isPermitted, standingFor, type DomainStanding } from "./domain-standing"
import { fallbackAddress, type Fallback } from "./fallback-address"
import { isFreemail } from "./freemail"
import type { SenderReason } from "./sender-reasons"

export type { SenderReason }

export interface SenderIdentity {
  identity: "own-domain" | "fallback"
  reason: SenderReason
  /** The address has its domain in A-labels. */
  from: { name: string; address: string }
  replyTo: string
  /** The shop's address when the mail comes from another one; the footer explains it. */
  sentOnBehalfOf: string | null
}

/** There is nothing to send under: neither a usable address nor a fallback. */
export interface NoSender {
  identity: null
  reason: "no-address" | "address-invalid"
}

export interface SenderSettings {
  shopName: string
  /** What tells the shop from the others at the fallback's domain; without it `shopName`. */
  fallbackName?: string
  /** The shop's own address; null when it has none. */
  address: string | null
  name?: string
  replyTo?: string
  /** The operator vouches that SPF and DKIM allow the mail server to send for the address's domain. */
  trusted: boolean
  fallback: Fallback | null
  /** Who signs; what DNS said while somebody else did does not count. */
  dkimMode: DkimMode
  /** What is remembered of the address's domain; null when it was never checked. */
  standing: DomainStanding | null
}

/** What the table looks at. */
interface Case {
  address: AddrSpec | "none" | "invalid"
  freemail: boolean
  trusted: boolean
  fallback: boolean
  /** Of this domain and this way of signing. */
  standing: DomainStanding | null
}

interface Row {
  reason: SenderReason
  /** `own-domain` claims the shop's address; `fallback` is nobody at all when none is configured. */
  identity: "own-domain" | "fallback"
  applies: (given: Case) => boolean
}

/**
 * The decision table: the first row that applies decides. A freemail domain is never claimed while there is a fallback,
 * whoever vouches for it. Without a fallback the own address is all there is, and the mail says why.
 *
 * | address | freemail | trusted | DNS | fallback | identity | reason |
 * |---|---|---|---|---|---|---|
 * | none | - | - | - | any | fallback | no-address |
 * | invalid | - | - | - | any | fallback | address-invalid |
 * | valid | yes | any | any | yes | fallback | freemail |
 * | valid | no | yes | any | any | own-domain | operator-vouches |
 * | valid | no | no | permitted | any | own-domain | verified |
 * | valid | any | any | any | no | own-domain | no-fallback-configured |
 * | valid | no | no | never checked | yes | fallback | domain-not-checked |
 * | valid | no | no | our own hosts have no known address | yes | fallback | sending-hosts-unknown |
 * | valid | no | no | never answered | yes | fallback | dns-unanswered |
 * | valid | no | no | no DKIM record | yes | fallback | dkim-missing |
 * | valid | no | no | DKIM record is not ours alone | yes | fallback | dkim-wrong |
 * | valid | no | no | no SPF record | yes | fallback | spf-missing |
 * | valid | no | no | SPF record cannot be evaluated | yes | fallback | spf-invalid |
 * | valid | no | no | SPF does not permit our hosts | yes | fallback | spf-fails |
 * | valid | no | no | relay signs, return path elsewhere, DMARC wants alignment | yes | fallback | dmarc-not-aligned |
 *
 * "Permitted" is what `domain-standing.ts` makes of the checks: SPF permits our hosts, and either our DKIM key is
 * published, or the relay signs and DMARC has nothing against the return path: it is at the sender's domain or aligned
 * with it, or the policy is `none` or missing.
 */
const TABLE: readonly Row[] = [
  { reason: "no-address", identity: "fallback", applies: ({ address }) => address === "none" },
  { reason: "address-invalid", identity: "fallback", applies: ({ address }) => address === "invalid" },
  { reason: "freemail", identity: "fallback", applies: ({ freemail, fallback }) => freemail && fallback },
  { reason: "operator-vouches", identity: "own-domain", applies: ({ freemail, trusted }) => trusted && !freemail },
  {
    reason: "verified",
    identity: "own-domain",
    applies: ({ freemail, standing }) => !freemail && standing !== null && isPermitted(standing),
  },
  { reason: "no-fallback-configured", identity: "own-domain", applies: ({ fallback }) => !fallback },
  { reason: "domain-not-checked", identity: "fallback", applies: ({ standing }) => standing === null },
  {
    reason: "sending-hosts-unknown",
    identity: "fallback",
    applies: ({ standing }) =>
      !standing?.lastDefiniteCheck && standing?.lastCheck?.spf.reason === "sending-hosts-unknown",
  },
  { reason: "dns-unanswered", identity: "fallback", applies: ({ standing }) => !standing?.lastDefiniteCheck },
  { reason: "dkim-missing", identity: "fallback", applies: dkimSaid("dkim-missing") },
  {
    reason: "dkim-wrong",
    identity: "fallback",
    applies: dkimSaid("dkim-several-records", "dkim-revoked", "dkim-other-key", "dkim-invalid"),
  },
  { reason: "spf-missing", identity: "fallback", applies: spfSaid("spf-missing") },
  {
    reason: "spf-invalid",
    identity: "fallback",
    applies: spfSaid("spf-several-records", "spf-too-many-lookups", "spf-invalid"),
  },
  { reason: "spf-fails", identity: "fallback", applies: spfSaid("spf-fail", "spf-softfail", "spf-neutral") },
  { reason: "dmarc-not-aligned", identity: "fallback", applies: () => true },
]

function dkimSaid(...reasons: CheckReason[]): Row["applies"] {
  return ({ standing }) => reasons.some((reason) => reason === standing?.lastDefiniteCheck?.dkim.reason)
}

function spfSaid(...reasons: CheckReason[]): Row["applies"] {
  return ({ standing }) => reasons.some((reason) => reason === standing?.lastDefiniteCheck?.spf.reason)
}

/**
 * Decides who a mail is from: the shop under its own domain where that is permitted, or the fallback that speaks for the
 * shop, with replies to the shop (RFC 5322, 3.6.2).
 */
export function decideSenderIdentity(settings: SenderSettings): SenderIdentity | NoSender {
  const given = caseOf(settings)
  const row = TABLE.find(({ applies }) => applies(given))
  if (!row) throw new Error("The last row of the sender identity table applies to everything, and did not.")
  const own = typeof given.address === "string" ? null : `${given.address.localPart}@${given.address.domain}`
  const name = settings.name ?? settings.shopName
  const replyTo = usableAddress(settings.replyTo) ?? own
  if (row.identity === "own-domain" && own) {
    const from = { name, address: own }
    return { identity: "own-domain", reason: row.reason, from, replyTo: replyTo ?? own, sentOnBehalfOf: null }
  }
  if (!settings.fallback) {
    return { identity: null, reason: row.reason === "no-address" ? "no-address" : "address-invalid" }
  }
  const address = fallbackAddress(settings.fallback, settings.fallbackName ?? settings.shopName)
  return {
    identity: "fallback",
    reason: row.reason,
    from: { name, address },
    replyTo: replyTo ?? address,
    sentOnBehalfOf: own,
  }
}

/** Did mails go out under the shop's own domain, and go through the fallback now? */
export function isOwnDomainLost(was: SenderIdentity | NoSender, is: SenderIdentity | NoSender): boolean {
  return was.identity === "own-domain" && is.identity === "fallback"
}

function caseOf({ address: text, trusted, fallback, dkimMode, standing }: SenderSettings): Case {
  const address = readSender(text)
  const domain = typeof address === "string" ? null : address.domain
  return {
    address,
    freemail: domain !== null && isFreemail(domain),
    trusted,
    fallback: fallback !== null,
    standing: domain !== null && standing ? standingFor(standing, domain, dkimMode) : null,
  }
}

/** A local part beyond ASCII would need SMTPUTF8 of every server on the way, the customer's included. */
function readSender(text: string | null): Case["address"] {
  if (text === null || text.trim() === "") return "none"
  const spec = readAddrSpec(text)
  return spec && !spec.smtputf8 ? spec : "invalid"
}

function usableAddress(text: string | undefined): string | null {
  const address = readSender(text ?? null)
  return typeof address === "string" ? null : `${address.localPart}@${address.domain}`
}
