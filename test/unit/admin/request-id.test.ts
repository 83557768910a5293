import { describe, expect, it } from "vitest"
import { createRequestIds } from "../../../admin/lib/request-id"
import { sendOrderMailBody } from "../../../src/api/admin/order-mails/validators"

describe("createRequestIds", () => {
  it("keeps the id of a request that is repeated", () => {
    const idFor = createRequestIds()
    expect(idFor({ kind: "dunning", to: "anna@example.com" })).toBe(idFor({ kind: "dunning", to: "anna@example.com" }))
  })

  it("makes a new id when the address or the kind changes", () => {
    const idFor = createRequestIds()
    const ids = [
      idFor({ kind: "dunning", to: "ana@example.com" }),
      idFor({ kind: "dunning", to: "anna@example.com" }),
      idFor({ kind: "invoice", to: "anna@example.com" }),
      idFor({ to: "anna@example.com" }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("knows a request again after another one was tried", () => {
    const idFor = createRequestIds()
    const first = idFor({ to: "anna@example.com" })
    idFor({ to: "eva@example.com" })
    expect(idFor({ to: "anna@example.com" })).toBe(first)
  })

  it("makes other ids for each opened form", () => {
    expect(createRequestIds()({ to: "anna@example.com" })).not.toBe(createRequestIds()({ to: "anna@example.com" }))
  })

  it("makes ids that the server takes", () => {
    const request_id = createRequestIds()({ to: "anna@example.com" })
    expect(sendOrderMailBody.safeParse({ request_id, kind: "dunning" }).success).toBe(true)
  })
})
