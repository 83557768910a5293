import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"
import { checkRecipientDomain, type RecipientDomain } from "../../sender/check-recipient-domain"
import { generateDkimKeyPair } from "../../sender/dkim/key-pair"
import {
  addNextKey,
  applyFindings,
  giveUpNextKey,
  selectorsOf,
  type DkimKey,
  type DkimRecordFinding,
} from "../../sender/dkim/key-ring"
import { nextSelector } from "../../sender/dkim/selector"
import { readDkimPrivateKey, type DkimSigner } from "../../sender/dkim/sign-message"
import { checkDkim } from "../../sender/dns/check-dkim"
import { checkDomain } from "../../sender/dns/check-domain"
import type { DnsResolver } from "../../sender/dns/resolver"
import { isPermitted, nextStanding, verdictOf, type DomainStanding } from "../../sender/domain-standing"
import type { SecretBox } from "../../sender/secrets/secret-box"
import { dkimKeyPlace } from "./secret-places"
import { changeDomain, readDomain, readKeyRing, type DomainNote, type DomainState } from "./queries/change-domain"
import { questionKey, type SenderQuestion } from "./sender-question"

export interface SenderDomainsParts {
  dataSource: DataSource
  secretBox: SecretBox
  resolver: DnsResolver
}

export interface DomainCheckRequest {
  question: SenderQuestion
  userId: string | null
  now: Date
}

export interface DomainCheckResult {
  /** What was remembered until this check. */
  before: DomainState
  state: DomainState
}

/** What is remembered of sender domains: their DKIM keys and what DNS says, kept together under one lock a domain. */
export class SenderDomains {
  constructor(private readonly parts: SenderDomainsParts) {}

  read(question: SenderQuestion): Promise<DomainState | null> {
    return readDomain(this.parts.dataSource, question.domain, questionKey(question))
  }

  /** Whether a recipient's domain takes mail at all. */
  recipientDomain(domain: string): Promise<RecipientDomain> {
    return checkRecipientDomain(domain, this.parts.resolver)
  }

  /** Signs with the domain's key in use; null when it has none. */
  async signerFor(domain: string, now: Date): Promise<DkimSigner | null> {
    const key = (await readKeyRing(this.parts.dataSource, domain))?.current
    if (!key?.privateKey) return null
    const pem = this.parts.secretBox.open(key.privateKey, dkimKeyPlace(domain, key.selector))
    return { domain, selector: key.selector, privateKey: readDkimPrivateKey(pem), signedAt: now }
  }

  /**
   * Makes a key that signs as soon as its record is published.
   * @throws MedusaError NOT_ALLOWED while another key waits; EncryptionKeyError without an encryption key
   */
  async makeKey(
    question: SenderQuestion,
    userId: string | null,
    now: Date,
    { onlyTheFirst } = { onlyTheFirst: false },
  ): Promise<DomainState> {
    const { domain } = question
    const pair = await generateDkimKeyPair()
    return changeDomain(this.parts.dataSource, placeOfState(question), userId, (state) => {
      // Another process was faster.
      if (onlyTheFirst && (state.keyRing.current ?? state.keyRing.next)) return { state, notes: [] }
      if (state.keyRing.next)
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `the DKIM key ${state.keyRing.next.selector} of ${domain} still waits for its DNS record: publish that, or give the key up`,
        )
      const selector = nextSelector(selectorsOf(state.keyRing), now)
      const privateKey = this.parts.secretBox.seal(pair.privateKey, dkimKeyPlace(domain, selector))
      const keyRing = addNextKey(state.keyRing, { selector, publicKey: pair.publicKey, privateKey }, now)
      return { state: { ...state, keyRing }, notes: [{ type: "key-made", data: { selector } }] }
    })
  }

  /**
   * Gives up the key that waits, for example because its private key was seen, so that another can be made.
   * @throws MedusaError NOT_ALLOWED when this key does not wait (any more)
   */
  async giveUpKey(
    question: SenderQuestion,
    { selector, userId, now }: { selector: string; userId: string; now: Date },
  ): Promise<DomainState> {
    return changeDomain(this.parts.dataSource, placeOfState(question), userId, (state) => {
      if (state.keyRing.next?.selector !== selector)
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `the DKIM key ${selector} of ${question.domain} does not wait for its record (any more): only such a key can be given up`,
        )
      const keyRing = giveUpNextKey(state.keyRing, now)
      return { state: { ...state, keyRing }, notes: [{ type: "key-given-up", data: { selector } }] }
    })
  }

  /** Asks DNS about the domain and remembers the answers; makes the first DKIM key where we sign and there is none. */
  async check(request: DomainCheckRequest): Promise<DomainCheckResult> {
    const { question, userId, now } = request
    const { domain, dkimMode } = question
    let before = await this.read(question)
    if (dkimMode === "own-key" && !before?.keyRing.current && !before?.keyRing.next)
      before = await this.makeKey(question, userId, now, { onlyTheFirst: true })
    const keys = [before?.keyRing.current, before?.keyRing.next].filter((key) => key !== null && key !== undefined)
    const findings =
      dkimMode === "own-key" ? await this.findRecords(domain, keys) : new Map<string, DkimRecordFinding>()

    // The key in use decides the identity; a first key that waits stands in for it.
    const deciding = signingKey(keys, findings)
    const check = await checkDomain(
      {
        domain,
        dkim: deciding && dkimMode === "own-key" ? { mode: "own-key", ...deciding } : { mode: "relay-signs" },
        returnPathDomain: question.returnPathDomain,
        sending: question.sending,
      },
      this.parts.resolver,
      now,
    )
    // Another check may have come between; what counts is what this one changed.
    let replaced: DomainState | null = null
    const state = await changeDomain(this.parts.dataSource, placeOfState(question), userId, (current) => {
      replaced = current
      const keyRing = applyFindings(current.keyRing, findings, now)
      const standing = nextStanding(standingOf(current), check)
      const notes: DomainNote[] = []
      if (keyRing.current && keyRing.current.selector !== current.keyRing.current?.selector)
        notes.push({ type: "key-used", data: { selector: keyRing.current.selector } })
      const [was, is] = [current.lastCheck && summaryOf(current.lastCheck), summaryOf(check)]
      if (was !== is) notes.push({ type: "check-changed", data: { was, is } })
      if (wasPermitted(current) !== isPermitted(standing))
        notes.push({ type: "identity-changed", data: { verdict: verdictOf(check) } })
      return { state: { keyRing, ...standing }, notes }
    })
    return { before: replaced ?? state, state }
  }

  private async findRecords(domain: string, keys: DkimKey[]): Promise<Map<string, DkimRecordFinding>> {
    const found = await Promise.all(
      keys.map(async ({ selector, publicKey }) => {
        const { status } = await checkDkim(domain, { mode: "own-key", selector, publicKey }, this.parts.resolver)
        return [selector, FINDINGS[status]] as const
      }),
    )
    return new Map(found)
  }
}

const FINDINGS = { ok: "ours", missing: "missing", wrong: "different", unknown: "no-answer" } as const

/** The current key, unless it is definitely not published and the next one is: then that one is about to take over. */
function signingKey([current, next]: DkimKey[], findings: Map<string, DkimRecordFinding>): DkimKey | undefined {
  const found = (key: DkimKey | undefined) => key && findings.get(key.selector)
  const takesOver = found(next) === "ours" && (found(current) === "missing" || found(current) === "different")
  return takesOver ? next : current
}

export function standingOf({ lastCheck, lastDefiniteCheck, noes }: DomainState): DomainStanding {
  return { lastCheck, lastDefiniteCheck, noes }
}

function wasPermitted(state: DomainState): boolean {
  return isPermitted(standingOf(state))
}

function summaryOf(check: { dkim: Named; spf: Named; dmarc: Named; mx: Named }): string {
  return [check.dkim, check.spf, check.dmarc, check.mx].map(({ reason }) => reason).join(", ")
}

interface Named {
  reason: string
}

function placeOfState(question: SenderQuestion) {
  return { domain: question.domain, question: questionKey(question) }
}
