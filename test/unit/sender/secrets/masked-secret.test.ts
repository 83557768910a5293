import { describe, expect, it } from "vitest"
import { mask } from "../../../../src/sender/secrets/masked-secret"

describe("mask", () => {
  it.each([
    ["geheim", "***"],
    ["***", "***"],
    ["", null],
    [null, null],
    [undefined, null],
  ])("shows %j as %j", (secret, shown) => {
    expect(mask(secret)).toBe(shown)
  })
})
