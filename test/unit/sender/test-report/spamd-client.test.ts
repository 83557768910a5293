import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { freePort } from "../../../../demo/parts/free-port"
import { spamFinding } from "../../../../src/sender/test-report/spam-finding"
import { askSpamd, readSpamdAnswer } from "../../../../src/sender/test-report/spamd-client"
import { composeOrderMail } from "../dkim/signed-message"
import { spamdAnswer, startTestSpamd, type TestSpamd } from "./spamd-server"

let server: TestSpamd | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

async function serve(text: string): Promise<TestSpamd> {
  server = await startTestSpamd((socket) => socket.end(text))
  return server
}

describe("spamd", () => {
  it("is asked for score and rules of the exact message", async () => {
    const spamd = await serve(spamdAnswer("1.7", "5.0", ["HTML_MESSAGE", "MIME_QP_LONG_LINE"]))
    const mail = await composeOrderMail()
    expect(await askSpamd(spamd, mail)).toEqual({
      outcome: "scored",
      score: 1.7,
      threshold: 5,
      rules: ["HTML_MESSAGE", "MIME_QP_LONG_LINE"],
    })
    expect(spamd.requests[0]?.header).toBe(`SYMBOLS SPAMC/1.5\r\nContent-length: ${mail.length}`)
    expect(spamd.requests[0]?.message.equals(mail)).toBe(true)
  })

  it("is understood when its answer comes in pieces", async () => {
    const pieces = spamdAnswer("-0.2", "5.0", ["DKIM_VALID"]).match(/.{1,7}/gs) ?? []
    server = await startTestSpamd((socket) => {
      const next = () => {
        const piece = pieces.shift()
        if (piece === undefined) socket.end()
        else socket.write(piece, () => setImmediate(next))
      }
      next()
    })
    expect(await askSpamd(server, Buffer.from("x"))).toMatchObject({ score: -0.2, rules: ["DKIM_VALID"] })
  })

  it.each([
    ["2.9", "ok", "spam-score-low"],
    ["3.0", "warning", "spam-score-near"],
    ["5.0", "bad", "spam-score-high"],
    ["1000.0", "bad", "spam-score-high"],
  ])("gives %s of 5", async (score, status, reason) => {
    const spamd = await serve(spamdAnswer(score, "5.0", ["GTUBE"]))
    expect(await spamFinding(spamd, Buffer.from("x"))).toEqual({
      check: "spam",
      status,
      reason,
      data: { score: Number(score), threshold: 5, rules: "GTUBE" },
    })
  })

  it.each([
    ["nothing", "", "PROTOCOL"],
    ["another protocol", "220 mail.example ESMTP\r\n", "PROTOCOL"],
    ["an error", "SPAMD/1.0 76 Bad header line: (EOF during headers)\r\n", "Bad"],
    ["a time out of its own", "SPAMD/1.1 79 EX_TIMEOUT\r\n\r\n", "EX_TIMEOUT"],
    ["no score", "SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\n\r\n", "PROTOCOL"],
    ["far too much", spamdAnswer("1.0", "5.0", ["A".repeat(200_000)]), "PROTOCOL"],
  ])("that says %s is not believed", async (_, text, problem) => {
    expect(await askSpamd(await serve(text), Buffer.from("x"))).toEqual({ outcome: "unanswered", problem })
  })

  it("that hangs up is told", async () => {
    server = await startTestSpamd((socket) => socket.resetAndDestroy())
    expect(await askSpamd(server, Buffer.from("x"))).toEqual({ outcome: "unanswered", problem: "ECONNRESET" })
  })

  it("that never answers is waited for only so long", async () => {
    server = await startTestSpamd(() => undefined)
    expect(await askSpamd(server, Buffer.from("x"), 200)).toEqual({ outcome: "unanswered", problem: "TIMEOUT" })
  })

  it("that is not there makes the finding unknown", async () => {
    const port = await freePort(0)
    expect(await spamFinding({ host: "127.0.0.1", port }, Buffer.from("x"))).toEqual({
      check: "spam",
      status: "unknown",
      reason: "spam-unanswered",
      data: { server: `127.0.0.1:${port}`, problem: "ECONNREFUSED" },
    })
  })

  it("may answer anything", () => {
    const line = fc.constantFrom("SPAMD/1.1 0 EX_OK", "Spam: True ; 1.0 / 5.0", "Spam: ; /", "", "A,B", "\0")
    const text = fc.oneof(
      fc.string(),
      fc.array(line).map((lines) => lines.join("\r\n")),
    )
    fc.assert(
      fc.property(text, (answer) => {
        const read = readSpamdAnswer(answer)
        if (read.outcome === "scored") expect(Number.isFinite(read.score + read.threshold)).toBe(true)
      }),
    )
  })
})
