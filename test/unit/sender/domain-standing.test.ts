import { describe, expect, it } from "vitest"
import type { DomainCheck } from "../../../src/sender/dns/check-domain"
import { isPermitted, nextStanding, verdictOf, type DomainStanding } from "../../../src/sender/domain-standing"
import { at, domainCheck, hourly, NO, UNANSWERED, withReturnPath, YES, type ReturnPathResult } from "./domain-checks"

const after = (...checks: DomainCheck[]) =>
  checks.reduce<DomainStanding | null>((standing, check) => nextStanding(standing, check), null)
const afterHourly = (...checks: DomainCheck[]) => after(...hourly(checks))
const permittedAfter = (...checks: DomainCheck[]) => isPermitted(afterHourly(...checks)!)

describe("verdictOf", () => {
  it.each([
    ["yes", domainCheck("dkim-published", "spf-pass")],
    ["no", domainCheck("dkim-missing", "spf-pass")],
    ["no", domainCheck("dkim-published", "spf-softfail")],
    ["no", domainCheck("dkim-revoked", "dns-no-answer")],
    ["no", domainCheck("dns-no-answer", "spf-missing")],
    ["unknown", domainCheck("dns-no-answer", "spf-pass")],
    ["unknown", domainCheck("dkim-published", "sending-hosts-unknown")],
    ["yes", domainCheck(null, "spf-pass")],
    ["no", domainCheck(null, "spf-fail")],
    ["unknown", domainCheck(null, "dns-no-answer")],
  ])("is %s", (verdict, check) => {
    expect(verdictOf(check)).toBe(verdict)
  })

  it.each<[string, ReturnPathResult["policy"], ReturnPathResult["aligned"]]>([
    ["yes", "reject", "by-spf"],
    ["no", "reject", "no"],
    ["no", "quarantine", "no"],
    ["unknown", "reject", "no-answer"],
    ["yes", "none", "no"],
    ["yes", "none", "no-answer"],
    ["yes", null, "no"],
    ["unknown", "no-answer", "no"],
    // Where DMARC is silent, so is its alignment mode.
    ["unknown", "no-answer", "by-spf"],
  ])(
    "is %s where the relay signs, the return path is elsewhere, the policy is %s, alignment %s",
    (verdict, ...given) => {
      const [policy, aligned] = given
      expect(verdictOf(withReturnPath(domainCheck(null, "spf-pass"), { policy, aligned }))).toBe(verdict)
    },
  )

  it("does not ask about the return path where we sign", () => {
    expect(verdictOf(withReturnPath(YES, { policy: "reject", aligned: "no" }))).toBe("yes")
  })

  it("is no by alignment alone, also beside SPF that was not answered", () => {
    const check = withReturnPath(domainCheck(null, "dns-no-answer"), { policy: "reject", aligned: "no" })
    expect(verdictOf(check)).toBe("no")
  })
})

describe("nextStanding", () => {
  it.each<[string, DomainCheck[], boolean]>([
    ["a yes permits at once", [YES], true],
    ["a yes after many noes permits at once", [NO, NO, NO, YES], true],
    ["a domain that was never permitted is not by a first no", [NO], false],
    ["nor after silence", [UNANSWERED, NO], false],
    ["silence permits nothing", [UNANSWERED, UNANSWERED], false],
    ["one no changes nothing", [YES, NO], true],
    ["two in a row do", [YES, NO, NO], false],
    ["a yes between them begins anew", [YES, NO, YES, NO], true],
    ["silence between them does not", [YES, NO, UNANSWERED, NO], false],
    ["silence changes nothing for a permitted domain", [YES, UNANSWERED, UNANSWERED, UNANSWERED], true],
    ["nor for one that is not", [NO, UNANSWERED], false],
    ["nor after the first no", [YES, NO, UNANSWERED, UNANSWERED], true],
    ["half an answer is none", [YES, domainCheck("dkim-published", "dns-no-answer")], true],
    [
      "two halves make no whole",
      [domainCheck("dkim-published", "dns-no-answer"), domainCheck("dns-no-answer", "spf-pass")],
      false,
    ],
    ["what another signed does not count", [domainCheck(null, "spf-pass"), UNANSWERED], false],
    ["nor as something to be patient with", [domainCheck(null, "spf-pass"), NO], false],
    ["nor what another domain had", [domainCheck("dkim-published", "spf-pass", "other.example"), NO], false],
  ])("%s", (_what, checks, permitted) => {
    expect(permittedAfter(...checks)).toBe(permitted)
  })

  it("remembers the last check and the last definite one", () => {
    expect(after(YES, NO, UNANSWERED)).toEqual({ lastCheck: UNANSWERED, lastDefiniteCheck: NO, noes: 1 })
  })

  it("takes noes of the same few minutes for one, however often it is asked", () => {
    const asked = [at(0, YES), at(60, NO), at(61, NO), at(62, NO), at(64, NO)]
    expect(after(...asked)).toMatchObject({ noes: 1, lastCheck: at(64, NO), lastDefiniteCheck: at(60, NO) })
    expect(isPermitted(after(...asked, at(65, NO))!)).toBe(false)
  })

  it("takes noes of two processes at once for one, whichever is noted first", () => {
    expect(isPermitted(after(at(0, YES), at(61, NO), at(60, NO))!)).toBe(true)
  })

  it("does not wait where the domain was not permitted anyway", () => {
    expect(after(at(0, NO), at(1, domainCheck("dkim-published", "spf-fail")))).toMatchObject({
      lastDefiniteCheck: { spf: { reason: "spf-fail" } },
    })
  })

  it("is plain JSON", () => {
    const standing = after(YES, NO, UNANSWERED)
    expect(JSON.parse(JSON.stringify(standing))).toEqual(standing)
  })
})
