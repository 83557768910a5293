import { describe, expect, it } from "vitest"
import { refusedSetting } from "../../../admin/lib/refused-setting"

const FIELDS = ["address", "reply_to", "host", "user", "password"] as const

describe("which field the server refused", () => {
  it.each([
    ["Invalid request: set.reply_to: takes one e-mail address", "reply_to"],
    ["Invalid request: set.smtp.host: takes the name or IP address of a server", "host"],
    ["Invalid request: set.sending_hosts.1: takes names", null],
    ["smtp.password: type it again; the stored one is for another server or user", "password"],
    ["Invalid request: Value for field 'set, smtp, user' too big, expected at most: '320'", "user"],
    ["Invalid request: Expected type: 'string' for field 'set, address', got: '1'", "address"],
    ["Invalid request: Field 'set, archive_mailbox, user' is required", "user"],
    ["set the option encryptionKeys first, the password is stored encrypted", null],
    ["the address cannot be saved", null],
  ])("%s", (message, field) => {
    expect(refusedSetting(message, FIELDS)?.field ?? null).toBe(field)
  })

  it("names a list's own field for one of its entries", () => {
    expect(refusedSetting("Invalid request: set.sending_hosts.1: takes names", ["sending_hosts"])).toEqual({
      field: "sending_hosts",
      words: "takes names",
    })
  })

  it.each([
    ["en:payment-info.subject: needs {{order_number}}", "en:payment-info.subject", "needs {{order_number}}"],
    ["set.kind:payment-info: takes true or false", "kind:payment-info", "takes true or false"],
    ["accounts.0.iban: takes an IBAN", "accounts", "takes an IBAN"],
  ])("knows names with dots and colons, and parts of a field: %s", (message, field, words) => {
    expect(refusedSetting(message, ["accounts", "en:payment-info.subject", "kind:payment-info"])).toEqual({
      field,
      words,
    })
  })
})
