/**
 * Our DKIM signatures judged by a verifier that others wrote: dkimpy (Debian package `python3-dkim`). DNS is a function
 * here, so nothing leaves the machine.
 */
import { spawnSync } from "node:child_process"
import { beforeAll, describe, expect, it } from "vitest"
import { useRenderCommand } from "../helpers/render-command"
import { PYTHON } from "./python"
import { composeOrderMail, DOMAIN, makeSigner, SELECTOR, type TestSigner } from "../unit/sender/dkim/signed-message"

/** Reads a message from standard input and prints "pass", "fail" or the verifier's complaint. */
const VERIFY = `
import sys, dkim
name, record = (text.encode() for text in sys.argv[1:3])
def txt(asked, timeout=5):
    return record if asked.rstrip(b".") == name else None
try:
    print("pass" if dkim.DKIM(sys.stdin.buffer.read(), minkey=2048).verify(dnsfunc=txt) else "fail")
except dkim.DKIMException as error:
    print(type(error).__name__, error)
`

function dkimpy(message: Buffer, record: string, name = `${SELECTOR}._domainkey.${DOMAIN}`): string {
  const args = ["-c", VERIFY, name, record]
  const { stdout, stderr, error } = spawnSync(PYTHON, args, { input: message, encoding: "utf8", timeout: 20_000 })
  if (error) throw error
  return stdout.trim() || stderr.trim()
}

const command = useRenderCommand()
let shop: TestSigner

beforeAll(async () => {
  shop = await makeSigner()
})

describe("dkimpy", () => {
  it("passes a mail signed by the shop", async () => {
    expect(dkimpy(await shop.sign(await composeOrderMail()), shop.record)).toBe("pass")
  })

  it.each(["de", "en"])("passes what npm run render writes (%s)", (language) => {
    const { code, stderr } = command.run("--kind", "payment-info", "--language", language, "--out", command.out())
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    const { name, value } = command.record("payment-info")
    const message = command.read("payment-info.eml") ?? Buffer.alloc(0)
    expect(dkimpy(message, value, name)).toBe("pass")
    const changed = Buffer.from(message.toString("latin1").replace("DE89 3704", "DE89 3705"), "latin1")
    expect(changed.equals(message)).toBe(false)
    expect(dkimpy(changed, value, name)).toMatch(/^(fail|ValidationError)/)
  })

  it("passes one for an internationalized domain", async () => {
    const german = await makeSigner("blumen-grün.example")
    const bytes = await german.sign(await composeOrderMail())
    expect(dkimpy(bytes, german.record, `${SELECTOR}._domainkey.xn--blumen-grn-ieb.example`)).toBe("pass")
  })

  it.each([
    ["white space and empty lines everywhere", "  a  b\t \r\n\r\n\r\n \t\r\n.c\r\n \r\n\r\n"],
    ["no body", ""],
    ["raw octets", "Grüße €\r\n"],
    ["no line end at the end", "hi"],
  ])("passes a message with %s", async (_, body) => {
    const header = `From:   a\r\n\t<a@${DOMAIN}>\r\nSUBJECT:  \t folded\r\n  twice \r\nReferences: 1\r\nReferences: 2\r\n`
    expect(dkimpy(await shop.sign(Buffer.from(`${header}\r\n${body}`)), shop.record)).toBe("pass")
  })

  it.each([
    ["a changed body", (text: string) => text.replace("\r\n\r\n", "\r\n\r\nx")],
    ["a changed subject", (text: string) => text.replace("\r\nSubject: ", "\r\nSubject: x")],
    ["a second From", (text: string) => `From: <bank@evil.example>\r\n${text}`],
    ["a second Subject", (text: string) => `Subject: neue IBAN\r\n${text}`],
  ])("does not pass %s", async (_, change) => {
    const signed = await shop.sign(await composeOrderMail())
    const changed = Buffer.from(change(signed.toString("latin1")), "latin1")
    expect(changed.equals(signed)).toBe(false)
    expect(dkimpy(changed, shop.record)).toMatch(/^(fail|ValidationError)/)
  })

  it("does not pass with another key, or a revoked one", async () => {
    const signed = await shop.sign(await composeOrderMail())
    expect(dkimpy(signed, (await makeSigner()).record)).toBe("fail")
    expect(dkimpy(signed, "v=DKIM1; p=")).not.toBe("pass")
  })
})
