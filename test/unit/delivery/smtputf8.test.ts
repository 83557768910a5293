import { SMTPServer } from "smtp-server"
import { afterEach, describe, expect, it } from "vitest"
import { readServerAnswer } from "../../../src/delivery/read-server-answer"
import { createSmtpTransport } from "../../../src/delivery/smtp-transport"
import { readRecipient } from "../../../src/sender/recipient"
import { FaultServer, type Script } from "./servers/fault-server"

const OFFERS = "250-fault.example\r\n250-SMTPUTF8\r\n250 8BITMIME"
const CONTENT = Buffer.from("Subject: Zahlung\r\n\r\nGuten Tag\r\n")

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function faultServer(script: Script = {}): Promise<FaultServer> {
  const server = await FaultServer.start(script)
  cleanups.push(() => server.stop())
  return server
}

async function send(port: number, to: string) {
  const transport = createSmtpTransport({ host: "127.0.0.1", port, clientName: "client.example" })
  cleanups.push(() => transport.close())
  return readServerAnswer(await transport.send({ envelope: { from: "bounces+1@shop.example", to }, content: CONTENT }))
}

/** As an order's address reaches the envelope. */
function envelopeOf(address: string): string {
  const recipient = readRecipient(address)
  if (!recipient.usable) throw new Error(`${address} is not usable: ${recipient.reason}`)
  return recipient.envelope
}

describe("a recipient beyond ASCII", () => {
  it("is sent with SMTPUTF8 to a server that offers it", async () => {
    const server = await faultServer({ EHLO: OFFERS })
    expect(await send(server.port, envelopeOf("jörg@Bücher.example"))).toMatchObject({ outcome: "accepted" })
    expect(server.commands).toContain("MAIL FROM:<bounces+1@shop.example> SMTPUTF8")
    expect(server.commands.filter((line) => line.startsWith("RCPT"))).toHaveLength(1)
    expect(server.bodies).toHaveLength(1)
  })

  it("reaches a real server as it was written", async () => {
    const recipients: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, reply) => {
        recipients.push(address)
        reply()
      },
    })
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
    cleanups.push(() => new Promise<void>((closed) => server.close(closed)))
    const address = server.server.address()
    const port = typeof address === "object" && address ? address.port : 0
    expect(await send(port, envelopeOf("jörg@kunde.example"))).toMatchObject({ outcome: "accepted" })
    expect(recipients).toEqual(["jörg@kunde.example"])
  })

  it("fails for good, with the reason, at a server that does not offer SMTPUTF8, and is not even told to it", async () => {
    const server = await faultServer()
    const { outcome, reason, answer } = await send(server.port, envelopeOf("jörg@kunde.example"))
    expect([outcome, reason]).toEqual(["permanent", "smtputf8-missing"])
    expect(answer.text).toContain(`127.0.0.1:${server.port} does not offer SMTPUTF8`)
    expect(server.commands.filter((line) => /^(MAIL|RCPT|DATA)/.test(line))).toEqual([])
  })

  it("fails for good when a server on the way does not take it", async () => {
    const server = await faultServer({ EHLO: OFFERS, RCPT: "553 5.6.7 next hop has no SMTPUTF8" })
    const { outcome, reason } = await send(server.port, envelopeOf("jörg@kunde.example"))
    expect([outcome, reason]).toEqual(["permanent", "smtputf8-missing"])
  })

  it("is tried again when the server could not be asked", async () => {
    const server = await faultServer({ greeting: { reply: "421 4.3.2 too busy", thenDrop: true } })
    const { outcome, reason } = await send(server.port, envelopeOf("jörg@kunde.example"))
    expect([outcome, reason]).toEqual(["temporary", "server-busy"])
  })

  it("needs nothing where only its domain is, which is sent in A-labels", async () => {
    const server = await faultServer()
    expect(await send(server.port, envelopeOf("anna@bücher.example"))).toMatchObject({ outcome: "accepted" })
    expect(server.commands).toContain("RCPT TO:<anna@xn--bcher-kva.example>")
    expect(server.connections).toBe(1)
  })
})
