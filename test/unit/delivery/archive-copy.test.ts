import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { readRecipientReplies } from "../../../src/delivery/archive-copy"
import { decideOutcome } from "../../../src/delivery/decide-outcome"
import { readServerAnswer } from "../../../src/delivery/read-server-answer"
import { DEFAULT_RETRY_SCHEDULE } from "../../../src/delivery/retry-schedule"
import { createSmtpTransport } from "../../../src/delivery/smtp-transport"
import type { Envelope, Transport, TransportAnswer } from "../../../src/delivery/types"
import { FaultServer, type Script } from "./servers/fault-server"
import { RecipientServer, type Act, type RecipientScript } from "./servers/recipient-server"

const CUSTOMER = "kundin@example.org"
const ARCHIVE = "archiv@shop.example"
const CONTENT = Buffer.from("Message-ID: <1@shop.example>\r\nSubject: Zahlung\r\n\r\nGuten Tag\r\n")
const ENVELOPE = { from: "bounces+1@shop.example", to: CUSTOMER, archive: ARCHIVE }

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function transportTo(port: number): Transport {
  const timeouts = { connectionSeconds: 5, greetingSeconds: 2, socketSeconds: 0.5 }
  const transport = createSmtpTransport({ host: "127.0.0.1", port, clientName: "client.example", timeouts })
  stops.push(() => transport.close())
  return transport
}

async function serve(script: RecipientScript, pipelining = true) {
  const server = await RecipientServer.start(script, pipelining)
  stops.push(() => server.stop())
  return server
}

const send = (transport: Transport, envelope: Envelope = ENVELOPE) =>
  transport.send({ id: "ordmail_1", envelope, content: CONTENT })

/** Sends one mail to a server that behaves like this. */
async function sendTo(script: RecipientScript, pipelining = true) {
  const server = await serve(script, pipelining)
  return { server, answer: await send(transportTo(server.port)) }
}

async function faultServer(script: Script) {
  const server = await FaultServer.start(script)
  stops.push(() => server.stop())
  return { server, transport: transportTo(server.port) }
}

describe.each([
  ["with pipelining", true],
  ["with one command at a time", false],
])("the archive copy, %s", (_, pipelining) => {
  it("is one more recipient of the same transaction, in the envelope only", async () => {
    const { server, answer } = await sendTo({}, pipelining)
    expect(answer).toMatchObject({
      kind: "accepted",
      archive: { result: "accepted", text: expect.stringMatching(/^250/) as string },
    })
    expect(server.delivered).toEqual([{ recipients: [CUSTOMER, ARCHIVE], body: CONTENT.toString() }])
  })

  it.each<[string, Act, number]>([
    ["for good", "550 5.1.1 no such customer", 550],
    ["for now", "450 4.2.1 customer busy", 450],
    ["by a server that closes", "421 4.3.2 closing", 421],
  ])("does not go out when the customer is refused %s", async (_words, act, responseCode) => {
    const { server, answer } = await sendTo({ recipients: { [CUSTOMER]: act } }, pipelining)
    expect(server.delivered).toEqual([])
    expect(answer).toMatchObject({ kind: "error", responseCode, command: "RCPT TO", bodyWritten: false })
    expect(answer).toMatchObject({ response: expect.stringContaining(act.slice(4)) as string })
  })

  it.each<[Act, Act, number]>([
    ["550 no such customer", "450 archive busy", 550],
    ["450 customer busy", "550 no such archive", 450],
  ])("when both are refused, the answer is the customer's (%s, %s)", async (customer, archive, responseCode) => {
    const recipients = { [CUSTOMER]: customer, [ARCHIVE]: archive }
    const { server, answer } = await sendTo({ recipients }, pipelining)
    expect(server.delivered).toEqual([])
    expect(answer).toMatchObject({
      kind: "error",
      responseCode,
      response: expect.stringContaining("customer") as string,
    })
  })

  it.each<[string, Act]>([
    ["550 5.2.1 archive closed", "550 5.2.1 archive closed"],
    ["452 4.2.2 archive full", "452 4.2.2 archive full"],
    ["421 4.3.2 closing", "421 4.3.2 closing"],
  ])("that is refused with %s does not hurt the customer's mail", async (words, act) => {
    const { server, answer } = await sendTo({ recipients: { [ARCHIVE]: act } }, pipelining)
    expect(server.delivered).toEqual([{ recipients: [CUSTOMER], body: CONTENT.toString() }])
    expect(answer).toMatchObject({
      kind: "accepted",
      archive: { result: "refused", text: expect.stringContaining(words.slice(4)) as string },
    })
  })

  it.each<Act>(["drop", "hang"])("whose address makes the server %s does not hurt the customer's mail", async (act) => {
    const { server, answer } = await sendTo({ recipients: { [ARCHIVE]: act } }, pipelining)
    expect(server.delivered).toEqual([{ recipients: [CUSTOMER], body: CONTENT.toString() }])
    expect(answer).toMatchObject({ kind: "accepted", archive: { result: "refused" } })
  })

  it.each<Act>(["552 5.3.4 too large for the archive", "451 4.7.1 try later"])(
    "that makes the server refuse the message with %s does not hurt the customer's mail",
    async (act) => {
      const message = (recipients: string[]) => (recipients.includes(ARCHIVE) ? act : "ok")
      const { server, answer } = await sendTo({ message }, pipelining)
      expect(server.delivered).toEqual([{ recipients: [CUSTOMER], body: CONTENT.toString() }])
      expect(answer).toMatchObject({
        kind: "accepted",
        archive: { result: "refused", text: expect.stringContaining(act.slice(4)) as string },
      })
    },
  )

  it("tells the server's second word when it refuses the message for the customer, too", async () => {
    const message = (recipients: string[]): Act => (recipients.includes(ARCHIVE) ? "451 later" : "554 spam")
    const { server, answer } = await sendTo({ message }, pipelining)
    expect(server.delivered).toEqual([])
    expect(answer).toMatchObject({ kind: "error", responseCode: 554, command: "DATA" })
  })

  it("is not tried without the archive when a refused one was no longer part of the message", async () => {
    const { server, answer } = await sendTo(
      { recipients: { [ARCHIVE]: "550 no" }, message: () => "554 spam" },
      pipelining,
    )
    expect(answer).toMatchObject({ kind: "error", responseCode: 554 })
    expect(server.begun).toBe(1)
  })

  it("whose answer was lost is unknown for both, and nothing is sent again", async () => {
    const { server, answer } = await sendTo({ message: () => "drop" }, pipelining)
    expect(answer).toMatchObject({ kind: "error", bodyWritten: true })
    expect(readServerAnswer(answer).outcome).toBe("unknown")
    expect(server.begun).toBe(1)
  })

  it("holds its rules whatever the server does to whom", async () => {
    const act = fc.constantFrom<Act>("ok", "550 no", "450 later", "421 closing", "drop")
    await fc.assert(
      fc.asyncProperty(act, act, act, act, async (customer, archive, both, alone) => {
        const recipients = { [CUSTOMER]: customer, [ARCHIVE]: archive }
        const server = await RecipientServer.start(
          { recipients, message: (accepted) => (accepted.includes(ARCHIVE) ? both : alone) },
          pipelining,
        )
        const transport = createSmtpTransport({ host: "127.0.0.1", port: server.port })
        const answer = await send(transport)
        await transport.close()
        await server.stop()
        const toCustomer = server.delivered.filter((mail) => mail.recipients.includes(CUSTOMER))
        const toArchive = server.delivered.filter((mail) => mail.recipients.includes(ARCHIVE))
        expect(toCustomer).toHaveLength(answer.kind === "accepted" ? 1 : 0)
        expect(toCustomer).toEqual(expect.arrayContaining(toArchive))
        expect(toArchive).toHaveLength(answer.kind === "accepted" && answer.archive?.result === "accepted" ? 1 : 0)
        const lost = answer.kind === "error" && answer.bodyWritten && answer.responseCode === null
        expect(
          answer.kind === "accepted" || customer !== "ok" || lost || alone !== "ok" || both === "421 closing",
        ).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe("a server that drops", () => {
  const RCPT = { customerRefused: ["550 no", "250 ok"], fine: "250 ok" }

  it.each<[string, Script, number]>([
    ["at the sender", { MAIL: "drop" }, 0],
    ["at the customer's address", { RCPT: "drop" }, 0],
    ["at DATA, having refused the customer", { RCPT: RCPT.customerRefused, DATA: "drop" }, 0],
    ["at DATA", { DATA: "drop" }, 0],
    ["at the beginning of the body", { "mid-body": "drop" }, 0],
    ["after the final dot", { dot: "drop" }, 1],
  ])("%s takes a copy only together with the customer's mail", async (_, script, bodies) => {
    const { server, transport } = await faultServer(script)
    const answer = await send(transport)
    expect(answer.kind).toBe("error")
    expect(server.bodies).toHaveLength(bodies)
    expect(readServerAnswer(answer).outcome).toBe(
      bodies === 1 || "mid-body" in script
        ? "unknown"
        : script.RCPT === RCPT.customerRefused
          ? "permanent"
          : "temporary",
    )
  })

  it.each<[string, Script]>([
    ["refuses DATA", { DATA: ["451 not with the archive", "354 go on"] }],
    ["drops at DATA", { DATA: ["drop", "354 go on"], RCPT: ["250 ok", "550 no", "250 ok"] }],
  ])("and one that %s with the archive takes the customer's mail without it", async (_, script) => {
    const { server, transport } = await faultServer(script)
    expect(await send(transport)).toMatchObject({ kind: "accepted", archive: { result: "refused" } })
    expect(server.bodies).toHaveLength(1)
    expect(server.commands.filter((line) => line.startsWith("RCPT")).slice(2)).toEqual([
      expect.stringContaining(CUSTOMER),
    ])
  })

  it("goes on with other mails after it took back a transaction", async () => {
    const server = await serve({ recipients: { "fort@example.org": "550 gone" } })
    const transport = transportTo(server.port)
    const tos = ["a@example.org", "fort@example.org", "b@example.org", "fort@example.org", "c@example.org"]
    const answers = await Promise.all(tos.map((to) => send(transport, { ...ENVELOPE, to })))
    expect(answers.map(({ kind }) => kind)).toEqual(["accepted", "error", "accepted", "error", "accepted"])
    expect(server.delivered.map(({ recipients }) => recipients[0]).sort()).toEqual([tos[0], tos[2], tos[4]])
    expect(server.delivered.every(({ recipients }) => recipients[1] === ARCHIVE)).toBe(true)
  })
})

describe("an archive address", () => {
  it.each(["a@shop.example, b@shop.example", "archiv", "", "archiv@shop.example\r\nDATA", "ärchiv@shop.example"])(
    "like %j is refused here, and the customer's mail goes out",
    async (archive) => {
      const server = await serve({})
      const answer = await send(transportTo(server.port), { ...ENVELOPE, archive })
      expect(answer).toMatchObject({
        kind: "accepted",
        archive: { result: "refused", text: expect.stringMatching(/archive address/) as string },
      })
      expect(server.delivered.map(({ recipients }) => recipients)).toEqual([[CUSTOMER]])
    },
  )

  it("that is the customer's own gets the one mail", async () => {
    const server = await serve({})
    const answer = await send(transportTo(server.port), { ...ENVELOPE, archive: CUSTOMER })
    expect(answer).toMatchObject({ kind: "accepted", archive: { result: "accepted" } })
    expect(server.delivered.map(({ recipients }) => recipients)).toEqual([[CUSTOMER]])
  })

  it("at a domain that is spelled otherwise on its way is still told apart from the customer's", async () => {
    const server = await serve({ recipients: { "archiv@grün.example": "550 no" } })
    const envelope = { ...ENVELOPE, to: "Kundin@EXAMPLE.org", archive: "archiv@Grün.example" }
    const answer = await send(transportTo(server.port), envelope)
    expect(answer).toMatchObject({
      kind: "accepted",
      archive: { result: "refused", text: expect.stringMatching(/550/) as string },
    })
    expect(server.delivered.map(({ recipients }) => recipients)).toEqual([["Kundin@example.org"]])
  })

  it("that is missing changes nothing", async () => {
    const server = await serve({})
    const { from, to } = ENVELOPE
    const answer = await send(transportTo(server.port), { from, to })
    expect(answer).toMatchObject({ kind: "accepted" })
    expect(answer).not.toHaveProperty("archive")
  })
})

describe("what became of the copy", () => {
  const accepted: TransportAnswer = {
    kind: "accepted",
    response: "250 ok",
    server: "mail.example:25",
    archive: { result: "refused", text: "550 no" },
  }

  it("reaches the outcome of the mail", () => {
    const mail = {
      id: "ordmail_1",
      token: "t",
      envelope: ENVELOPE,
      content: CONTENT,
      attempt: 1,
      firstAttemptAt: new Date(),
    }
    const unknown = { unknownOutcome: "hold" as const, unknownWaitSeconds: 1 }
    const context = { schedule: DEFAULT_RETRY_SCHEDULE, unknown, now: new Date(), random: Math.random }
    const outcome = decideOutcome(mail, readServerAnswer(accepted), context)
    expect(outcome).toMatchObject({ state: "sent", archive: { result: "refused", text: "550 no" } })
    const without = readServerAnswer({ kind: "accepted", response: "250 ok", server: null })
    expect(decideOutcome(mail, without, context)).not.toHaveProperty("archive")
  })

  it("is never guessed: an envelope without the connection's account says nothing", () => {
    expect(readRecipientReplies({ to: [CUSTOMER, ARCHIVE] })).toEqual({
      customer: { accepted: false, refusal: null },
      archive: { accepted: false, refusal: null },
    })
  })
})
