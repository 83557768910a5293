import { expect, it } from "vitest"
import { stepName } from "../../../src/dunning/dunning-plan"
import { upcomingSteps } from "../../../src/dunning/upcoming-steps"
import { caseOf, record } from "./cases"

const NOW = new Date("2026-11-09T10:00:00Z")
const upcoming = (until: string, changed: Parameters<typeof caseOf>[0] = {}): string[] =>
  upcomingSteps(caseOf(changed), NOW, new Date(until)).map(({ step, at }) => `${stepName(step)} ${at.toISOString()}`)

it("lists what is due now and what follows, each as if the one before had arrived", () => {
  expect(upcoming("2026-12-31T00:00:00Z")).toEqual([
    "payment-info:1 2026-11-09T10:00:00.000Z",
    "payment-reminder:1 2026-11-16T07:00:00.000Z",
    "payment-reminder:2 2026-11-23T07:00:00.000Z",
  ])
})

it("ends before the given time", () => {
  expect(upcoming("2026-11-23T07:00:00Z")).toHaveLength(2)
  expect(upcoming("2026-11-23T07:00:01Z")).toHaveLength(3)
})

it("lists nothing for an order that is left alone, or whose last mail did not arrive", () => {
  expect(upcoming("2026-12-31T00:00:00Z", { ended: true })).toEqual([])
  const history = [record("payment-info:1", "2026-11-09T08:00:00Z", { state: "undelivered" })]
  expect(upcoming("2026-12-31T00:00:00Z", { history })).toEqual([])
})
