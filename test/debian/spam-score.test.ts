/**
 * What SpamAssassin makes of the mails with their default texts, by the rules that come with it and without network. One
 * spamd judges all of them, since reading the rules takes seconds.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sampleVariants } from "../../src/kinds/sample-mail"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { kindsWithLayout } from "../../src/rendering/template-files"
import { LANGUAGES, type RenderInput } from "../../src/rendering/types"
import { askSpamd, type SpamdServer } from "../../src/sender/test-report/spamd-client"
import { composeOrderMail, makeSigner, type TestSigner } from "../unit/sender/dkim/signed-message"
import { startSpamd } from "./start-spamd"

/** As a customer's mail server notes who delivered it. Addresses for documentation cost points, so it is one of example.com. */
const RECEIVED =
  "Received: from mail.shop.example (mail.shop.example [93.184.215.14]) by mx.example.com (Postfix) with ESMTPS\r\n" +
  " id 4XqZ1k0Yb0z9rxW for <kundin@example.com>; Tue, 14 Jul 2026 11:30:02 +0200 (CEST)\r\n"

let server: SpamdServer
let stop: () => Promise<void>
let signer: TestSigner

beforeAll(async () => {
  ;({ server, stop } = await startSpamd())
  signer = await makeSigner()
})
afterAll(() => stop?.())

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

describe.each(VARIANTS)("%s", (_, input) => {
  it("has no point against it, neither as it is stored nor as it arrives", async () => {
    const rendered = await renderMail(input)
    const stored = await signer.sign(await composeOrderMail({ ...rendered, language: input.language }))
    for (const message of [stored, Buffer.concat([Buffer.from(RECEIVED), stored])]) {
      const { score, rules } = await spamAssassin(message)
      expect(score, rules.join()).toBeLessThanOrEqual(0)
    }
  })
})

it("has points against a text hidden by its colour", async () => {
  const html = '<body bgcolor="#ffffff"><p style="color:#ffffff;font-size:1px">Order 1042</p><p>Thank you</p></body>'
  const { score, rules } = await spamAssassin(await composeOrderMail({ html }))
  expect(rules).toContain("HTML_FONT_LOW_CONTRAST")
  expect(score).toBeGreaterThan(0)
})

/** Points to one decimal, as SpamAssassin states them, and the names of the rules that gave or took some. */
async function spamAssassin(message: Buffer): Promise<{ score: number; rules: string[] }> {
  const answer = await askSpamd(server, message)
  if (answer.outcome !== "scored") throw new Error(`spamd gave no score: ${answer.problem}`)
  return answer
}
