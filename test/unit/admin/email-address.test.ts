import { describe, expect, it } from "vitest"
import { isOneEmailAddress } from "../../../admin/lib/email-address"

describe("isOneEmailAddress", () => {
  it.each(["anna@example.com", "anna.schmidt+shop@mail.example.co.uk", "jürgen@bücher.example", "o'neil@example.org"])(
    "accepts %s",
    (address) => expect(isOneEmailAddress(address)).toBe(true),
  )

  it.each([
    "",
    "anna",
    "anna@",
    "@example.com",
    "anna@example",
    "anna@exam ple.com",
    "anna@example.com, eva@example.com",
    "anna@example.com;eva@example.com",
    "Anna <anna@example.com>",
    "anna@example..com",
    "a@b@example.com",
    "anna@example.com\r\nBcc: eva@example.com",
    `${"a".repeat(65)}@example.com`,
  ])("refuses %j", (address) => expect(isOneEmailAddress(address)).toBe(false))
})
