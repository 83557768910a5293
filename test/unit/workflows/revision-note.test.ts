import { describe, expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { revisionNote } from "../../../src/workflows/last-look/revision-note"

describe("what the timeline says about a mail that was written anew", () => {
  const facts = { ...sampleOrder("de"), email: "neu@kunde.example", currency_code: "eur" }
  facts.totals = { ...facts.totals, open: "69.00" }
  const before = { basis: null, recipient: "alt@kunde.example", amount_open: "119.00", currency_code: "eur" }
  const placed = { type: "placed" } as const

  it("names the amounts and the addresses that changed", () => {
    expect(revisionNote(before, { facts, occasion: placed }, ["open", "paid", "email"])).toEqual({
      changed: "open,paid,email",
      amount_before: "119.00 EUR",
      amount_now: "69.00 EUR",
      corrected_from: "alt@kunde.example",
      corrected_to: "neu@kunde.example",
    })
  })

  it("says nothing of what stayed: a database writes 69 for 69.00", () => {
    expect(revisionNote({ ...before, amount_open: "69" }, { facts, occasion: placed }, ["total"])).toEqual({
      changed: "total",
    })
    expect(revisionNote({ ...before, amount_open: "69.00" }, { facts, occasion: placed }, [])).toEqual({})
  })

  it("takes a reminder's amount from what it asks for", () => {
    const demand = { total: "71.50" } as never
    expect(revisionNote(before, { facts, occasion: { type: "demand", demand } }, ["demand"])).toEqual({
      changed: "demand",
      amount_before: "119.00 EUR",
      amount_now: "71.50 EUR",
    })
  })
})
