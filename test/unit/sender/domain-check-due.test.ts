import { describe, expect, it } from "vitest"
import { addNextKey, applyFindings, EMPTY_KEY_RING, type DkimKeyRing } from "../../../src/sender/dkim/key-ring"
import type { DomainCheck } from "../../../src/sender/dns/check-domain"
import { isCheckDue } from "../../../src/sender/domain-check-due"
import { nextStanding, type DomainStanding } from "../../../src/sender/domain-standing"
import { domainCheck, hourly, NO, UNANSWERED, YES } from "./domain-checks"

const NEVER: DomainStanding = { lastCheck: null, lastDefiniteCheck: null, noes: 0 }
const key = (selector: string) => ({ selector, publicKey: "MIIB", privateKey: "sealed" })
const NOON = new Date("2026-11-21T12:00:00Z")
const waiting = addNextKey(EMPTY_KEY_RING, key("om202611a"), NOON)
const signing = applyFindings(waiting, new Map([["om202611a", "ours"]]), NOON)
const changing = addNextKey(signing, key("om202611b"), NOON)
const settling = applyFindings(changing, new Map([["om202611b", "ours"]]), NOON)

/** After how many minutes DNS is asked again, of those the job looks at. */
function dueAfter(checks: DomainCheck[], keyRing: DkimKeyRing): number | undefined {
  const standing = hourly(checks).reduce<DomainStanding>((before, check) => nextStanding(before, check), NEVER)
  const last = Date.parse(standing.lastCheck?.checked_at ?? "")
  // The job is never on the second: this time it is three seconds early.
  const isDue = (minutes: number) => isCheckDue({ standing, keyRing }, new Date(last + minutes * 60_000 - 3000))
  return [10, 20, 60, 120, 1430, 1440].find(isDue)
}

describe("isCheckDue", () => {
  it("is at once where DNS was never asked", () => {
    expect(isCheckDue({ standing: NEVER, keyRing: EMPTY_KEY_RING }, NOON)).toBe(true)
  })

  it.each<[string, DomainCheck[], DkimKeyRing, number]>([
    ["a day after a yes", [YES], signing, 1440],
    ["a day after a no where the domain was not permitted", [NO], signing, 1440],
    ["a day after the second no", [YES, NO, NO], signing, 1440],
    ["soon after silence", [UNANSWERED], waiting, 10],
    ["soon after silence, although the domain is permitted", [YES, UNANSWERED], signing, 10],
    ["soon after half an answer", [domainCheck("dkim-published", "dns-no-answer")], signing, 10],
    ["soon after the first no", [YES, NO], signing, 10],
    ["hourly while the first key waits for its record", [NO], waiting, 60],
    ["hourly while the next key waits for its record", [YES], changing, 60],
    ["soon when the next key's record was found", [YES], settling, 10],
    ["a day later where a key waits that nobody signs with", [domainCheck(null, "spf-pass")], changing, 1440],
  ])("is %s", (_what, checks, keyRing, minutes) => {
    expect(dueAfter(checks, keyRing)).toBe(minutes)
  })
})
