/**
 * Our client against the real spamd (Debian package `spamd`), with the rules that come with it and no network. `SPAMD`
 * names the program when it is not in `/usr/sbin`.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startProcess, type RunningProcess } from "../../demo/parts/child-process"
import { freePort } from "../../demo/parts/free-port"
import { GiveUp, waitFor } from "../../demo/parts/wait-for"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { LANGUAGES } from "../../src/rendering/types"
import { spamFinding } from "../../src/sender/test-report/spam-finding"
import { askSpamd, type SpamdServer } from "../../src/sender/test-report/spamd-client"
import { composeOrderMail } from "../unit/sender/dkim/signed-message"

const PROGRAM = process.env["SPAMD"] ?? "/usr/sbin/spamd"
/** The text that SpamAssassin's rules know as spam, for tests like this one. */
const GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"

let folder: string
let spamd: RunningProcess
let server: SpamdServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spamd-"))
  // spamd gives up root's rights and keeps its state here.
  chmodSync(folder, 0o777)
  const port = await freePort(0)
  const asNobody = process.getuid?.() === 0 ? ["--username=nobody"] : []
  const flags = ["--local", "--nouser-config", "--max-children=1", `--helper-home-dir=${folder}`, "--syslog=stderr"]
  spamd = await startProcess(PROGRAM, [...flags, ...asNobody, "--listen=127.0.0.1", `--port=${port}`], {
    log: join(folder, "spamd.log"),
  })
  server = { host: "127.0.0.1", port }
  await waitFor("spamd to answer", async () => {
    if (spamd.hasEnded()) throw new GiveUp(`spamd did not start: ${spamd.lastLines()}`)
    return (await askSpamd(server, Buffer.from("Subject: x\r\n\r\nx\r\n"))).outcome === "scored"
  })
})

afterAll(async () => {
  await spamd.stop()
  rmSync(folder, { recursive: true, force: true })
})

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
