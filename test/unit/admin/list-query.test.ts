import { describe, expect, it } from "vitest"
import { listQueryFrom } from "../../../admin/lib/list-query"

const read = (search: string) => listQueryFrom(new URLSearchParams(search))

describe("listQueryFrom", () => {
  it("is the first page, newest first, when the address says nothing", () => {
    expect(read("")).toMatchObject({ order: "-created_at", limit: 20, offset: 0 })
  })

  it("reads what the data table writes into the address", () => {
    const search = new URLSearchParams({
      q: "1042",
      state: '["failed","held"]',
      kind: '["dunning"]',
      shop_id: '["sc_1"]',
      attention: '"true"',
      created_at: '{"$gte":"2026-01-01T00:00:00.000Z","$lte":"2026-01-31T00:00:00.000Z"}',
      order: "created_at",
      offset: "40",
    })
    expect(listQueryFrom(search)).toEqual({
      q: "1042",
      state: ["failed", "held"],
      kind: ["dunning"],
      shop_id: ["sc_1"],
      attention: true,
      created_at: { $gte: "2026-01-01T00:00:00.000Z", $lte: "2026-01-31T00:00:00.000Z" },
      order: "created_at",
      limit: 20,
      offset: 40,
    })
  })

  it("takes a state written by hand", () => {
    expect(read("state=failed").state).toEqual(["failed"])
  })

  it("takes what the notice above the list writes", () => {
    expect(read("attention=true").attention).toBe(true)
  })

  it.each(["", "attention=false", "attention=maybe", "attention=[]"])("asks for no attention in %j", (search) => {
    expect(read(search).attention).toBeUndefined()
  })

  it.each(["state=[1,null]", "state={}", "created_at=[", 'created_at={"$ne":"x"}', "offset=-20", "offset=x"])(
    "ignores nonsense: %s",
    (search) => {
      const { state, created_at, offset } = read(search)
      expect({ state, created_at, offset }).toEqual({ state: undefined, created_at: undefined, offset: 0 })
    },
  )
})
