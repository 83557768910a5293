import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { DomainCheck } from "../../../src/sender/dns/check-domain"
import { nextStanding, type DomainStanding } from "../../../src/sender/domain-standing"
import {
  decideSenderIdentity,
  isOwnDomainLost,
  type SenderReason,
  type SenderSettings,
} from "../../../src/sender/identity"
import { COMMON_PROVIDERS } from "../../../src/sender/mail-providers"
import { SENDER_REASONS } from "../../../src/sender/sender-reasons"
import {
  DKIM_RESULTS,
  domainCheck,
  hourly,
  NO,
  RETURN_PATH_RESULTS,
  SPF_RESULTS,
  UNANSWERED,
  withReturnPath,
  YES,
  type DkimReason,
  type ReturnPathResult,
  type SpfReason,
} from "./domain-checks"

const FALLBACK = { domain: "platform.example", address: "lindner@platform.example" }
const shop: SenderSettings = {
  shopName: "Kaffeehaus Lindner",
  address: "orders@lindner.example",
  trusted: false,
  fallback: FALLBACK,
  dkimMode: "own-key",
  standing: null,
}

const after = (...checks: DomainCheck[]) =>
  hourly(checks).reduce<DomainStanding | null>((standing, check) => nextStanding(standing, check), null)
const found = (dkim: DkimReason | null, spf: SpfReason): Partial<SenderSettings> => ({
  standing: after(domainCheck(dkim, spf)),
  dkimMode: dkim === null ? "relay-signs" : "own-key",
})

const viaRelay = (returnPath: ReturnPathResult): Partial<SenderSettings> => ({
  standing: after(withReturnPath(domainCheck(null, "spf-pass"), returnPath)),
  dkimMode: "relay-signs",
})

type Identity = "own-domain" | "fallback" | null
/** Changes to the shop above, and what comes of them. At least one for every row of the table. */
const CASES: [string, Partial<SenderSettings>, Identity, SenderReason][] = [
  ["no address", { address: null }, "fallback", "no-address"],
  ["an empty address", { address: " " }, "fallback", "no-address"],
  ["no address, although trusted", { address: null, trusted: true }, "fallback", "no-address"],
  ["no address and no fallback", { address: null, fallback: null }, null, "no-address"],
  ["an invalid address", { address: "orders@lindner" }, "fallback", "address-invalid"],
  ["two addresses", { address: "a@lindner.example, b@lindner.example" }, "fallback", "address-invalid"],
  ["an address beyond ASCII", { address: "jörg@lindner.example" }, "fallback", "address-invalid"],
  ["an invalid address and no fallback", { address: "orders", fallback: null, trusted: true }, null, "address-invalid"],
  ["a freemail address", { address: "lindner@gmx.de" }, "fallback", "freemail"],
  ["a freemail address, although trusted", { address: "lindner@gmail.com", trusted: true }, "fallback", "freemail"],
  ["a subdomain of a freemail domain", { address: "lindner@mail.web.de" }, "fallback", "freemail"],
  ["a disposable address", { address: "lindner@mailinator.com" }, "fallback", "freemail"],
  [
    "a freemail address and no fallback",
    { address: "l@gmx.de", fallback: null },
    "own-domain",
    "no-fallback-configured",
  ],
  [
    "a freemail address, trust and no fallback",
    { address: "l@gmx.de", trusted: true, fallback: null },
    "own-domain",
    "no-fallback-configured",
  ],
  [
    "a freemail address that DNS would permit and no fallback",
    { address: "l@gmx.de", standing: after(domainCheck("dkim-published", "spf-pass", "gmx.de")), fallback: null },
    "own-domain",
    "no-fallback-configured",
  ],
  ["trust", { trusted: true }, "own-domain", "operator-vouches"],
  ["trust, although DNS says no", { trusted: true, standing: after(NO, NO) }, "own-domain", "operator-vouches"],
  ["trust and no fallback", { trusted: true, fallback: null }, "own-domain", "operator-vouches"],
  ["DNS that permits", { standing: after(YES) }, "own-domain", "verified"],
  ["DNS that permits, without a fallback", { standing: after(YES), fallback: null }, "own-domain", "verified"],
  ["DNS that permits the relay", found(null, "spf-pass"), "own-domain", "verified"],
  ["one no after a yes", { standing: after(YES, NO) }, "own-domain", "verified"],
  ["silence after a yes", { standing: after(YES, UNANSWERED, UNANSWERED) }, "own-domain", "verified"],
  ["no fallback", { fallback: null }, "own-domain", "no-fallback-configured"],
  ["no fallback and a no", { fallback: null, standing: after(NO) }, "own-domain", "no-fallback-configured"],
  ["no check", {}, "fallback", "domain-not-checked"],
  [
    "a check of another domain",
    { standing: after(domainCheck("dkim-published", "spf-pass", "other.example")) },
    "fallback",
    "domain-not-checked",
  ],
  [
    "a check from when the relay signed",
    { ...found(null, "spf-pass"), dkimMode: "own-key" },
    "fallback",
    "domain-not-checked",
  ],
  ["a check from when we signed", { standing: after(YES), dkimMode: "relay-signs" }, "fallback", "domain-not-checked"],
  [
    "a parent domain's check",
    { standing: after(YES), address: "a@shop.lindner.example" },
    "fallback",
    "domain-not-checked",
  ],
  ["sending hosts nobody knows", found("dkim-published", "sending-hosts-unknown"), "fallback", "sending-hosts-unknown"],
  ["silence", { standing: after(UNANSWERED) }, "fallback", "dns-unanswered"],
  ["half an answer", found("dkim-published", "dns-no-answer"), "fallback", "dns-unanswered"],
  ["no DKIM record", found("dkim-missing", "spf-pass"), "fallback", "dkim-missing"],
  ["no DKIM record, then silence", { standing: after(NO, UNANSWERED) }, "fallback", "dkim-missing"],
  ["neither record", found("dkim-missing", "spf-missing"), "fallback", "dkim-missing"],
  ["no DKIM record the second time", { standing: after(YES, NO, NO) }, "fallback", "dkim-missing"],
  ["another DKIM key", found("dkim-other-key", "spf-pass"), "fallback", "dkim-wrong"],
  ["a revoked DKIM key", found("dkim-revoked", "spf-pass"), "fallback", "dkim-wrong"],
  ["several DKIM records", found("dkim-several-records", "spf-pass"), "fallback", "dkim-wrong"],
  ["a broken DKIM record", found("dkim-invalid", "spf-fail"), "fallback", "dkim-wrong"],
  ["no SPF record", found("dkim-published", "spf-missing"), "fallback", "spf-missing"],
  ["no SPF record for the relay", found(null, "spf-missing"), "fallback", "spf-missing"],
  ["several SPF records", found("dkim-published", "spf-several-records"), "fallback", "spf-invalid"],
  ["too many SPF look-ups", found("dkim-published", "spf-too-many-lookups"), "fallback", "spf-invalid"],
  ["a broken SPF record", found("dns-no-answer", "spf-invalid"), "fallback", "spf-invalid"],
  ["SPF that fails", found("dkim-published", "spf-fail"), "fallback", "spf-fails"],
  ["SPF that half fails", found("dkim-published", "spf-softfail"), "fallback", "spf-fails"],
  ["SPF that does not care", found("dkim-published", "spf-neutral"), "fallback", "spf-fails"],
  [
    "a policy that a return path elsewhere does not meet",
    viaRelay({ policy: "reject", aligned: "no" }),
    "fallback",
    "dmarc-not-aligned",
  ],
  [
    "a policy that an aligned return path meets",
    viaRelay({ policy: "reject", aligned: "by-spf" }),
    "own-domain",
    "verified",
  ],
  ["a policy that asks for nothing", viaRelay({ policy: "none", aligned: "no" }), "own-domain", "verified"],
  ["a policy nobody told", viaRelay({ policy: "no-answer", aligned: "no" }), "fallback", "dns-unanswered"],
]

describe("decideSenderIdentity", () => {
  it.each(CASES)("decides on %s", (_what, changes, identity, reason) => {
    expect(decideSenderIdentity({ ...shop, ...changes })).toMatchObject({ identity, reason })
  })

  it("has a test for every row of the table", () => {
    expect([...new Set(CASES.map(([, , , reason]) => reason))].sort()).toEqual([...SENDER_REASONS].sort())
  })

  it("speaks for itself under the own domain", () => {
    expect(decideSenderIdentity({ ...shop, standing: after(YES) })).toEqual({
      identity: "own-domain",
      reason: "verified",
      from: { name: "Kaffeehaus Lindner", address: "orders@lindner.example" },
      replyTo: "orders@lindner.example",
      sentOnBehalfOf: null,
    })
  })

  it("speaks through the fallback for the shop, with replies to the shop", () => {
    expect(decideSenderIdentity(shop)).toEqual({
      identity: "fallback",
      reason: "domain-not-checked",
      from: { name: "Kaffeehaus Lindner", address: "lindner@platform.example" },
      replyTo: "orders@lindner.example",
      sentOnBehalfOf: "orders@lindner.example",
    })
  })

  it("takes replies itself where the shop has no usable address", () => {
    expect(decideSenderIdentity({ ...shop, address: null })).toMatchObject({
      replyTo: "lindner@platform.example",
      sentOnBehalfOf: null,
    })
    expect(decideSenderIdentity({ ...shop, address: "orders", replyTo: "nobody" })).toMatchObject({
      replyTo: "lindner@platform.example",
    })
    expect(decideSenderIdentity({ ...shop, address: null, replyTo: "service@lindner.example" })).toMatchObject({
      replyTo: "service@lindner.example",
    })
  })

  it("prefers the sender's own name and reply address", () => {
    expect(
      decideSenderIdentity({ ...shop, name: "Lindner Bestellungen", replyTo: "service@lindner.example" }),
    ).toMatchObject({ from: { name: "Lindner Bestellungen" }, replyTo: "service@lindner.example" })
  })

  it("writes domains in A-labels, and finds their check by them", () => {
    const standing = after(domainCheck("dkim-published", "spf-pass", "xn--bcher-kva.example"))
    expect(decideSenderIdentity({ ...shop, address: "laden@Bücher.example", standing })).toMatchObject({
      reason: "verified",
      from: { address: "laden@xn--bcher-kva.example" },
    })
  })
})

describe("isOwnDomainLost", () => {
  const lost = (changes: Partial<SenderSettings>) =>
    isOwnDomainLost(
      decideSenderIdentity({ ...shop, ...changes, standing: after(YES, NO) }),
      decideSenderIdentity({ ...shop, ...changes, standing: after(YES, NO, NO) }),
    )

  it("is so where mails turn to the fallback", () => {
    expect(lost({})).toBe(true)
  })

  it.each<[string, Partial<SenderSettings>]>([
    ["the operator vouches for the domain", { trusted: true }],
    ["there is no fallback", { fallback: null }],
    ["there is nothing to send under", { address: null, fallback: null }],
    ["they went through the fallback anyway", { address: "lindner@gmx.de" }],
  ])("is not so where %s, although DNS turned to no", (_what, changes) => {
    expect(lost(changes)).toBe(false)
  })
})

describe("the table as a whole", () => {
  const answers = fc.record({
    dkim: fc.constantFrom(...(Object.keys(DKIM_RESULTS) as DkimReason[]), null),
    // A yes comes often, or there would be little to claim.
    spf: fc.oneof(fc.constant("spf-pass" as const), fc.constantFrom(...(Object.keys(SPF_RESULTS) as SpfReason[]))),
    domain: fc.constantFrom("lindner.example", "lindner.example", "lindner.example", "other.example"),
    returnPath: fc.option(fc.constantFrom(...RETURN_PATH_RESULTS)),
  })
  const history = fc.array(
    answers.map(({ dkim, spf, domain, returnPath }) => {
      const check = domainCheck(dkim, spf, domain)
      return returnPath ? withReturnPath(check, returnPath) : check
    }),
    { maxLength: 8 },
  )
  // The shop's own domain comes often, so that every run of the property sees it claimed rightly, too.
  const addresses = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("orders@lindner.example", "Orders@Lindner.Example") },
    { weight: 1, arbitrary: fc.constantFrom("orders@shop.lindner.example", "orders@lindner", null) },
    { weight: 1, arbitrary: fc.constantFrom(...COMMON_PROVIDERS.map((provider) => `lindner@${provider}`)) },
  )
  const modes = fc.constantFrom("own-key" as const, "relay-signs" as const)

  /**
   * Told in other words than the code: of the checks of this domain that were signed this way without a change between,
   * and that were answered, one said yes in everything, and no two in a row said no after it.
   */
  function mayClaim(checks: DomainCheck[], domain: string, mode: SenderSettings["dkimMode"]): boolean {
    const since = checks.findLastIndex((check) => check.domain !== domain || check.dkim_mode !== mode)
    const said = checks.slice(since + 1).flatMap(({ dkim, spf, return_path_spf, dmarc }) => {
      const statuses = mode === "own-key" ? [dkim.status, spf.status] : [spf.status, receivers(return_path_spf, dmarc)]
      if (statuses.some((status) => status === "missing" || status === "wrong")) return ["no"]
      return statuses.includes("unknown") ? [] : ["yes"]
    })
    return /yes(,no)?$/.test(said.join(","))
  }

  /** Whether a mail that only the relay may have signed is accepted by who follows the domain's policy. */
  function receivers(
    returnPathSpf: DomainCheck["return_path_spf"],
    { policy, reason, aligned_by }: DomainCheck["dmarc"],
  ) {
    const isPolicyUnknown = policy === null && reason === "dns-no-answer"
    const isHarmless = !isPolicyUnknown && (policy === null || policy === "none")
    if (!returnPathSpf || isHarmless || (!isPolicyUnknown && aligned_by.includes("spf"))) return "ok"
    return reason === "dns-no-answer" ? "unknown" : "wrong"
  }

  it("claims no domain that DNS does not permit, whatever it answered and in whatever order", () => {
    let claims = 0
    fc.assert(
      fc.property(history, addresses, modes, (checks, address, dkimMode) => {
        const decision = decideSenderIdentity({ ...shop, address, dkimMode, standing: after(...checks) })
        if (decision.identity === "fallback") {
          expect(decision.from.address).toBe(FALLBACK.address)
          return
        }
        claims++
        expect(decision).toMatchObject({ identity: "own-domain", reason: "verified" })
        expect(address?.toLowerCase()).toBe("orders@lindner.example")
        expect(mayClaim(checks, "lindner.example", dkimMode)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
    expect(claims).toBeGreaterThan(10)
  })

  it("keeps a domain that DNS permits", () => {
    fc.assert(
      fc.property(history, modes, (checks, dkimMode) => {
        fc.pre(mayClaim(checks, "lindner.example", dkimMode))
        const decision = decideSenderIdentity({ ...shop, dkimMode, standing: after(...checks) })
        expect(decision).toMatchObject({ identity: "own-domain", reason: "verified" })
      }),
      { numRuns: 200 },
    )
  })

  it("gives the reason of the definite no, for every pair of results", () => {
    for (const dkim of Object.keys(DKIM_RESULTS) as DkimReason[]) {
      for (const spf of Object.keys(SPF_RESULTS) as SpfReason[]) {
        const { reason } = decideSenderIdentity({ ...shop, ...found(dkim, spf) })
        const no = [DKIM_RESULTS[dkim], SPF_RESULTS[spf]].some((status) => status === "missing" || status === "wrong")
        expect([dkim, spf, /^(dkim|spf)-/.test(reason)]).toEqual([dkim, spf, no])
      }
    }
  })
})
