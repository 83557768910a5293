import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addNextKey,
  adviseRecords,
  applyFindings,
  EMPTY_KEY_RING,
  giveUpNextKey,
  KEEP_MS,
  REMIND_MS,
  selectorsOf,
  SETTLE_MS,
  type DkimKeyRing,
  type DkimRecordFinding,
} from "../../../../src/sender/dkim/key-ring"

const START = new Date("2026-07-01T00:00:00Z")
const later = (ms: number, since = START) => new Date(since.getTime() + ms)
const key = (selector: string) => ({ selector, publicKey: `pub-${selector}`, privateKey: `enc-${selector}` })
const found = (findings: Record<string, DkimRecordFinding>) => new Map(Object.entries(findings))

/** A domain that signs with `a`. */
const signingWithA = applyFindings(addNextKey(EMPTY_KEY_RING, key("a"), START), found({ a: "ours" }), START)
/** The same with `b` waiting. */
const waitingB = addNextKey(signingWithA, key("b"), START)

describe("the first key", () => {
  const ring = addNextKey(EMPTY_KEY_RING, key("a"), START)

  it("signs as soon as its record is found", () => {
    expect(ring.current).toBeNull()
    expect(signingWithA).toMatchObject({ current: { selector: "a", privateKey: "enc-a", usedFrom: START }, next: null })
  })

  it.each(["missing", "different", "no-answer"] as const)("does not sign when the finding is %s", (finding) => {
    expect(applyFindings(ring, found({ a: finding }), START).current).toBeNull()
  })
})

describe("a new key", () => {
  it("signs only after its record has been found for a while; the old one signs until then", () => {
    const seen = applyFindings(waitingB, found({ a: "ours", b: "ours" }), later(1))
    expect(seen).toMatchObject({ current: { selector: "a" }, next: { selector: "b", publishedSince: later(1) } })
    const early = applyFindings(seen, found({ a: "ours", b: "ours" }), later(SETTLE_MS))
    expect(early.current?.selector).toBe("a")
    const due = applyFindings(early, found({ a: "ours", b: "ours" }), later(SETTLE_MS + 1))
    expect(due).toMatchObject({
      current: { selector: "b", privateKey: "enc-b" },
      next: null,
      old: [{ selector: "a", privateKey: null, retiredAt: later(SETTLE_MS + 1) }],
    })
  })

  it("waits anew when its record was gone in between", () => {
    const seen = applyFindings(waitingB, found({ b: "ours" }), START)
    const gone = applyFindings(seen, found({ b: "missing" }), later(1))
    const back = applyFindings(gone, found({ b: "ours" }), later(SETTLE_MS))
    expect(back.current?.selector).toBe("a")
  })

  it("does not begin to sign on a check that got no answer, and loses no time by it", () => {
    const seen = applyFindings(waitingB, found({ b: "ours" }), START)
    const unanswered = applyFindings(seen, found({ a: "no-answer", b: "no-answer" }), later(SETTLE_MS))
    expect(unanswered).toEqual(seen)
    expect(applyFindings(unanswered, found({ b: "ours" }), later(SETTLE_MS)).current?.selector).toBe("b")
  })

  it.each(["missing", "different"] as const)("signs at once when the record of the old one is %s", (finding) => {
    const ring = applyFindings(waitingB, found({ a: finding, b: "ours" }), later(1))
    expect(ring.current?.selector).toBe("b")
  })

  it("can be given up, and its selector is not used again", () => {
    const ring = giveUpNextKey(waitingB, later(1))
    expect(ring).toMatchObject({ current: { selector: "a" }, next: null, old: [{ selector: "b", privateKey: null }] })
    expect(() => addNextKey(ring, key("b"), later(2))).toThrow(/"b".*used before/)
    expect(giveUpNextKey(ring, later(2))).toBe(ring)
  })

  it("is not added while another waits", () => {
    expect(() => addNextKey(waitingB, key("c"), START)).toThrow(/"b" still waits/)
  })
})

describe("the advice for the records", () => {
  const advice = (ring: DkimKeyRing, now: Date) =>
    adviseRecords(ring, "shop.example", now).map((each) => `${each.key.selector} ${each.advice} ${each.record.value}`)

  it("is to publish what waits, keep what signs, and revoke what has not signed for a while", () => {
    expect(advice(waitingB, START)).toEqual(["a keep v=DKIM1; k=rsa; p=pub-a", "b publish v=DKIM1; k=rsa; p=pub-b"])
    const replaced = applyFindings(waitingB, found({ a: "missing", b: "ours" }), START)
    const b = "b keep v=DKIM1; k=rsa; p=pub-b"
    expect(advice(replaced, later(KEEP_MS - 1))).toEqual([b, "a keep v=DKIM1; k=rsa; p=pub-a"])
    expect(advice(replaced, later(KEEP_MS))).toEqual([b, "a revoke v=DKIM1; p="])
  })

  it("is nothing for a key that was given up unpublished, and to revoke one that was published", () => {
    expect(advice(giveUpNextKey(waitingB, START), START)).toHaveLength(1)
    const published = applyFindings(waitingB, found({ b: "ours" }), START)
    expect(advice(giveUpNextKey(published, START), START)).toContain("b revoke v=DKIM1; p=")
  })

  it("names the day until which a retired key's record is needed, and ends when nobody needs to be told", () => {
    const replaced = applyFindings(waitingB, found({ a: "missing", b: "ours" }), START)
    const retired = (now: Date) => adviseRecords(replaced, "shop.example", now).filter(({ role }) => role === "retired")
    expect(retired(START)).toMatchObject([{ key: { selector: "a" }, advice: "keep", keepUntil: later(KEEP_MS) }])
    expect(retired(later(KEEP_MS))).toMatchObject([{ advice: "revoke", keepUntil: null }])
    expect(retired(later(REMIND_MS - 1))).toHaveLength(1)
    expect(retired(later(REMIND_MS))).toEqual([])
  })
})

describe("whatever happens to a domain", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("add" as const) }),
    fc.record({ do: fc.constant("give up" as const) }),
    fc.record({
      do: fc.constant("check" as const),
      finding: fc.array(fc.constantFrom("ours", "missing", "different", "no-answer"), { minLength: 12, maxLength: 12 }),
      hours: fc.integer({ min: 0, max: 3 }),
    }),
  )

  it("signs with at most one key, only with one whose record was found, and never again without a key", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let ring: DkimKeyRing = EMPTY_KEY_RING
        let now = START
        steps.forEach((each, index) => {
          const before = ring
          if (each.do === "add" && !ring.next) {
            ring = addNextKey(ring, key(`k${index}`), now)
          } else if (each.do === "give up") {
            ring = giveUpNextKey(ring, now)
          } else if (each.do === "check") {
            now = later(each.hours * 60 * 60 * 1000, now)
            const findings = found(
              Object.fromEntries(each.finding.map((finding, i): [string, DkimRecordFinding] => [`k${i}`, finding])),
            )
            ring = applyFindings(ring, findings, now)
            if (ring.current?.selector !== before.current?.selector) {
              expect(findings.get(ring.current?.selector ?? "")).toBe("ours")
            }
          }
          expect(before.current !== null && ring.current === null).toBe(false)
          expect(ring.current?.privateKey ?? "none yet").not.toBeNull()
          expect(ring.old.every(({ privateKey, retiredAt }) => privateKey === null && retiredAt !== null)).toBe(true)
          expect(new Set(selectorsOf(ring)).size).toBe(selectorsOf(ring).length)
          expect(selectorsOf(ring)).toEqual(expect.arrayContaining(selectorsOf(before)))
        })
      }),
    )
  })
})
