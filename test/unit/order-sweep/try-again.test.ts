import { expect, it } from "vitest"
import { isTriedAgain } from "../../../src/workflows/order-sweep/try-again"

it("an order that cannot be read is tried again for an hour", () => {
  const created = "2026-11-01T12:00:00.000Z"
  expect(isTriedAgain(created, "2026-11-01T12:00:30Z")).toBe(true)
  expect(isTriedAgain(new Date(created), new Date("2026-11-01T12:59:59.999Z"))).toBe(true)
  expect(isTriedAgain(created, "2026-11-01T13:00:00Z")).toBe(false)
})
