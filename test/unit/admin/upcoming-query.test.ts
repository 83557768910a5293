import { describe, expect, it } from "vitest"
import {
  UPCOMING_KINDS,
  UPCOMING_STATES,
  upcomingFiltersFrom,
  upcomingQueryFrom,
} from "../../../admin/lib/upcoming-query"
import { UPCOMING_STATES as SERVER_STATES } from "../../../src/modules/order-mail/dunning/answers"

const read = (search: Record<string, string>) => upcomingQueryFrom(new URLSearchParams(search))

describe("upcomingQueryFrom", () => {
  it("is everything, what comes first at the top, when the address says nothing", () => {
    expect(read({})).toMatchObject({ period: "all", order: "at", limit: 50, offset: 0 })
    expect(read({}).state).toBeUndefined()
  })

  it("reads what the data table and the page write into the address", () => {
    const written = {
      q: "1042",
      period: "week",
      state: '"awaiting-approval"',
      kind: '"dunning"',
      level: '"2"',
      shop_id: '"sc_1"',
      plan_type: '"invoice"',
      order: "-amount_open",
      offset: "50",
    }
    expect(read(written)).toEqual({
      q: "1042",
      period: "week",
      state: "awaiting-approval",
      kind: "dunning",
      level: "2",
      shop_id: "sc_1",
      plan_type: "invoice",
      order: "-amount_open",
      limit: 50,
      offset: 50,
    })
  })

  it("takes a level that a person wrote", () => {
    expect(read({ level: "2" }).level).toBe("2")
  })

  it("leaves out what the server does not know", () => {
    const wrong = {
      period: "year",
      state: '"sent"',
      kind: '"invoice"',
      level: "ten",
      plan_type: "cash",
      order: "email",
    }
    expect(read(wrong)).toEqual({ ...read({}) })
  })

  it("knows the server's states", () => {
    expect(UPCOMING_STATES).toEqual(SERVER_STATES)
    expect(UPCOMING_KINDS).toContain("order-canceled-unpaid")
  })
})

describe("upcomingFiltersFrom", () => {
  it("has no page and no order, which the file does not take", () => {
    expect(Object.keys(upcomingFiltersFrom(new URLSearchParams({ offset: "50", order: "-at" })))).not.toEqual(
      expect.arrayContaining(["offset", "limit", "order"]),
    )
  })
})
