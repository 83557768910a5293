import { describe, expect, it } from "vitest"
import {
  isAwaitingApproval,
  isCancelable,
  isInTrouble,
  isMoving,
  isResendable,
  MAIL_STATES,
  stateColor,
} from "../../../admin/lib/mail-state"
import { MAIL_STATES as SERVER_STATES } from "../../../src/kinds/state-reasons"

const NOW = Date.parse("2026-01-15T12:00:00Z")
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString()

describe("mail states in the admin", () => {
  it("are the server's", () => {
    expect([...MAIL_STATES].sort()).toEqual([...SERVER_STATES].sort())
  })

  it("does not colour a mail like a success that was only recorded", () => {
    expect(stateColor({ state: "sent", state_reason: "accepted" })).toBe("green")
    expect(stateColor({ state: "sent", state_reason: "capture-mode" })).toBe("grey")
  })

  it("can be canceled as long as the server allows it", () => {
    const cancelable = SERVER_STATES.filter((state) => isCancelable({ state, state_reason: null }))
    expect(cancelable).toEqual(["queued", "deferred", "held"])
  })

  it("want attention when they failed, are held, came back or were complained about", () => {
    const inTrouble = SERVER_STATES.filter((state) => isInTrouble({ state, state_reason: null }))
    expect(inTrouble).toEqual(["failed", "held", "bounced", "complained"])
  })

  it("that wait for approval are approved or declined, and nothing else", () => {
    const waiting = { state: "held", state_reason: "awaiting-approval", kind: "dunning" } as const
    expect(isAwaitingApproval(waiting)).toBe(true)
    expect([isInTrouble(waiting), isCancelable(waiting), isResendable(waiting)]).toEqual([false, false, false])
    expect(isAwaitingApproval({ ...waiting, state_reason: "lease-expired" })).toBe(false)
  })

  it.each([
    ["queued", null, true],
    ["sending", null, true],
    ["deferred", inSeconds(30), true],
    ["deferred", inSeconds(-30), true],
    ["deferred", inSeconds(3_600), false],
    ["deferred", null, false],
    ["sent", null, false],
    ["held", null, false],
  ] as const)("%s with the next attempt at %s is watched: %s", (state, next_attempt_at, watched) => {
    expect(isMoving({ state, next_attempt_at }, NOW)).toBe(watched)
  })
})
