import { describe, expect, it } from "vitest"
import { CHANGED_FIELDS, changedFields } from "../../../admin/lib/changed-fields"
import type { Changed } from "../../../src/workflows/last-look/review-mail"

/** Complete by its type: a new value that is missing here does not compile. */
const SERVER_FIELDS: Record<Changed, true> = {
  status: true,
  currency_code: true,
  total: true,
  open: true,
  paid: true,
  refunded: true,
  email: true,
  demand: true,
}

describe("changedFields", () => {
  it("knows everything that the server names", () => {
    expect([...CHANGED_FIELDS].sort()).toEqual([...Object.keys(SERVER_FIELDS), "other"].sort())
  })

  it("reads a list, and calls what it does not know other", () => {
    expect(changedFields("open,email")).toEqual(["open", "email"])
    expect(changedFields("total,colour,weight")).toEqual(["total", "other"])
  })
})
