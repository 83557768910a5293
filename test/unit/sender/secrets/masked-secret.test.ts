import { describe, expect, it } from "vitest"
import { mask, readSecretChange } from "../../../../src/sender/secrets/masked-secret"

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

describe("a secret as it is written", () => {
  it.each([
    ["left out", undefined, { change: "keep" }],
    ["the mask it was shown", "***", { change: "keep" }],
    ["null", null, { change: "clear" }],
    ["empty", "", { change: "clear" }],
    ["a new one", "neu", { change: "replace", secret: "neu" }],
    ["a new one of four stars", "****", { change: "replace", secret: "****" }],
  ])("%s", (_, written, change) => {
    expect(readSecretChange(written)).toEqual(change)
  })
})
