import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  MERCHANT_NOTICES,
  NOTICE_MODES,
  type MerchantNotice,
  type NoticeMode,
} from "../../../src/kinds/merchant-notice"
import { planMerchantMails, type NoticePlan, type PendingNotice } from "../../../src/sender/plan-merchant-mails"

const BERLIN = "Europe/Berlin"

function noted(id: number, at: string, notice: MerchantNotice = "mail-failed"): PendingNotice {
  return { id: String(id), at: new Date(at), notice, order_id: null, facts: {} }
}

function modes(mode: NoticeMode, changed: Partial<Record<MerchantNotice, NoticeMode>> = {}) {
  const all = Object.fromEntries(MERCHANT_NOTICES.map((notice) => [notice, mode]))
  return { ...all, ...changed } as Record<MerchantNotice, NoticeMode>
}

function shown({ mails, unwanted }: NoticePlan) {
  return {
    mails: mails.map(({ kind, notices }) => `${kind}: ${notices.map(({ id }) => id).join(" ")}`),
    unwanted: unwanted.map(({ id }) => id),
  }
}

/** Whether what was noted then is in a digest now. */
function isTold(at: string, now: string, { digestHour = 7, timeZone = BERLIN } = {}): boolean {
  const settings = { modes: modes("digest"), digestHour, timeZone }
  return planMerchantMails([noted(1, at)], settings, new Date(now)).mails.length > 0
}

describe("what merchants are told", () => {
  const settings = {
    modes: modes("single", { "new-order": "digest", "payment-received": "off" }),
    digestHour: 7,
    timeZone: BERLIN,
  }
  const notices = [
    noted(1, "2026-03-02T05:30:00Z", "new-order"),
    noted(2, "2026-03-02T05:31:00Z", "mail-failed"),
    noted(3, "2026-03-02T05:32:00Z", "payment-received"),
    noted(4, "2026-03-02T06:30:00Z", "new-order"),
    noted(5, "2026-03-02T06:31:00Z", "domain-broken"),
  ]

  it("goes at once, waits for the digest, or is dropped", () => {
    expect(shown(planMerchantMails(notices, settings, new Date("2026-03-02T05:40:00Z")))).toEqual({
      mails: ["merchant-notice: 2", "merchant-notice: 5"],
      unwanted: ["3"],
    })
    expect(shown(planMerchantMails(notices, settings, new Date("2026-03-02T06:32:00Z"))).mails).toEqual([
      "merchant-notice: 2",
      "merchant-notice: 5",
      "merchant-digest: 1",
    ])
    expect(shown(planMerchantMails(notices, settings, new Date("2026-03-03T06:00:00Z"))).mails).toContain(
      "merchant-digest: 1 4",
    )
  })

  it("is no mail where nothing was noted", () => {
    expect(planMerchantMails([], settings, new Date("2026-03-03T06:00:00Z"))).toEqual({ mails: [], unwanted: [] })
  })

  it("is one mail where it would be very many at once", () => {
    const many = Array.from({ length: 21 }, (_, n) => noted(n, "2026-03-02T05:30:00Z"))
    const plan = (notices: PendingNotice[]) =>
      planMerchantMails(notices, { ...settings, modes: modes("single") }, new Date("2026-03-02T05:31:00Z")).mails
    expect(plan(many.slice(1))).toHaveLength(20)
    expect(plan(many).map(({ kind, notices }) => [kind, notices.length])).toEqual([["merchant-digest", 21]])
  })
})

describe("the digest", () => {
  it("comes at its hour in the shop's time zone, and tells what was noted before", () => {
    expect(isTold("2026-01-10T05:59:59Z", "2026-01-10T05:59:59Z")).toBe(false)
    expect(isTold("2026-01-10T05:59:59Z", "2026-01-10T06:00:00Z")).toBe(true)
    expect(isTold("2026-01-10T06:00:00Z", "2026-01-10T06:00:00Z")).toBe(false)
    expect(isTold("2026-01-10T06:00:00Z", "2026-01-11T05:59:59Z")).toBe(false)
    expect(isTold("2026-01-10T06:00:00Z", "2026-01-11T06:00:00Z")).toBe(true)
    // In summer the same clock is an hour earlier.
    expect(isTold("2026-07-10T04:00:00Z", "2026-07-10T04:59:59Z")).toBe(false)
    expect(isTold("2026-07-10T04:00:00Z", "2026-07-10T05:00:00Z")).toBe(true)
  })

  it("is made up for when nothing ran at its hour, even for days", () => {
    expect(isTold("2026-01-10T08:00:00Z", "2026-01-11T22:00:00Z")).toBe(true)
    expect(isTold("2026-01-10T08:00:00Z", "2026-01-19T02:00:00Z")).toBe(true)
    expect(isTold("2026-12-31T20:00:00Z", "2027-01-01T00:30:00Z")).toBe(false)
    expect(isTold("2026-12-31T20:00:00Z", "2027-01-01T06:00:00Z")).toBe(true)
  })

  it("comes at midnight, too", () => {
    expect(isTold("2026-01-10T10:00:00Z", "2026-01-10T22:59:59Z", { digestHour: 0 })).toBe(false)
    expect(isTold("2026-01-10T10:00:00Z", "2026-01-10T23:00:00Z", { digestHour: 0 })).toBe(true)
  })

  it("is not lost with the hour that summer time leaves out", () => {
    // In Berlin 2:00 to 3:00 of 29 March 2026 is missing; 3:00 is 1:00 UTC.
    expect(isTold("2026-03-28T12:00:00Z", "2026-03-29T00:59:59Z", { digestHour: 2 })).toBe(false)
    expect(isTold("2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", { digestHour: 2 })).toBe(true)
  })

  it("comes once where an hour comes twice", () => {
    // In Berlin 2:00 to 3:00 of 25 October 2026 is first 0:00 to 1:00 UTC, then 1:00 to 2:00 UTC.
    const digestHour = 2
    expect(isTold("2026-10-24T12:00:00Z", "2026-10-24T23:59:59Z", { digestHour })).toBe(false)
    expect(isTold("2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z", { digestHour })).toBe(true)
    for (const at of ["2026-10-25T00:10:00Z", "2026-10-25T01:10:00Z"]) {
      expect(isTold(at, "2026-10-25T01:30:00Z", { digestHour })).toBe(false)
      expect(isTold(at, "2026-10-26T00:59:59Z", { digestHour })).toBe(false)
      expect(isTold(at, "2026-10-26T01:00:00Z", { digestHour })).toBe(true)
    }
  })
})

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"]
const instant = fc.date({
  min: new Date("2025-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
})
const DAY = 24 * 60 * 60 * 1000

it("whatever the zone and hour, what is noted is told within 25 hours, and stays told", () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...ZONES),
      fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 8 }),
      (at, digestHour, timeZone, waits) => {
        const told = (wait: number) =>
          isTold(at.toISOString(), new Date(at.getTime() + wait).toISOString(), { digestHour, timeZone })
        expect(told(25 * 60 * 60 * 1000)).toBe(true)
        const inOrder = [...waits].sort((a, b) => a - b).map(told)
        expect(inOrder).toEqual([...inOrder].sort((a, b) => Number(a) - Number(b)))
      },
    ),
  )
})

it("every notice is in one mail, unwanted, or waits for the digest", () => {
  const notice = fc.record({ notice: fc.constantFrom(...MERCHANT_NOTICES), at: instant })
  const mode = fc.constantFrom(...NOTICE_MODES)
  fc.assert(
    fc.property(
      fc.array(notice, { maxLength: 60 }),
      fc.tuple(mode, mode, mode, mode, mode, mode),
      instant,
      (given, chosen, now) => {
        const notices = given.map((one, id) => ({ ...noted(id, one.at.toISOString(), one.notice) }))
        const all = Object.fromEntries(MERCHANT_NOTICES.map((name, at) => [name, chosen[at]]))
        const settings = { modes: all as Record<MerchantNotice, NoticeMode>, digestHour: 7, timeZone: BERLIN }
        const { mails, unwanted } = planMerchantMails(notices, settings, now)
        const settled = [...mails.flatMap((mail) => mail.notices), ...unwanted].map(({ id }) => id)
        expect(new Set(settled).size).toBe(settled.length)
        const waiting = notices.filter(({ id }) => !settled.includes(id))
        expect(waiting.every((one) => settings.modes[one.notice] === "digest")).toBe(true)
        expect(mails.every((mail) => mail.kind === "merchant-digest" || mail.notices.length === 1)).toBe(true)
      },
    ),
  )
})
