/**
 * Our transport against a mail server that others wrote: Postfix's smtp-sink (Debian package `postfix`), which accepts,
 * refuses and hangs up on command. `SMTP_SINK` names the program when it is not in `/usr/sbin`.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { startProcess, type RunningProcess } from "../../demo/parts/child-process"
import { freePort } from "../../demo/parts/free-port"
import { GiveUp, waitFor } from "../../demo/parts/wait-for"
import { readServerAnswer } from "../../src/delivery/read-server-answer"
import { createSmtpTransport } from "../../src/delivery/smtp-transport"
import type { Reading, Transport } from "../../src/delivery/types"

const PROGRAM = process.env["SMTP_SINK"] ?? "/usr/sbin/smtp-sink"
const ENVELOPE = { from: "bounces+a1b2c3@shop.example", to: "kundin@example.com" }
const CONTENT = Buffer.from(
  [
    "From: Shop <orders@shop.example>",
    "To: kundin@example.com",
    "Subject: Ihre Bestellung",
    "Message-ID: <a1b2c3@shop.example>",
    "",
    "Guten Tag",
    ".",
    "..",
    "Zeile nach den Punkten",
    "",
  ].join("\r\n"),
)

let folder: string
let sink: RunningProcess | undefined
let transport: Transport | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "smtp-sink-"))
  // smtp-sink gives up root's rights before it writes a mail.
  chmodSync(folder, 0o777)
})

afterEach(async () => {
  await transport?.close()
  await sink?.stop()
  transport = sink = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Starts smtp-sink with `flags` and a transport that sends to it. */
async function startSink(...flags: string[]): Promise<Transport> {
  const port = await freePort(0)
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : []
  const log = join(folder, "smtp-sink.log")
  const server = await startProcess(
    PROGRAM,
    ["-c", ...asNobody, "-d", join(folder, "mail."), ...flags, `127.0.0.1:${port}`, "20"],
    { log },
  )
  sink = server
  await waitFor("smtp-sink to listen", async () => {
    if (server.hasEnded()) throw new GiveUp(`smtp-sink did not start: ${server.lastLines()}`)
    return listens(port)
  })
  transport = createSmtpTransport({ host: "127.0.0.1", port, timeouts: { socketSeconds: 20 } })
  return transport
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => socket.end(() => resolve(true)))
    socket.once("error", () => resolve(false))
  })
}

async function sendTo(server: Transport): Promise<Reading> {
  return readServerAnswer(await server.send({ id: "a1b2c3", envelope: ENVELOPE, content: CONTENT }))
}

const acceptedMails = () => readdirSync(folder).filter((name) => name.startsWith("mail."))

describe("a mail sent to Postfix's smtp-sink", () => {
  it("arrives as it was stored, dots at the beginning of a line included", async () => {
    const server = await startSink()
    const reading = await sendTo(server)
    expect(reading).toMatchObject({ outcome: "accepted", reason: "accepted", answer: { code: 250 } })

    const [name, ...others] = await waitFor("the mail", () => acceptedMails().length > 0 && acceptedMails())
    expect(others).toEqual([])
    const received = readFileSync(join(folder, name ?? ""), "latin1")
    expect(received).toContain(`X-Mail-Args: <${ENVELOPE.from}>`)
    expect(received).toContain(`X-Rcpt-Args: <${ENVELOPE.to}>`)
    expect(received).toContain(CONTENT.toString("latin1").replaceAll("\r\n", "\n").trimEnd())
  })

  it.each([
    ["a connection refused softly", ["-r", "CONNECT"], { outcome: "temporary", scope: "server" }],
    ["a connection refused hard", ["-f", "CONNECT"], { outcome: "temporary", scope: "server" }],
    ["a sender refused softly", ["-r", "MAIL"], { outcome: "temporary", scope: "mail" }],
    ["a recipient refused softly", ["-r", "RCPT"], { outcome: "temporary", scope: "mail", answer: { code: 450 } }],
    ["a recipient refused for good", ["-f", "RCPT"], { outcome: "permanent", scope: "mail" }],
    ["DATA refused softly", ["-r", "DATA"], { outcome: "temporary", scope: "mail" }],
    ["the body refused softly", ["-r", "."], { outcome: "temporary", scope: "mail" }],
    ["the body refused for good", ["-f", "."], { outcome: "permanent", scope: "mail" }],
    ["421 and hanging up at the recipient", ["-Q", "RCPT"], { outcome: "temporary", answer: { code: 421 } }],
    ["421 after the final dot", ["-Q", "."], { outcome: "temporary", answer: { code: 421 } }],
    ["hanging up at the recipient", ["-q", "RCPT"], { outcome: "temporary", scope: "server" }],
    ["hanging up at DATA", ["-q", "DATA"], { outcome: "temporary", scope: "server" }],
    ["hanging up after the final dot", ["-q", "."], { outcome: "unknown", reason: "outcome-unknown" }],
  ])("is read right after %s", async (_, flags, expected) => {
    expect(await sendTo(await startSink(...flags))).toMatchObject(expected)
  })

  it("is told in the server's own words", async () => {
    const words = "550 5.1.1 <kundin@example.com>: Recipient address rejected: User unknown"
    const { outcome, reason, answer } = await sendTo(await startSink("-B", words, "-f", "RCPT"))
    expect({ outcome, reason }).toEqual({ outcome: "permanent", reason: "address-unknown" })
    expect(answer).toMatchObject({
      code: 550,
      enhancedStatus: "5.1.1",
      text: expect.stringContaining("User unknown") as string,
    })
  })
})
