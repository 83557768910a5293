import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import { afterEach, describe, expect, it } from "vitest"
import { readServerAnswer } from "../../../src/delivery/read-server-answer"
import type { SmtpOptions } from "../../../src/delivery/smtp-options"
import { createSmtpTransport } from "../../../src/delivery/smtp-transport"
import type { Transport, TransportAnswer } from "../../../src/delivery/types"
import { FaultServer, type Script } from "./servers/fault-server"

const CONTENT = Buffer.from(
  "Message-ID: <1@shop.example>\r\nSubject: Zahlung\r\n\r\n.a dot at the start\r\n..two\r\nlast line\r\n",
)
const ENVELOPE = { from: "bounces+1@shop.example", to: "customer@example.org" }
const MAIL = { id: "ordmail_1", envelope: ENVELOPE, content: CONTENT }
const PASSWORD = "s3cret/p@ss+word"

/** For servers that say nothing more. */
const SHORT = { connectionSeconds: 5, greetingSeconds: 0.4, socketSeconds: 0.4 }

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup()
  }
})

function transportTo(port: number, options: SmtpOptions = {}): Transport {
  const transport = createSmtpTransport({
    host: "127.0.0.1",
    port,
    clientName: "client.example",
    ...options,
  })
  cleanups.push(() => transport.close())
  return transport
}

async function faultServer(script: Script): Promise<FaultServer> {
  const server = await FaultServer.start(script)
  cleanups.push(() => server.stop())
  return server
}

async function realServer(options: SMTPServerOptions): Promise<{ port: number; bodies: Buffer[] }> {
  const bodies: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        bodies.push(Buffer.concat(chunks))
        callback(null)
      })
    },
    ...options,
  })
  server.on("error", () => undefined)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  cleanups.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  return { port: typeof address === "object" && address ? address.port : 0, bodies }
}

const brief = (answer: TransportAnswer) => {
  const { outcome, reason } = readServerAnswer(answer)
  return `${outcome} ${reason}`
}

describe("SMTP transport: a server that works", () => {
  it("sends the stored bytes as they are and keeps the server's words", async () => {
    const { port, bodies } = await realServer({})
    const answer = await transportTo(port).send(MAIL)
    expect(answer).toMatchObject({
      kind: "accepted",
      server: `127.0.0.1:${port}`,
      response: expect.stringMatching(/^250 /),
    })
    expect(bodies).toEqual([CONTENT])
  })

  it("sends a large mail as it is, too", async () => {
    const { port, bodies } = await realServer({})
    const content = Buffer.from("Subject: x\r\n\r\n" + ".a line with a dot\r\n".repeat(20_000))
    const transport = transportTo(port)
    expect(brief(await transport.send({ envelope: ENVELOPE, content }))).toBe("accepted accepted")
    expect(bodies[0]?.equals(content)).toBe(true)
  })

  it("sends the same bytes each time and reuses its connections", async () => {
    const server = await faultServer({})
    const transport = transportTo(server.port, { poolSize: 2 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => transport.send(MAIL)))
    expect(answers.map(brief)).toEqual(Array.from({ length: 20 }, () => "accepted accepted"))
    expect(new Set(server.bodies).size).toBe(1)
    expect(server.connections).toBe(2)
  })

  it("logs in, and asks for delivery reports where the server offers them", async () => {
    const server = await faultServer({
      EHLO: "250-fault.example\r\n250-DSN\r\n250-SIZE 1000000\r\n250 AUTH PLAIN LOGIN",
    })
    const transport = transportTo(server.port, { auth: { user: "shop", pass: PASSWORD } })
    expect(brief(await transport.send(MAIL))).toBe("accepted accepted")
    const login = Buffer.from(`\u0000shop\u0000${PASSWORD}`).toString("base64")
    expect(server.commands).toEqual([
      "EHLO client.example",
      `AUTH PLAIN ${login}`,
      `MAIL FROM:<bounces+1@shop.example> SIZE=${CONTENT.length} RET=HDRS ENVID=ordmail_1`,
      "RCPT TO:<customer@example.org> NOTIFY=FAILURE,DELAY",
      "DATA",
    ])
  })

  it("asks for no reports where the server offers none, or where it is told not to", async () => {
    const without = await faultServer({})
    await transportTo(without.port).send(MAIL)
    const unwanted = await faultServer({ EHLO: "250-fault.example\r\n250 DSN" })
    await transportTo(unwanted.port, { dsn: false }).send(MAIL)
    expect([...without.commands, ...unwanted.commands].filter((line) => /RET=|NOTIFY=/.test(line))).toEqual([])
  })

  it("takes a url, whose parts can be replaced", async () => {
    const server = await faultServer({ EHLO: "250-fault.example\r\n250 AUTH PLAIN" })
    const transport = createSmtpTransport({
      url: `smtp://shop:${encodeURIComponent(PASSWORD)}@127.0.0.1:1`,
      port: server.port,
    })
    cleanups.push(() => transport.close())
    expect(brief(await transport.send(MAIL))).toBe("accepted accepted")
    expect(server.commands[1]).toBe(`AUTH PLAIN ${Buffer.from(`\u0000shop\u0000${PASSWORD}`).toString("base64")}`)
  })

  it("says what is missing when no host is given", () => {
    expect(() => createSmtpTransport({})).toThrow(/no host is given.*url/)
    expect(() => createSmtpTransport({ url: "mail.example.com" })).toThrow(/no host is given/)
  })

  it("lets the transactions under way end before it closes", async () => {
    const server = await faultServer({})
    const transport = transportTo(server.port, { poolSize: 1 })
    const sending = [transport.send(MAIL), transport.send(MAIL), transport.send(MAIL)]
    await transport.close()
    expect((await Promise.all(sending)).map(brief)).toEqual(Array.from({ length: 3 }, () => "accepted accepted"))
    expect(brief(await transport.send(MAIL))).toMatch(/^temporary /)
  })
})

describe("SMTP transport: refusals", () => {
  it.each<[string, Script, string]>([
    ["4xx greeting", { greeting: "450 not now" }, "temporary server-busy"],
    ["421 greeting", { greeting: { reply: "421 4.3.2 too busy", thenDrop: true } }, "temporary server-busy"],
    ["554 greeting", { greeting: { reply: "554 no mail here", thenDrop: true } }, "temporary configuration-error"],
    ["greeting that is no SMTP", { greeting: "HTTP/1.1 400 Bad Request" }, "temporary protocol-error"],
    ["5xx EHLO and HELO", { EHLO: "550 go away", HELO: "550 go away" }, "temporary configuration-error"],
    ["421 EHLO", { EHLO: { reply: "421 closing", thenDrop: true } }, "temporary server-busy"],
    ["451 MAIL", { MAIL: "451 4.3.0 later" }, "temporary server-busy"],
    ["550 MAIL", { MAIL: "550 5.7.1 sender refused" }, "permanent policy-refused"],
    ["421 MAIL", { MAIL: { reply: "421 4.7.0 closing", thenDrop: true } }, "temporary policy-refused"],
    ["530 MAIL", { MAIL: "530 5.7.0 must log in" }, "temporary login-failed"],
    ["450 RCPT", { RCPT: "450 4.2.0 greylisted" }, "temporary greylisted"],
    ["550 RCPT", { RCPT: "550 5.1.1 no such user" }, "permanent address-unknown"],
    [
      "multi-line RCPT",
      { RCPT: "550-5.1.1 no such user\r\n550-5.1.1 really\r\n550 5.1.1 not here" },
      "permanent address-unknown",
    ],
    ["421 RCPT", { RCPT: { reply: "421 closing", thenDrop: true } }, "temporary server-busy"],
    ["451 DATA", { DATA: "451 local error" }, "temporary server-busy"],
    ["554 DATA", { DATA: "554 5.5.1 no valid recipients" }, "permanent protocol-error"],
    ["451 after the dot", { dot: "451 4.3.0 later" }, "temporary server-busy"],
    ["421 after the dot", { dot: { reply: "421 4.3.0 closing", thenDrop: true } }, "temporary server-busy"],
    ["554 after the dot", { dot: "554 5.7.1 message refused" }, "permanent policy-refused"],
    ["535 AUTH", { EHLO: "250-x\r\n250 AUTH PLAIN", AUTH: "535 5.7.8 wrong" }, "temporary login-failed"],
    ["454 AUTH", { EHLO: "250-x\r\n250 AUTH PLAIN", AUTH: "454 4.7.0 later" }, "temporary login-failed"],
    ["454 STARTTLS", { EHLO: "250-x\r\n250 STARTTLS", STARTTLS: "454 no TLS now" }, "temporary tls-failed"],
    ["size over the announced one", { EHLO: "250-x\r\n250 SIZE 10" }, "permanent message-too-large"],
  ])("%s", async (_name, script, expected) => {
    const server = await faultServer(script)
    const options = script.AUTH === undefined ? {} : { auth: { user: "shop", pass: PASSWORD } }
    const answer = await transportTo(server.port, options).send(MAIL)
    expect(brief(answer)).toBe(expected)
  })

  it("keeps every line of the server's words", async () => {
    const server = await faultServer({ RCPT: "550-5.1.1 no such user\r\n550 5.1.1 see our help" })
    const { answer } = readServerAnswer(await transportTo(server.port).send(MAIL))
    expect(answer).toEqual({
      code: 550,
      enhancedStatus: "5.1.1",
      text: "550-5.1.1 no such user\n550 5.1.1 see our help",
      server: `127.0.0.1:${server.port}`,
    })
  })

  it("goes on with the same connection after a refusal", async () => {
    const server = await faultServer({ RCPT: ["550 5.1.1 no such user", "250 ok"] })
    const transport = transportTo(server.port, { poolSize: 1 })
    expect(brief(await transport.send(MAIL))).toBe("permanent address-unknown")
    expect(brief(await transport.send(MAIL))).toBe("accepted accepted")
    expect(server.connections).toBe(1)
  })

  it("refuses an envelope that is not exactly one address, without connecting", async () => {
    const server = await faultServer({})
    const transport = transportTo(server.port)
    for (const to of [
      "a@example.org, b@example.org",
      "a@example.org b@example.org",
      "<a@example.org>",
      "a@b@c",
      "nobody",
      "",
    ]) {
      expect(brief(await transport.send({ envelope: { ...ENVELOPE, to }, content: CONTENT }))).toBe(
        "permanent address-invalid",
      )
    }
    const header = { from: "x@example.org>\r\nRCPT TO:<evil@example.org", to: ENVELOPE.to }
    expect(brief(await transport.send({ envelope: header, content: CONTENT }))).toBe("permanent address-invalid")
    expect(server.connections).toBe(0)
  })

  it("takes a quoted local part for the one address it is", async () => {
    const server = await faultServer({})
    await transportTo(server.port).send({ envelope: { ...ENVELOPE, to: '"a, b"@example.org' }, content: CONTENT })
    expect(server.commands).toContain('RCPT TO:<"a, b"@example.org>')
  })

  it("never lets the password into an answer, even if the server repeats it", async () => {
    const login = Buffer.from(`\u0000shop\u0000${PASSWORD}`).toString("base64")
    const server = await faultServer({
      EHLO: "250-x\r\n250 AUTH PLAIN",
      AUTH: `535 5.7.8 wrong: ${PASSWORD} in ${login} or ${Buffer.from(PASSWORD).toString("base64")}`,
    })
    const answer = JSON.stringify(await transportTo(server.port, { auth: { user: "shop", pass: PASSWORD } }).send(MAIL))
    expect(answer).toContain("535 5.7.8 wrong: *** in *** or ***")
    expect(answer).not.toContain(PASSWORD)
  })

  it("makes words without end and control characters fit to be stored", async () => {
    const server = await faultServer({ RCPT: `550 5.1.1 \u0000\u0007${"x".repeat(30_000)}` })
    const { answer } = readServerAnswer(await transportTo(server.port).send(MAIL))
    expect(answer.text).toHaveLength(2_000)
    expect(answer.text).toMatch(/^550 5\.1\.1 {3}x+$/)
  })
})

describe("SMTP transport: connections that break", () => {
  it.each<[string, Script, string]>([
    ["drop at the greeting", { greeting: "drop" }, "temporary connection-lost"],
    ["drop at EHLO", { EHLO: "drop" }, "temporary connection-lost"],
    [
      "drop at STARTTLS",
      { EHLO: "250-x\r\n250 STARTTLS", STARTTLS: { reply: "220 go", thenDrop: true } },
      "temporary (tls-failed|connection-lost)",
    ],
    ["drop at MAIL", { MAIL: "drop" }, "temporary connection-lost"],
    ["drop at RCPT", { RCPT: "drop" }, "temporary connection-lost"],
    ["drop at DATA", { DATA: "drop" }, "temporary connection-lost"],
    ["drop after the dot", { dot: "drop" }, "unknown outcome-unknown"],
    ["hang at the greeting", { greeting: "hang" }, "temporary timeout"],
    ["hang at MAIL", { MAIL: "hang" }, "temporary timeout"],
    ["hang at RCPT", { RCPT: "hang" }, "temporary timeout"],
    ["hang at DATA", { DATA: "hang" }, "temporary timeout"],
    ["hang after the dot", { dot: "hang" }, "unknown outcome-unknown"],
  ])("%s", async (_name, script, expected) => {
    const server = await faultServer(script)
    const hangs = Object.values(script).includes("hang")
    expect(brief(await transportTo(server.port, hangs ? { timeouts: SHORT } : {}).send(MAIL))).toMatch(
      new RegExp(`^${expected}$`),
    )
  })

  it("a drop in the middle of a body too large for one write is safe to repeat", async () => {
    const server = await faultServer({ "mid-body": "drop" })
    const content = Buffer.alloc(20_000_000, "a line of text\r\n")
    expect(brief(await transportTo(server.port).send({ envelope: ENVELOPE, content }))).toMatch(/^temporary /)
    expect(server.bodies).toEqual([])
  })

  it("a server that trickles and is never silent runs into the limit of the whole transaction", async () => {
    const timers: NodeJS.Timeout[] = []
    const sockets: Socket[] = []
    const trickling = createServer((socket) => {
      sockets.push(socket)
      socket.on("error", () => undefined)
      socket.write("220 hello\r\n")
      timers.push(setInterval(() => socket.write("2"), 50))
    })
    trickling.listen(0, "127.0.0.1")
    await once(trickling, "listening")
    cleanups.push(async () => {
      timers.forEach((timer) => clearInterval(timer))
      sockets.forEach((socket) => socket.destroy())
      await new Promise((resolve) => trickling.close(resolve))
    })
    const address = trickling.address()
    const port = typeof address === "object" && address ? address.port : 0
    const timeouts = { connectionSeconds: 5, greetingSeconds: 5, socketSeconds: 5, transactionSeconds: 0.3 }
    expect(brief(await transportTo(port, { timeouts }).send(MAIL))).toBe("temporary timeout")
  })

  it("nobody listens", async () => {
    const server = await FaultServer.start()
    const port = server.port
    await server.stop()
    expect(brief(await transportTo(port).send(MAIL))).toBe("temporary connection-failed")
  })

  it("a host that does not exist", async () => {
    const answer = await transportTo(25, { host: "no-such-host.invalid" }).send(MAIL)
    expect(brief(answer)).toBe("temporary dns-failed")
  })

  it("a certificate nobody vouches for", async () => {
    const { port } = await realServer({ secure: true })
    expect(brief(await transportTo(port, { secure: true }).send(MAIL))).toBe("temporary tls-failed")
  })

  it("a server without STARTTLS where TLS is demanded gets neither login nor mail", async () => {
    const server = await faultServer({ STARTTLS: "502 no such command" })
    const transport = transportTo(server.port, { requireTLS: true, auth: { user: "shop", pass: PASSWORD } })
    expect(brief(await transport.send(MAIL))).toBe("temporary tls-failed")
    expect(server.commands).toEqual(["EHLO client.example", "STARTTLS"])
  })

  it("a connection the server had closed between two mails costs nothing: the mail goes out over a new one", async () => {
    const server = await faultServer({
      MAIL: ["250 ok", { reply: "421 4.7.0 enough for one connection", thenDrop: true }, "250 ok"],
    })
    const transport = transportTo(server.port, { poolSize: 1 })
    expect(brief(await transport.send(MAIL))).toBe("accepted accepted")
    expect(brief(await transport.send(MAIL))).toBe("accepted accepted")
    expect(server.bodies).toHaveLength(2)
    expect(server.connections).toBe(2)
  })

  it("a lost answer is never repeated by the transport itself", async () => {
    const server = await faultServer({ dot: ["250 ok", "drop", "250 ok"] })
    const transport = transportTo(server.port, { poolSize: 1 })
    await transport.send(MAIL)
    expect(brief(await transport.send(MAIL))).toBe("unknown outcome-unknown")
    expect(server.bodies).toHaveLength(2)
  })
})
