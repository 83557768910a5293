import { createServer, type AddressInfo, type Server, type Socket } from "node:net"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import { afterEach, describe, expect, it } from "vitest"
import type { SmtpOptions } from "../../../../src/delivery/smtp-options"
import { createSmtpTransport } from "../../../../src/delivery/smtp-transport"
import { CONNECTION_PROBLEMS } from "../../../../src/sender/smtp/connection-problem"
import { guardedConnect, type HostGuardOptions } from "../../../../src/sender/smtp/host-guard"
import { testConnection, type ConnectionTest } from "../../../../src/sender/smtp/test-connection"
import { AUTHORITY, EXPIRED, HOST, KEY, NOT_YET_VALID, OTHER_NAME, SELF_SIGNED, VALID } from "./certificates"

const USER = "shop"
const PASSWORD = "s3cret/p@ss+word"
const AUTH = { user: USER, pass: PASSWORD }

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A mail server (smtp-server) that knows one login. */
async function mailServer(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    key: KEY,
    cert: VALID,
    onAuth: ({ username, password }, _session, reply) =>
      username === USER && password === PASSWORD
        ? reply(null, { user: USER })
        : reply(Object.assign(new Error(`no, ${password} is wrong`), { responseCode: 535 })),
    onData: (stream, _session, reply) => stream.resume().on("end", () => reply()),
    ...options,
  })
  server.on("error", () => undefined)
  return listen(server.server, () => new Promise((resolve) => server.close(() => resolve(undefined))))
}

/** A server that says `greeting` and answers every line by `answer`. */
async function otherServer(
  greeting: string,
  answer: (line: string, socket: Socket) => string = () => "",
): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.write(greeting)
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("latin1").split("\r\n").slice(0, -1)) socket.write(answer(line, socket))
    })
  })
  return listen(server, () => {
    sockets.forEach((socket) => socket.destroy())
    return new Promise((resolve) => server.close(resolve))
  })
}

async function listen(server: Server, stop: () => Promise<unknown>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  stops.push(stop)
  return (server.address() as AddressInfo).port
}

const guardFor = (port: number): HostGuardOptions => ({
  allowedPorts: [port],
  allowPrivateAddresses: true,
  lookup: () => Promise.resolve(["127.0.0.1"]),
})

function test(port: number, options: SmtpOptions = {}, guard = guardFor(port)): Promise<ConnectionTest> {
  const timeouts = { greetingSeconds: 0.3, socketSeconds: 0.8 }
  return testConnection({ host: HOST, port, tls: { ca: AUTHORITY }, timeouts, ...options }, guard)
}

const problemOf = (result: ConnectionTest) => (result.usable ? "usable" : result.problem)

describe("a server that can be used", () => {
  it.each<[string, SmtpOptions, SMTPServerOptions, boolean]>([
    ["with TLS from the first byte", { secure: true }, { secure: true }, true],
    ["with STARTTLS where it is offered", {}, {}, true],
    ["with STARTTLS where it is demanded", { requireTLS: true }, {}, true],
    ["without TLS, where a login is readable on its way", {}, { disabledCommands: ["STARTTLS"] }, false],
  ])("%s", async (_, options, server, encrypted) => {
    const port = await mailServer(server)
    expect(await test(port, options)).toEqual({ usable: true, server: `${HOST}:${port}`, encrypted, loggedIn: false })
    expect(await test(port, { ...options, requireTLS: false, auth: AUTH })).toMatchObject({
      usable: true,
      encrypted,
      loggedIn: true,
    })
  })

  it("given as a URL", async () => {
    const port = await mailServer({ secure: true })
    const url = `smtps://${USER}:${encodeURIComponent(PASSWORD)}@${HOST}:${port}`
    expect(await testConnection({ url, tls: { ca: AUTHORITY } }, guardFor(port))).toMatchObject({
      usable: true,
      loggedIn: true,
    })
  })
})

describe("the name and the port", () => {
  it("no host", async () => {
    expect(await testConnection({})).toEqual({
      usable: false,
      server: null,
      problem: "settings-incomplete",
      words: null,
    })
  })

  it("a port that is not for mail", async () => {
    expect(problemOf(await testConnection({ host: HOST, port: 22 }))).toBe("port-not-allowed")
  })

  it("a private address", async () => {
    const port = await mailServer()
    const result = await test(port, {}, { allowedPorts: [port], lookup: () => Promise.resolve(["127.0.0.1"]) })
    expect(result).toMatchObject({ usable: false, problem: "private-address" })
    expect(JSON.stringify(result)).not.toContain("127.0.0.1")
  })

  it.each([
    ["ENOTFOUND", "name-not-found"],
    ["EAI_AGAIN", "dns-failed"],
    ["ESERVFAIL", "dns-failed"],
  ])("a resolver that says %s", async (code, problem) => {
    const lookup = () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code} ${HOST}`), { code }))
    expect(problemOf(await testConnection({ host: HOST, port: 587 }, { lookup }))).toBe(problem)
  })

  it("a name that does not exist, asked of the system's resolver", async () => {
    const result = await testConnection({ host: "mail.invalid", port: 587 })
    expect(["name-not-found", "dns-failed"]).toContain(problemOf(result))
  })

  it("a closed port", async () => {
    const port = await otherServer("")
    for (const stop of stops.splice(0)) await stop()
    const result = await test(port)
    expect(result).toMatchObject({
      problem: "connection-refused",
      words: expect.stringContaining("ECONNREFUSED") as string,
    })
  })
})

describe("TLS", () => {
  it.each<[string, string, string]>([
    ["expired", EXPIRED, "certificate-expired"],
    ["not yet valid", NOT_YET_VALID, "certificate-not-yet-valid"],
    ["self-signed", SELF_SIGNED, "certificate-self-signed"],
    ["for another name", OTHER_NAME, "certificate-wrong-name"],
  ])("a certificate that is %s", async (_, cert, problem) => {
    const implicit = await test(await mailServer({ secure: true, cert }), { secure: true, auth: AUTH })
    const starttls = await test(await mailServer({ cert }), { auth: AUTH })
    expect([problemOf(implicit), problemOf(starttls)]).toEqual([problem, problem])
  })

  it("a certificate of an authority nobody knows", async () => {
    const port = await mailServer({ secure: true })
    expect(problemOf(await test(port, { secure: true, tls: {} }))).toBe("certificate-untrusted")
  })

  it("TLS from the first byte on a port for STARTTLS", async () => {
    expect(problemOf(await test(await mailServer(), { secure: true }))).toBe("tls-not-spoken")
  })

  it("no TLS on a port that wants it from the first byte", async () => {
    expect(problemOf(await test(await mailServer({ secure: true })))).toBe("no-greeting")
  })

  it("no STARTTLS where it is demanded", async () => {
    const port = await mailServer({ disabledCommands: ["STARTTLS"] })
    expect(problemOf(await test(port, { requireTLS: true, auth: AUTH }))).toBe("starttls-missing")
  })

  it("STARTTLS that the server cannot begin now", async () => {
    const port = await otherServer("220 hi\r\n", (line) =>
      line.startsWith("EHLO") ? "250-hi\r\n250 STARTTLS\r\n" : "454 4.7.0 TLS not available\r\n",
    )
    expect(await test(port)).toMatchObject({ problem: "tls-failed", words: "454 4.7.0 TLS not available" })
  })
})

describe("a server that is none, or wants nothing from us", () => {
  it.each<[string, string, (line: string) => string, string]>([
    ["says nothing", "", () => "", "no-greeting"],
    ["is SSH", "SSH-2.0-OpenSSH_9.2\r\n", () => "", "not-a-mail-server"],
    ["is IMAP", "* OK IMAP4rev1 ready\r\n", () => "", "not-a-mail-server"],
    ["is POP3", "+OK ready\r\n", () => "", "not-a-mail-server"],
    ["is FTP", "220 FTP ready\r\n", () => "500 unknown command\r\n", "not-a-mail-server"],
    ["refuses us", "554 5.7.1 no service for you\r\n", () => "", "server-refuses"],
    ["is too busy", "421 4.3.2 come back later\r\n", () => "", "server-refuses"],
    ["dislikes our name", "220 hi\r\n", () => "550 5.7.1 bad HELO\r\n", "server-refuses"],
    ["falls silent", "220 hi\r\n", () => "", "timeout"],
  ])("that %s", async (_, greeting, answer, problem) => {
    const result = await test(await otherServer(greeting, answer))
    expect(problemOf(result)).toBe(problem)
    if (greeting.startsWith("554")) expect(result).toMatchObject({ words: "554 5.7.1 no service for you" })
  })

  it("that hangs up", async () => {
    const hangUp = (_line: string, socket: Socket) => {
      socket.destroy()
      return ""
    }
    expect(problemOf(await test(await otherServer("220 hi\r\n", hangUp)))).toBe("connection-lost")
  })

  it("that hangs up before the greeting", async () => {
    const server = createServer((socket) => socket.destroy())
    const port = await listen(server, () => new Promise((resolve) => server.close(resolve)))
    expect(problemOf(await test(port))).toBe("connection-lost")
  })
})

describe("the login", () => {
  it("refused, in the server's words and without the password, which the server repeats", async () => {
    const auth = { user: USER, pass: "another+pass/word" }
    const result = await test(await mailServer({ secure: true }), { secure: true, auth })
    expect(result).toMatchObject({ problem: "login-refused", words: "535 no, *** is wrong" })
    expect(JSON.stringify(result)).not.toContain("another")
  })

  it("put off", async () => {
    const onAuth: SMTPServerOptions["onAuth"] = (_auth, _session, reply) =>
      reply(Object.assign(new Error("later"), { responseCode: 454 }))
    const port = await mailServer({ secure: true, onAuth })
    expect(problemOf(await test(port, { secure: true, auth: AUTH }))).toBe("login-postponed")
  })

  it("not sent to a server that offers none", async () => {
    const lines: string[] = []
    const port = await otherServer("220 hi\r\n", (line) => {
      lines.push(line)
      return "250 hi\r\n"
    })
    expect(problemOf(await test(port, { requireTLS: false, auth: AUTH }))).toBe("login-not-offered")
    expect(lines.filter((line) => line.startsWith("AUTH"))).toEqual([])
  })
})

it("every problem that a test meets is in the vocabulary once", () => {
  expect(new Set(CONNECTION_PROBLEMS).size).toBe(CONNECTION_PROBLEMS.length)
})

describe("mails through a guarded connection", () => {
  const MAIL = {
    envelope: { from: "bounces@shop.example", to: "kundin@example.org" },
    content: Buffer.from("Subject: hi\r\n\r\nhi\r\n"),
  }

  async function sendGuarded(options: SmtpOptions, guard: HostGuardOptions) {
    const transport = createSmtpTransport({
      host: HOST,
      tls: { ca: AUTHORITY },
      connect: guardedConnect(guard),
      ...options,
    })
    stops.push(() => transport.close())
    return transport.send(MAIL)
  }

  it.each([true, false])(
    "go to the checked address, and TLS verifies the name (from the first byte: %s)",
    async (secure) => {
      const good = await mailServer({ secure })
      const options = { secure, requireTLS: true, auth: AUTH }
      expect(await sendGuarded({ ...options, port: good }, guardFor(good))).toMatchObject({ kind: "accepted" })
      const other = await mailServer({ secure, cert: OTHER_NAME })
      expect(await sendGuarded({ ...options, port: other }, guardFor(other))).toMatchObject({
        kind: "error",
        errno: "ERR_TLS_CERT_ALTNAME_INVALID",
      })
    },
  )

  it("are deferred, and nobody is connected to, when the name now leads to a private address", async () => {
    const port = await mailServer({ secure: true })
    const guard = { ...guardFor(port), allowPrivateAddresses: false }
    expect(await sendGuarded({ port, secure: true }, guard)).toMatchObject({ kind: "error", code: "ECONFIG" })
  })

  it("are deferred when nobody listens", async () => {
    const port = await otherServer("")
    for (const stop of stops.splice(0)) await stop()
    expect(await sendGuarded({ port }, guardFor(port))).toMatchObject({ kind: "error", code: "ECONNREFUSED" })
  })
})
