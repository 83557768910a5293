import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readRecipient } from "../../../src/sender/recipient"

describe("readRecipient", () => {
  it.each([
    ["anna@shop.example", "anna@shop.example"],
    ["  anna@shop.example ", "anna@shop.example"],
    ["anna+order@mail.shop.example", "anna+order@mail.shop.example"],
    ["o'neil@shop.example", "o'neil@shop.example"],
    ["jörg@bücher.example", "jörg@bücher.example"],
  ])("takes %j", (field, address) => {
    expect(readRecipient(field)).toEqual({ usable: true, address })
  })

  it.each([
    [null, "recipient-missing"],
    [undefined, "recipient-missing"],
    ["", "recipient-missing"],
    ["   ", "recipient-missing"],
    ["anna", "recipient-invalid"],
    ["anna@", "recipient-invalid"],
    ["@shop.example", "recipient-invalid"],
    ["anna@shop", "recipient-invalid"],
    ["anna@shop..example", "recipient-invalid"],
    ["anna@shop.example\r\nBcc: evil@evil.example", "recipient-invalid"],
    ["Anna <anna@shop.example>", "recipient-invalid"],
    [`${"a".repeat(65)}@shop.example`, "recipient-invalid"],
    ['"a\r\nBcc: evil@evil.example\r\nX: "@shop.example', "recipient-invalid"],
    ['"anna, evil"@shop.example', "recipient-invalid"],
    ['"anna maria"@shop.example', "recipient-invalid"],
    ["anna@shop.example, evil@evil.example", "recipient-several"],
    ["anna@shop.example; evil@evil.example", "recipient-several"],
    ["anna@shop.example evil@evil.example", "recipient-invalid"],
    ["Anna <anna@shop.example>, Eve <evil@evil.example>", "recipient-several"],
  ])("refuses %j as %s", (field, reason) => {
    expect(readRecipient(field)).toEqual({ usable: false, reason })
  })

  it("never takes anything that could end a header or name a second mailbox", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.emailAddress()), (field) => {
        const reading = readRecipient(field)
        if (reading.usable) {
          expect(reading.address).not.toMatch(/[\r\n\0,;<>\s]/)
          expect(reading.address.split("@").length).toBe(2)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
