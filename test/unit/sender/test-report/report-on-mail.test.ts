import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TEST_CHECKS, TEST_REASONS } from "../../../../src/sender/test-report/finding"
import { reportOnMail } from "../../../../src/sender/test-report/report-on-mail"
import { composeOrderMail, DOMAIN, makeSigner, SELECTOR } from "../dkim/signed-message"
import { useDnsServer } from "../dns/test-resolver"
import { spamdAnswer, startTestSpamd } from "./spamd-server"

const dns = useDnsServer()
const SENT = { returnPath: `bounces+a-b@${DOMAIN}`, sendingHosts: ["192.0.2.1"], relaySigns: false }

describe("the report", () => {
  it("of a mail from a domain that has everything is all right", async () => {
    const shop = await makeSigner()
    dns.server().set({
      [DOMAIN]: { TXT: ["v=spf1 ip4:192.0.2.1 -all"] },
      [`_dmarc.${DOMAIN}`]: { TXT: ["v=DMARC1; p=reject"] },
      [`${SELECTOR}._domainkey.${DOMAIN}`]: { TXT: [shop.record] },
    })
    const spamd = await startTestSpamd((socket) => socket.end(spamdAnswer("0.1", "5.0", ["HTML_MESSAGE"])))
    const content = await shop.sign(await composeOrderMail({ html: "<p>Grüße</p>" }))
    const report = await reportOnMail({ ...SENT, content }, { resolver: dns.resolver(), spamd })
    await spamd.stop()
    expect(report.map(({ check, status }) => [check, status])).toEqual(TEST_CHECKS.map((check) => [check, "ok"]))
  })

  it("says nothing about spam where nobody is asked", async () => {
    const content = await composeOrderMail()
    const report = await reportOnMail({ ...SENT, content }, { resolver: dns.resolver(), spamd: null })
    expect(report.map(({ check }) => check)).toEqual(TEST_CHECKS.filter((check) => check !== "spam"))
  })

  const line = fc.constantFrom(
    "From: <a@shop.example>",
    "From: nobody",
    "From: a@b@c, <>",
    "Reply-To: Group: ;",
    "Reply-To: x@\u0000",
    "DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=x; h=from; bh=AAAA; b=AAAA",
    "DKIM-Signature: v=1; a=; d=; s=; h=; bh=; b=",
    "DKIM-Signature: ;;;=",
    "Content-Type: multipart/mixed; boundary=b",
    "Content-Type: text/html; charset=nonsense",
    "Content-Transfer-Encoding: base64",
    "--b",
    "--b--",
    "",
    '<img src="x"',
    "<p>=ZZ&#xFFFFFFFF;",
  )
  const message = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.array(line, { maxLength: 14 }).map((lines) => Buffer.from(lines.join("\r\n"))),
  )

  it("never throws, whatever the bytes are", async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.boolean(), async (content, relaySigns) => {
        const report = await reportOnMail({ ...SENT, content, relaySigns }, { resolver: dns.resolver(), spamd: null })
        expect(report).toHaveLength(TEST_CHECKS.length - 1)
        for (const { reason } of report) expect(TEST_REASONS).toContain(reason)
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
