import { expect, it } from "vitest"
import type { Kind } from "../../../src/kinds/kind"
import { paymentInfo } from "../../../src/kinds/payment-info"
import { BUILT_IN_KINDS, createKindRegistry } from "../../../src/kinds/registry"

const BUILT_IN = BUILT_IN_KINDS.map(({ id }) => id)

it("brings six kinds, of which customers can do without two", () => {
  expect(BUILT_IN_KINDS.map(({ id, class: importance }) => [id, importance])).toEqual([
    ["payment-info", "critical"],
    ["payment-reminder", "critical"],
    ["dunning", "critical"],
    ["payment-received", "optional"],
    ["refund-issued", "optional"],
    ["order-canceled-unpaid", "critical"],
  ])
})

function customKind(id: string): Kind {
  return {
    id,
    class: "optional",
    decide: () => ({ send: true }),
    occurrence: () => "once",
  }
}

it("finds built-in kinds by id", () => {
  expect(createKindRegistry().get("payment-info")).toBe(paymentInfo)
})

it("lets custom kinds join, after the built-in ones", () => {
  const registry = createKindRegistry([customKind("review-request")])
  expect(registry.list().map((kind) => kind.id)).toEqual([...BUILT_IN, "review-request"])
  expect(registry.has("review-request")).toBe(true)
})

it("names the known kinds when asked for an unknown one", () => {
  expect(() => createKindRegistry([customKind("review-request")]).get("invoyce")).toThrow(
    `There is no order mail kind "invoyce". Known kinds: ${BUILT_IN.join(", ")}, review-request.`,
  )
})

it("refuses a second kind with the same id", () => {
  expect(() => createKindRegistry([customKind("payment-info")])).toThrow(
    /two order mail kinds with the id "payment-info"/,
  )
})

it.each(["", "Payment", "a b", "../secret", "a--b", "-a", "a_b"])("refuses the id %j", (id) => {
  expect(() => createKindRegistry([customKind(id)])).toThrow(/cannot be the id of an order mail kind/)
})
