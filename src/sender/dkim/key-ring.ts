import { dkimDnsRecord, revokedDkimDnsRecord, type DkimDnsRecord } from "./dns-record"

/** One key of a domain. */
export interface DkimKey {
  selector: string
  publicKey: string
  /** As it is stored, that is encrypted; null once the key signs no more. */
  privateKey: string | null
  createdAt: Date
  /** Since when every check has found its record in DNS. */
  publishedSince: Date | null
  /** When it began to sign. */
  usedFrom: Date | null
  /** When it stopped signing, or was given up before it began. */
  retiredAt: Date | null
}

/** All keys a domain ever had. Every function here returns a new ring and leaves the given one as it is. */
export interface DkimKeyRing {
  /** Signs. */
  current: DkimKey | null
  /** Waits until its record is published. */
  next: DkimKey | null
  /** No longer sign, the newest last; their selectors are not used again. */
  old: readonly DkimKey[]
}

/** What a look into DNS found at a selector. `no-answer` says nothing. */
export type DkimRecordFinding = "ours" | "missing" | "different" | "no-answer"

export const EMPTY_KEY_RING: DkimKeyRing = { current: null, next: null, old: [] }

/** A record must have been found for so long before it replaces one that works: not every name server has it at once. */
export const SETTLE_MS = 60 * 60 * 1000

/** Deferred mails leave with the old signature and are verified on arrival, or later where they are forwarded. */
export const KEEP_MS = 14 * 24 * 60 * 60 * 1000

export function selectorsOf({ current, next, old }: DkimKeyRing): string[] {
  return [...old, current, next].flatMap((key) => (key ? [key.selector] : []))
}

/**
 * Adds a key that shall sign once it is published. Until then the current one goes on signing.
 * @throws Error when another key waits already, or the selector was used before
 */
export function addNextKey(
  ring: DkimKeyRing,
  key: Pick<DkimKey, "selector" | "publicKey"> & { privateKey: string },
  now: Date,
): DkimKeyRing {
  if (ring.next) {
    const selector = ring.next.selector
    throw new Error(
      `DKIM: the key "${selector}" still waits for its DNS record. Publish that, or give the key up first.`,
    )
  }
  if (selectorsOf(ring).includes(key.selector)) {
    throw new Error(`DKIM: the selector "${key.selector}" was used before. Choose another one.`)
  }
  return { ...ring, next: { ...key, createdAt: now, publishedSince: null, usedFrom: null, retiredAt: null } }
}

/** Gives up the key that waits, for example because its private key was seen by somebody. */
export function giveUpNextKey(ring: DkimKeyRing, now: Date): DkimKeyRing {
  return ring.next ? { ...ring, next: null, old: [...ring.old, retire(ring.next, now)] } : ring
}

/**
 * Applies what one check of the DNS found, and lets the next key sign when its turn has come: its record is found, and
 * has been for `settleMs`, or there is no working current key that could be waited with.
 * @param findings by selector; a selector that was not looked up is left as it is
 */
export function applyFindings(
  ring: DkimKeyRing,
  findings: ReadonlyMap<string, DkimRecordFinding>,
  now: Date,
  settleMs: number = SETTLE_MS,
): DkimKeyRing {
  const current = ring.current && noteFinding(ring.current, findings, now)
  const next = ring.next && noteFinding(ring.next, findings, now)
  const found = next !== null && findings.get(next.selector) === "ours"
  const settled = next?.publishedSince !== undefined && isOver(next.publishedSince, settleMs, now)
  const currentWorks = current !== null && current.publishedSince !== null
  if (!next || !found || (currentWorks && !settled)) {
    return { ...ring, current, next }
  }
  return {
    current: { ...next, usedFrom: now },
    next: null,
    old: current ? [...ring.old, retire(current, now)] : ring.old,
  }
}

function noteFinding(key: DkimKey, findings: ReadonlyMap<string, DkimRecordFinding>, now: Date): DkimKey {
  switch (findings.get(key.selector)) {
    case "ours":
      return { ...key, publishedSince: key.publishedSince ?? now }
    case "missing":
    case "different":
      return { ...key, publishedSince: null }
    case "no-answer":
    case undefined:
      return key
  }
}

/** Nobody needs the private key any more, so it is not kept. */
function retire(key: DkimKey, now: Date): DkimKey {
  return { ...key, privateKey: null, retiredAt: now }
}

function isOver(since: Date | null, ms: number, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() >= ms
}

/** What the merchant is to do with a record: `publish` it, `keep` it, or replace it by the revoked one (`revoke`). */
export interface DkimRecordAdvice {
  key: DkimKey
  role: "signs" | "waits" | "retired"
  advice: "publish" | "keep" | "revoke"
  /** Of a retired key: until when mails on their way may need the record. */
  keepUntil: Date | null
  record: DkimDnsRecord
}

/** Who has not cleaned up by then will not, and need not be told for ever; the record does no harm. */
export const REMIND_MS = 90 * 24 * 60 * 60 * 1000

/**
 * The records of a domain and what to do with each, the newest first; records that were never published need nothing,
 * and those of keys that retired long ago are no longer told of.
 */
export function adviseRecords(ring: DkimKeyRing, domain: string, now: Date): DkimRecordAdvice[] {
  const inUse = (key: DkimKey | null, role: "signs" | "waits"): DkimRecordAdvice[] =>
    key ? [advise(key, domain, { role, advice: key.publishedSince ? "keep" : "publish", keepUntil: null })] : []
  const retired = ring.old
    .filter(({ usedFrom, publishedSince }) => usedFrom !== null || publishedSince !== null)
    .filter(({ retiredAt }) => !isOver(retiredAt, REMIND_MS, now))
    .map((key) => {
      const keepUntil = key.usedFrom && key.retiredAt ? new Date(key.retiredAt.getTime() + KEEP_MS) : null
      return keepUntil && keepUntil > now
        ? advise(key, domain, { role: "retired", advice: "keep", keepUntil })
        : advise(key, domain, { role: "retired", advice: "revoke", keepUntil: null })
    })
  return [...inUse(ring.current, "signs"), ...inUse(ring.next, "waits"), ...retired.toReversed()]
}

function advise(
  key: DkimKey,
  domain: string,
  given: Pick<DkimRecordAdvice, "role" | "advice" | "keepUntil">,
): DkimRecordAdvice {
  const { selector, publicKey } = key
  const record =
    given.advice === "revoke" ? revokedDkimDnsRecord(selector, domain) : dkimDnsRecord(selector, domain, publicKey)
  return { key, ...given, record }
}
