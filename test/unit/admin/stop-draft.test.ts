import { describe, expect, it } from "vitest"
import { localDay, MAX_REASON, stopProblems } from "../../../admin/lib/stop-draft"

const TODAY = "2026-12-03"

describe("stopProblems", () => {
  it.each(["", TODAY, "2027-01-01"])("takes a reason and %j as last day", (until) => {
    expect(stopProblems({ reason: "Ratenzahlung", until }, TODAY)).toEqual({})
    expect(stopProblems({ reason: "x".repeat(MAX_REASON), until }, TODAY)).toEqual({})
  })

  it.each([
    ["", "reasonMissing"],
    [" \n ", "reasonMissing"],
    ["x".repeat(MAX_REASON + 1), "reasonTooLong"],
  ])("says what is wrong with a reason", (reason, problem) => {
    expect(stopProblems({ reason, until: "" }, TODAY)).toEqual({ reason: problem })
  })

  it.each([
    ["2026-12-02", "untilPast"],
    ["tomorrow", "untilInvalid"],
  ])("says what is wrong with %s", (until, problem) => {
    expect(stopProblems({ reason: "x", until }, TODAY)).toEqual({ until: problem })
  })
})

describe("localDay", () => {
  it("is the day of the user's own clock, not of UTC", () => {
    expect(localDay(new Date(2026, 0, 5, 0, 30))).toBe("2026-01-05")
    expect(localDay(new Date(2026, 10, 25, 23, 59))).toBe("2026-11-25")
  })
})
