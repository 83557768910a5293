/**
 * Our client against the real spamd (Debian package `spamd`), with the rules that come with it and no network. `SPAMD`
 * names the program when it is not in `/usr/sbin`.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { LANGUAGES } from "../../src/rendering/types"
import { spamFinding } from "../../src/sender/test-report/spam-finding"
import { askSpamd, type SpamdServer } from "../../src/sender/test-report/spamd-client"
import { composeOrderMail } from "../unit/sender/dkim/signed-message"
import { startSpamd } from "./start-spamd"

/** The text that SpamAssassin's rules know as spam, for tests like this one. */
const GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"

let server: SpamdServer
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ server, stop } = await startSpamd())
})
afterAll(() => stop?.())

describe("spamd", () => {
  it.each(LANGUAGES)("finds no spam in a test mail in %s", async (language) => {
    const rendered = await renderMail({ ...sampleInput("payment-info", language), testMail: true })
    const mail = await composeOrderMail({ ...rendered, language, date: new Date(), testMail: true })
    const answer = await askSpamd(server, mail)
    expect(answer).toMatchObject({ outcome: "scored", threshold: 5 })
    expect(await spamFinding(server, mail)).toMatchObject({ status: "ok", reason: "spam-score-low" })
  })

  it("finds spam where there is some, and names the rule", async () => {
    const answer = await askSpamd(server, await composeOrderMail({ text: GTUBE, html: `<p>${GTUBE}</p>` }))
    expect(answer).toMatchObject({ outcome: "scored", rules: expect.arrayContaining(["GTUBE"]) as string[] })
    expect(answer.outcome === "scored" && answer.score).toBeGreaterThan(900)
  })
})
