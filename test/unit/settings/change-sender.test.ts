import { describe, expect, it } from "vitest"
import { changeSender, mailboxToStore } from "../../../src/modules/order-mail/settings/change-sender"

const smtp = { host: "m.example", port: 587, tls: "starttls", user: "u", password: "enc:v1:k:abc" } as const

describe("a change of sender settings", () => {
  it("sets, inherits again, leaves the rest, and notes what changed", () => {
    const { fields, notes } = changeSender(
      { name: "Lindner", reply_to: "a@lindner.example", dkim: "own-key" },
      { set: { name: "Lindner Kaffee", dkim: "own-key" }, inherit: ["reply_to", "archive_address"] },
    )
    expect(fields).toEqual({ name: "Lindner Kaffee", dkim: "own-key" })
    expect(notes).toEqual([
      { action: "set", field: "name", was: "Lindner", is: "Lindner Kaffee" },
      { action: "inherited", field: "reply_to", was: "a@lindner.example", is: null },
    ])
  })

  it("shows no password in the log, neither sealed nor open", () => {
    const { notes } = changeSender(
      { smtp },
      {
        set: {
          smtp: { ...smtp, password: "enc:v1:k:def" },
          archive_mailbox: { host: "imap.example", user: "archiv", password: "enc:v1:k:ghi" },
        },
        inherit: [],
      },
    )
    expect(notes).toEqual([
      { action: "set", field: "archive_mailbox", was: null, is: "archiv @ imap.example, ***" },
      {
        action: "set",
        field: "smtp",
        was: "u @ m.example:587 (starttls), ***",
        is: "u @ m.example:587 (starttls), ***",
      },
    ])
  })

  it("keeps a mailbox's password with its host and user only", () => {
    const stored = { host: "imap.example", user: "archiv", password: "enc:v1:k:abc" }
    const seal = (secret: string) => `sealed ${secret}`
    expect(mailboxToStore({ host: "IMAP.example", user: "archiv" }, stored, seal)).toEqual(stored)
    expect(mailboxToStore({ host: "imap.other.example", user: "archiv" }, stored, seal).password).toBeNull()
    expect(mailboxToStore({ host: "i.example", user: "x", password: "p" }, stored, seal).password).toBe("sealed p")
  })
})
