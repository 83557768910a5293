/**
 * What SpamAssassin (Debian package `spamassassin`, which `spamd` brings along) makes of the mails with their default
 * texts, by the rules that come with it and without network.
 * `SPAMASSASSIN` names the program when it is not in `/usr/bin`.
 */
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { sampleVariants } from "../../src/kinds/sample-mail"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { kindsWithLayout } from "../../src/rendering/template-files"
import { LANGUAGES, type RenderInput } from "../../src/rendering/types"
import { composeOrderMail, makeSigner } from "../unit/sender/dkim/signed-message"

const PROGRAM = process.env["SPAMASSASSIN"] ?? "/usr/bin/spamassassin"

/** As a customer's mail server notes who delivered it. Addresses for documentation cost points, so it is one of example.com. */
const RECEIVED =
  "Received: from mail.shop.example (mail.shop.example [93.184.215.14]) by mx.example.com (Postfix) with ESMTPS\r\n" +
  " id 4XqZ1k0Yb0z9rxW for <kundin@example.com>; Tue, 14 Jul 2026 11:30:02 +0200 (CEST)\r\n"

const MAILS = kindsWithLayout().flatMap((kind) => LANGUAGES.map((language) => sampleInput(kind, language)))
/** What a kind says on other occasions, in the language whose words the rules know best. */
const FURTHER = kindsWithLayout().flatMap((kind) =>
  sampleVariants(kind)
    .slice(1)
    .map((variant): [string, RenderInput] => [`${kind}, ${variant}`, sampleInput(kind, "en", undefined, variant)]),
)
const VARIANTS: [string, RenderInput][] = [
  ...MAILS.map((input): [string, RenderInput] => [`${input.kind} in ${input.language}`, input]),
  ...FURTHER,
  ...kindsWithLayout().map((kind): [string, RenderInput] => [
    `${kind} in informal German, through the fallback sender`,
    { ...sampleInput(kind, "de"), germanAddress: "informal", sentOnBehalfOf: "service@shop.example" },
  ]),
]

const HIDDEN = "a text hidden by its colour"

/** Points to one decimal, as SpamAssassin states them, and the names of the rules that gave or took some. */
interface Verdict {
  score: number
  rules: string
}

let home: string
let verdicts: Map<string, Verdict>

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "spamassassin-"))
  const { sign } = await makeSigner()
  const messages: [name: string, message: Buffer][] = []
  for (const [name, input] of VARIANTS) {
    const rendered = await renderMail(input)
    const stored = await sign(await composeOrderMail({ ...rendered, language: input.language }))
    messages.push([`${name}, stored`, stored], [`${name}, arrived`, Buffer.concat([Buffer.from(RECEIVED), stored])])
  }
  const html = '<body bgcolor="#ffffff"><p style="color:#ffffff;font-size:1px">Order 1042</p><p>Thank you</p></body>'
  messages.push([HIDDEN, await composeOrderMail({ html })])
  verdicts = await spamAssassin(messages)
}, 300_000)

afterAll(() => rmSync(home, { recursive: true, force: true }))

it.each(VARIANTS)("%s has no point against it, neither as it is stored nor as it arrives", (name) => {
  for (const way of ["stored", "arrived"]) {
    const { score, rules } = verdicts.get(`${name}, ${way}`)!
    expect(score, rules).toBeLessThanOrEqual(0)
  }
})

it(`has points against ${HIDDEN}`, () => {
  const { score, rules } = verdicts.get(HIDDEN)!
  expect(rules).toContain("HTML_FONT_LOW_CONTRAST")
  expect(score).toBeGreaterThan(0)
})

/**
 * Judges all of them in one run, because reading its rules takes the program longer than all of the mails do. They are a
 * mailbox (RFC 4155) in which each has a number of its own, because it puts them into another order.
 */
async function spamAssassin(messages: readonly [name: string, message: Buffer][]): Promise<Map<string, Verdict>> {
  const mailbox = messages.map(([, message], number) => {
    const lines = message
      .toString("latin1")
      .replace(/\r\n/g, "\n")
      .replace(/^From /gm, ">From ")
    return `From shop@shop.example Tue Jul 14 09:30:00 2026\nX-Number: ${number}\n${lines}\n\n`
  })
  const flags = ["--local", "--nocreate-prefs", "--mbox"]
  const child = spawn(PROGRAM, flags, { env: { ...process.env, HOME: home }, stdio: ["pipe", "pipe", "pipe"] })
  let output = ""
  let errors = ""
  child.stdout.on("data", (data: Buffer) => (output += data.toString("latin1")))
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()))
  const ended = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject))
  child.stdin.end(Buffer.from(mailbox.join(""), "latin1"))
  const code = await ended
  const judged = output.split(/^From shop@shop\.example .*\n/m).flatMap((message): [string, Verdict][] => {
    const number = /^X-Number: (\d+)$/m.exec(message)?.[1]
    const [, score, rules = ""] =
      /^X-Spam-Status: \w+, score=(-?[\d.]+) [^=]*=\S+ tests=([\s\S]*?)\s+autolearn/m.exec(message) ?? []
    const name = messages[Number(number)]?.[0]
    if (name === undefined || score === undefined) return []
    return [[name, { score: Number(score), rules: rules.replace(/\s+/g, "") }]]
  })
  if (code !== 0 || judged.length !== messages.length)
    throw new Error(`spamassassin judged ${judged.length} of ${messages.length} and ended with ${code}: ${errors}`)
  return new Map(judged)
}
