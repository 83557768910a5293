import { describe, expect, it } from "vitest"
import { archiveChanges, archiveDraftOf, archiveProblems } from "../../../admin/lib/archive-draft"
import { senderSettings } from "./sender-settings"

const STORED = { host: "imap.shop.example", user: "archiv", has_password: true }
const empty = archiveDraftOf(senderSettings({}), "shop")
const filled = archiveDraftOf(
  senderSettings({
    archive_address: { value: "archiv@shop.example", origin: "shop" },
    archive_mailbox: { value: STORED, origin: "shop" },
  }),
  "shop",
)

describe("the form of the archive", () => {
  it("opens with what the shop sets itself, without the password", () => {
    expect(empty.mailbox).toEqual({ isInherited: true, host: "", user: "", password: "" })
    expect(filled).toEqual({
      address: { archive_address: { isInherited: false, text: "archiv@shop.example" } },
      mailbox: { isInherited: false, host: "imap.shop.example", user: "archiv", password: "" },
    })
  })

  it("wants a whole access or none, and the password again for another host or user", () => {
    const own = (part: object) => ({ ...empty, mailbox: { ...empty.mailbox, isInherited: false, ...part } })
    expect(archiveProblems(own({}), null)).toEqual({})
    expect(archiveProblems(own({ password: "p" }), null)).toEqual({ host: "hostMissing", user: "userMissing" })
    expect(archiveProblems(filled, STORED)).toEqual({})
    const moved = { ...filled, mailbox: { ...filled.mailbox, host: "imap.evil.example" } }
    expect(archiveProblems(moved, STORED)).toEqual({ password: "passwordMissing" })
    const wrong = { ...empty, address: { archive_address: { isInherited: false, text: "archiv" } } }
    expect(archiveProblems(wrong, null)).toEqual({ archive_address: "addressInvalid" })
  })

  it("saves both parts in one request", () => {
    expect(archiveChanges(filled, filled)).toEqual({})
    expect(archiveChanges(empty, { ...filled, mailbox: { ...filled.mailbox, password: "geheim" } })).toEqual({
      set: {
        archive_address: "archiv@shop.example",
        archive_mailbox: { host: "imap.shop.example", user: "archiv", password: "geheim" },
      },
    })
    expect(archiveChanges(filled, { ...filled, mailbox: { ...filled.mailbox, host: "", user: "" } })).toEqual({
      set: { archive_mailbox: null },
    })
    expect(archiveChanges(filled, empty)).toEqual({ inherit: ["archive_address", "archive_mailbox"] })
  })
})
