import { describe, expect, it } from "vitest"
import { progressOf, stepStateOf } from "../../../src/dunning/step-history"
import { MAIL_STATES } from "../../../src/kinds/state-reasons"
import { record } from "./cases"

it("every state of a mail says something about its step", () => {
  expect(MAIL_STATES.map((state) => [state, stepStateOf(state, null)])).toEqual([
    ["queued", "under-way"],
    ["sending", "under-way"],
    ["sent", "sent"],
    ["deferred", "under-way"],
    ["failed", "undelivered"],
    ["held", "undelivered"],
    ["skipped", "withdrawn"],
    ["canceled", "passed-over"],
    ["bounced", "undelivered"],
    ["complained", "sent"],
  ])
  expect(stepStateOf("skipped", "nothing-to-pay")).toBe("withdrawn")
  expect(stepStateOf("skipped", "kind-switched-off")).toBe("passed-over")
  expect(stepStateOf("skipped", "step-skipped")).toBe("passed-over")
  expect(stepStateOf("skipped", "capture-mode")).toBe("undelivered")
  expect(stepStateOf("held", "awaiting-approval")).toBe("awaiting-approval")
})

describe("progressOf", () => {
  const sent = record("payment-info:1", "2026-11-09T08:00:00Z", { payableUntil: "2026-11-13" })

  it("nothing happened yet", () => {
    expect(progressOf([])).toEqual({ reached: null, reachedAt: null, open: null, lastSentAt: null, payableUntil: null })
  })

  it("the sternest step counts, in whatever order the records come", () => {
    const dunning = record("dunning:1", "2026-12-01T08:00:00Z", { payableUntil: "2026-12-08" })
    for (const history of [
      [sent, dunning],
      [dunning, sent],
    ]) {
      expect(progressOf(history)).toEqual({
        reached: { kind: "dunning", level: 1 },
        reachedAt: dunning.at,
        open: null,
        lastSentAt: dunning.at,
        payableUntil: "2026-12-08",
      })
    }
  })

  it("a step that was skipped is reached without a mail", () => {
    const skipped = record("payment-reminder:1", "2026-11-12T08:00:00Z", { state: "passed-over" })
    expect(progressOf([sent, skipped])).toMatchObject({
      reached: { kind: "payment-reminder", level: 1 },
      reachedAt: skipped.at,
      lastSentAt: sent.at,
    })
  })

  it.each(["under-way", "awaiting-approval", "undelivered"] as const)("%s is open until it is settled", (state) => {
    const open = record("payment-reminder:1", "2026-11-12T08:00:00Z", { state })
    expect(progressOf([sent, open])).toMatchObject({ open: state, reached: { kind: "payment-info" } })
    const again = record("payment-reminder:1", "2026-11-13T08:00:00Z")
    expect(progressOf([sent, open, again])).toMatchObject({ open: null, reached: { kind: "payment-reminder" } })
    const skipped = record("payment-reminder:1", "2026-11-13T08:00:00Z", { state: "passed-over" })
    expect(progressOf([open, skipped])).toMatchObject({ open: null, lastSentAt: null })
  })

  it("a mail that did not arrive is settled by any that did after it, whatever the clock showed", () => {
    const bounced = record("payment-reminder:1", "2026-12-02T08:00:00Z", { state: "undelivered" })
    const dunning = record("dunning:1", "2026-12-01T08:00:00Z")
    expect(progressOf([bounced, dunning]).open).toBeNull()
    expect(progressOf([dunning, bounced]).open).toBe("undelivered")
    const underWay = { ...bounced, state: "under-way" as const }
    expect(progressOf([underWay, dunning]).open).toBe("under-way")
  })

  it("a mail that was withdrawn says nothing, and never undoes one that was sent", () => {
    const withdrawn = record("payment-info:1", "2026-11-20T08:00:00Z", { state: "withdrawn" })
    expect(progressOf([withdrawn])).toEqual(progressOf([]))
    expect(progressOf([sent, withdrawn])).toEqual(progressOf([sent]))
  })
})
