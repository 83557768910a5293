import { describe, expect, it } from "vitest"
import {
  smtpChanges,
  type SmtpDraft,
  smtpDraftOf,
  smtpInputOf,
  smtpProblems,
  sourcesAt,
  withTls,
} from "../../../admin/lib/smtp-draft"
import type { AdminSmtpServer } from "../../../src/api/sender-settings-types"
import { senderSettings } from "./sender-settings"

const STORED: AdminSmtpServer = {
  host: "smtp.shop.example",
  port: 2525,
  tls: "opportunistic",
  user: "shop",
  has_password: true,
}
const inherits = smtpDraftOf(senderSettings({}).smtp, "shop")
const own = smtpDraftOf(senderSettings({ smtp: { value: STORED, origin: "shop" } }).smtp, "shop")
const typed: SmtpDraft = { ...inherits, source: "own", host: "mail.example", user: "u", password: "p" }

describe("the form of the mail server", () => {
  it("opens with the shop's own server, without its password", () => {
    expect(own).toEqual({
      source: "own",
      entry: "fields",
      url: "",
      host: "smtp.shop.example",
      port: "2525",
      tls: "opportunistic",
      user: "shop",
      password: "",
    })
  })

  it("opens with nothing typed where the server is inherited", () => {
    expect(inherits).toMatchObject({ source: "inherited", host: "", port: "587", tls: "starttls" })
    const storeWide = senderSettings({ smtp: { value: STORED, origin: "store" } }).smtp
    expect(smtpDraftOf(storeWide, "shop")).toMatchObject({ source: "inherited", host: "" })
  })

  it("tells the platform's server from an inherited one, except for the whole store", () => {
    const platform = senderSettings({ smtp: { value: null, origin: "shop" } }).smtp
    expect(smtpDraftOf(platform, "shop").source).toBe("platform")
    expect(smtpDraftOf(senderSettings({}).smtp, "store").source).toBe("platform")
    expect(sourcesAt("store")).toEqual(["platform", "own"])
    expect(sourcesAt("shop")).toEqual(["inherited", "platform", "own"])
  })

  it("follows the TLS mode with the port, unless that is not the usual one", () => {
    expect(withTls(typed, "implicit")).toMatchObject({ tls: "implicit", port: "465" })
    expect(withTls(own, "implicit")).toMatchObject({ tls: "implicit", port: "2525" })
  })

  it.each<[string, Partial<SmtpDraft>, object]>([
    ["complete", {}, {}],
    ["without a host", { host: " " }, { host: "hostMissing" }],
    ["with a port that is none", { port: "58 7" }, { port: "portInvalid" }],
    ["with a port that is too high", { port: "65536" }, { port: "portInvalid" }],
    ["with a user without a password", { password: "" }, { password: "passwordMissing" }],
    ["with a password without a user", { user: "" }, { user: "userMissing" }],
    ["without a login", { user: "", password: "" }, {}],
    ["with a URL of another kind", { entry: "url", url: "https://mail.example" }, { url: "urlInvalid" }],
    ["with a URL", { entry: "url", url: "smtps://u:p@mail.example" }, {}],
  ])("finds what is missing %s", (_what, part, problems) => {
    expect(smtpProblems({ ...typed, ...part }, null)).toEqual(problems)
  })

  it("needs no password while the stored one stays with its host and user", () => {
    expect(smtpProblems(own, STORED)).toEqual({})
    expect(smtpProblems({ ...own, port: "587" }, STORED)).toEqual({})
    expect(smtpProblems({ ...own, host: "evil.example" }, STORED)).toEqual({ password: "passwordMissing" })
    expect(smtpProblems({ ...own, user: "other" }, STORED)).toEqual({ password: "passwordMissing" })
  })

  it("sends a password only when one was typed", () => {
    expect(smtpInputOf(own)).toEqual({ host: "smtp.shop.example", port: 2525, tls: "opportunistic", user: "shop" })
    expect(smtpInputOf(typed)).toMatchObject({ user: "u", password: "p" })
    expect(smtpInputOf({ ...typed, user: "", password: "" })).toMatchObject({ user: null })
    expect(smtpInputOf({ ...typed, entry: "url", url: " smtp://mail.example " })).toEqual({
      url: "smtp://mail.example",
    })
  })

  it("saves an own server, the platform's, or inherits", () => {
    expect(smtpChanges(inherits, inherits, "shop")).toEqual({})
    expect(smtpChanges(inherits, typed, "shop")).toEqual({ set: { smtp: smtpInputOf(typed) } })
    expect(smtpChanges(own, { ...own, source: "platform" }, "shop")).toEqual({ set: { smtp: null } })
    expect(smtpChanges(own, { ...own, source: "inherited" }, "shop")).toEqual({ inherit: ["smtp"] })
    expect(smtpChanges(own, { ...own, source: "platform" }, "store")).toEqual({ inherit: ["smtp"] })
  })
})
