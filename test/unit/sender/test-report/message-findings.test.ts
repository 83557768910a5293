import { describe, expect, it } from "vitest"
import { altTextsFinding } from "../../../../src/sender/test-report/alt-texts-finding"
import { inspectMessage } from "../../../../src/sender/test-report/inspect-message"
import { replyToFinding } from "../../../../src/sender/test-report/reply-to-finding"
import { sizeFinding } from "../../../../src/sender/test-report/size-finding"
import { textPartFinding } from "../../../../src/sender/test-report/text-part-finding"
import { composeOrderMail } from "../dkim/signed-message"
import { message, messageOf } from "./messages"

describe("From and Reply-To", () => {
  const replyTo = async (...fields: string[]) =>
    replyToFinding(await inspectMessage(message(["From: Shop <orders@shop.example>", ...fields])))

  it.each([
    [[], "ok", "reply-to-same-domain", "shop.example"],
    [["Reply-To: service@SHOP.example"], "ok", "reply-to-same-domain", "shop.example"],
    [["Reply-To: service@help.shop.example"], "ok", "reply-to-same-organization", "help.shop.example"],
    [["Reply-To: laden@gmail.com"], "warning", "reply-to-other-domain", "gmail.com"],
    [["Reply-To: a@shop.example, laden@gmx.de"], "warning", "reply-to-other-domain", "gmx.de"],
    [["Reply-To: Team: a@shop.example, b@grün.example;"], "warning", "reply-to-other-domain", "xn--grn-ioa.example"],
  ])("with %j", async (fields, status, reason, domain) => {
    expect(await replyTo(...fields)).toEqual({
      check: "reply-to",
      status,
      reason,
      data: { from: "shop.example", reply_to: domain },
    })
  })
})

describe("the text part", () => {
  it.each([
    [{ text: "Guten Tag", html: "<p>Guten Tag</p>" }, "ok", "text-part-present"],
    [{ text: "Guten Tag" }, "ok", "text-part-present"],
    [{ html: "<p>Guten Tag</p>" }, "bad", "text-part-missing"],
    [{ text: " \r\n\u00a0\r\n", html: "<p>Guten Tag</p>" }, "bad", "text-part-empty"],
  ])("of %j", async (parts, status, reason) => {
    expect(textPartFinding(await inspectMessage(messageOf(parts)))).toMatchObject({ status, reason })
  })
})

describe("alt texts", () => {
  it.each([
    ['<img src="a.png">', "warning", { images: 1, missing: 1, decorative: 0 }],
    ['<IMG SRC=a.png ALT="QR-Code"><img src="b.png"/>', "warning", { images: 2, missing: 1, decorative: 0 }],
    ['<img alt=" " src="a.png">', "warning", { images: 1, missing: 1, decorative: 0 }],
    ['<p>Hemd <img alt="" src="a.png"><img src=b alt=Karte></p>', "ok", { images: 2, missing: 0, decorative: 1 }],
    ['<!--[if mso]><img src="a.png"><![endif]--><p>Text</p>', "ok", { images: 0, missing: 0, decorative: 0 }],
    ["<p>&lt;img src=x&gt; <img", "ok", { images: 0, missing: 0, decorative: 0 }],
  ])("in %s", async (html, status, data) => {
    expect(altTextsFinding(await inspectMessage(messageOf({ text: "x", html })))).toMatchObject({ status, data })
  })

  it("of a mail without HTML", async () => {
    expect(altTextsFinding(await inspectMessage(messageOf({ text: "x" })))).toMatchObject({
      status: "ok",
      reason: "alt-texts-no-images",
    })
  })
})

describe("the size", () => {
  const size = async (html: string) => sizeFinding(await inspectMessage(messageOf({ text: "x".repeat(200_000), html })))

  it("is that of the decoded HTML part alone, in bytes of UTF-8", async () => {
    // 101,800 bytes; base64 makes 139 kB of them on the wire.
    const { status, data } = await size("ü".repeat(50_900))
    expect({ status, data }).toEqual({ status: "ok", data: { kb: 101.8, limit: 102 } })
  })

  it("is too much for Gmail above 102 kB", async () => {
    expect(await size("ü".repeat(51_001))).toMatchObject({ status: "warning", reason: "size-clipped" })
    expect(await size("x".repeat(102_002))).toMatchObject({ reason: "size-clipped", data: { kb: 102.1 } })
    expect(await size("x".repeat(101_990))).toMatchObject({ reason: "size-fits" })
  })
})

it("finds nothing wrong with the parts of an order mail", async () => {
  const inspected = await inspectMessage(await composeOrderMail({ html: '<p>Grüße <img src="cid:a" alt="QR"></p>' }))
  const findings = [replyToFinding, textPartFinding, altTextsFinding, sizeFinding].map((check) => check(inspected))
  expect(findings.map(({ status }) => status)).toEqual(["ok", "ok", "ok", "ok"])
})
