import { describe, expect, it } from "vitest"
import { openSuggestionOf } from "../../../admin/lib/open-suggestion"
import type { AdminTimelineEntry } from "../../../src/api/types"

const MEANT = "anna@hotmail.com"

const sentAgain = (data: AdminTimelineEntry["data"]): AdminTimelineEntry => ({
  id: "1",
  type: "sent-again",
  at: "2026-01-15T12:00:00.000Z",
  user: null,
  reason: null,
  answer: null,
  data,
})

const openSuggestion = (...timeline: AdminTimelineEntry[]) => openSuggestionOf({ suggested_recipient: MEANT, timeline })

describe("openSuggestionOf", () => {
  it("is the suggestion as long as nobody followed it", () => {
    expect(openSuggestion()).toBe(MEANT)
    expect(openSuggestion(sentAgain({ order_mail_id: "om_2" }))).toBe(MEANT)
    expect(openSuggestion(sentAgain({ order_mail_id: "om_2", corrected_to: "anna@gmail.com" }))).toBe(MEANT)
  })

  it("is settled once the mail was sent again to it", () => {
    expect(openSuggestion(sentAgain({ order_mail_id: "om_2", corrected_to: MEANT }))).toBeNull()
  })

  it("is not settled by a mail that was never made", () => {
    expect(openSuggestion(sentAgain({ order_mail_id: null, corrected_to: MEANT }))).toBe(MEANT)
  })

  it("is nothing when nothing was suggested", () => {
    expect(openSuggestionOf({ suggested_recipient: null, timeline: [] })).toBeNull()
    expect(openSuggestionOf({ suggested_recipient: null, timeline: [sentAgain({ order_mail_id: "om_2" })] })).toBeNull()
  })
})
