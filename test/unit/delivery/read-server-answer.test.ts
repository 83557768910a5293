import fc from "fast-check"
import { ERROR_CODES } from "nodemailer/lib/errors"
import { describe, expect, it } from "vitest"
import { ANSWER_REASONS, type AnswerReason } from "../../../src/delivery/answer-reasons"
import { ENHANCED_STATUS_REASONS } from "../../../src/delivery/enhanced-status"
import { ERROR_CODE_MEANINGS } from "../../../src/delivery/error-codes"
import { readServerAnswer } from "../../../src/delivery/read-server-answer"
import type { Reading, TransportAnswer } from "../../../src/delivery/types"

type Failure = Extract<TransportAnswer, { kind: "error" }>

function failure(fields: Partial<Failure>): Failure {
  return {
    kind: "error",
    code: null,
    errno: null,
    command: null,
    responseCode: null,
    response: null,
    message: "it failed",
    bodyWritten: false,
    server: "mx.example:25",
    ...fields,
  }
}

/** A refusal as nodemailer reports it: code and command follow from the stage. */
function refusal(
  stage: "CONN" | "EHLO" | "STARTTLS" | "AUTH PLAIN" | "MAIL FROM" | "RCPT TO" | "DATA" | "dot",
  response: string,
) {
  const code = { CONN: "EPROTOCOL", EHLO: "ECONNECTION", STARTTLS: "ETLS", "AUTH PLAIN": "EAUTH", dot: "EMESSAGE" }
  return failure({
    code: stage in code ? code[stage as keyof typeof code] : "EENVELOPE",
    command: stage === "dot" ? "DATA" : stage,
    responseCode: Number(response.slice(0, 3)),
    response,
    message: `refused: ${response}`,
    bodyWritten: stage === "dot",
  })
}

const brief = ({ outcome, reason, scope }: Reading) => `${outcome} ${reason} ${scope}`

/** What each code of nodemailer means while the body was not written. */
const NODEMAILER_CODES: Record<string, string> = {
  ECONNECTION: "temporary connection-lost server",
  ETIMEDOUT: "temporary timeout server",
  ESOCKET: "temporary connection-lost server",
  EDNS: "temporary dns-failed server",
  ETLS: "temporary tls-failed server",
  EREQUIRETLS: "temporary tls-failed server",
  EPROTOCOL: "temporary protocol-error server",
  EENVELOPE: "permanent address-invalid mail",
  EMESSAGE: "permanent message-too-large mail",
  EOTP: "temporary configuration-error server",
  ESTREAM: "temporary unclassified mail",
  EABORT: "temporary timeout mail",
  EAUTH: "temporary login-failed server",
  ENOAUTH: "temporary login-failed server",
  EOAUTH2: "temporary login-failed server",
  EMAXLIMIT: "temporary connection-lost mail",
  EMAXRECIPIENTS: "permanent address-invalid mail",
  ESENDMAIL: "temporary configuration-error server",
  ESES: "temporary configuration-error server",
  ECONFIG: "temporary configuration-error server",
  EPROXY: "temporary connection-failed server",
  EFILEACCESS: "temporary configuration-error server",
  EURLACCESS: "temporary configuration-error server",
  EFETCH: "temporary configuration-error server",
}

describe("readServerAnswer: failures without a reply", () => {
  it("knows every code nodemailer has, and no other", () => {
    expect(Object.keys(NODEMAILER_CODES).sort()).toEqual(Object.keys(ERROR_CODES).sort())
    expect(Object.keys(ERROR_CODE_MEANINGS).sort()).toEqual(Object.keys(ERROR_CODES).sort())
  })

  it.each(Object.entries(NODEMAILER_CODES))("%s means %s", (code, meaning) => {
    expect(brief(readServerAnswer(failure({ code })))).toBe(meaning)
  })

  it.each(Object.keys(ERROR_CODES))("%s after the whole body was written is unknown", (code) => {
    const reading = readServerAnswer(failure({ code, bodyWritten: true }))
    expect([reading.outcome, reading.reason]).toEqual(["unknown", "outcome-unknown"])
  })

  it.each([
    ["ESOCKET", "ECONNREFUSED", "connection-failed"],
    ["ESOCKET", "EHOSTUNREACH", "connection-failed"],
    ["ESOCKET", "ENETUNREACH", "connection-failed"],
    ["ESOCKET", "ECONNRESET", "connection-lost"],
    ["ESOCKET", "EPIPE", "connection-lost"],
    ["ESOCKET", "ETIMEDOUT", "timeout"],
    ["ETLS", "ECONNRESET", "tls-failed"],
    ["ECONNECTION", "ENOTFOUND", "dns-failed"],
    ["EDNS", "ENOTFOUND", "dns-failed"],
    ["EDNS", "EAI_AGAIN", "dns-failed"],
    ["EDNS", "ETIMEOUT", "dns-failed"],
    ["ESOCKET", "DEPTH_ZERO_SELF_SIGNED_CERT", "tls-failed"],
    ["ESOCKET", "SELF_SIGNED_CERT_IN_CHAIN", "tls-failed"],
    ["ESOCKET", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-failed"],
    ["ESOCKET", "CERT_HAS_EXPIRED", "tls-failed"],
    ["ESOCKET", "ERR_TLS_CERT_ALTNAME_INVALID", "tls-failed"],
    ["ESOCKET", "ERR_SSL_WRONG_VERSION_NUMBER", "tls-failed"],
    ["ESOCKET", "EPROTO", "tls-failed"],
    ["ESOCKET", "ESOMETHINGNEW", "connection-lost"],
    ["ECONNREFUSED", null, "connection-failed"],
    ["ERR_ACCESS_DENIED", null, "configuration-error"],
    ["constructor", "constructor", "unclassified"],
    [null, null, "unclassified"],
  ])("%s with errno %s is temporary: %s", (code, errno, reason) => {
    expect(brief(readServerAnswer(failure({ code, errno })))).toBe(`temporary ${reason} server`)
  })

  it("keeps the error's message as the text when the server said nothing", () => {
    const { answer } = readServerAnswer(failure({ code: "ESOCKET", message: "connect ECONNREFUSED 127.0.0.1:25" }))
    expect(answer).toEqual({
      code: null,
      enhancedStatus: null,
      text: "connect ECONNREFUSED 127.0.0.1:25",
      server: "mx.example:25",
    })
  })
})

describe("readServerAnswer: replies", () => {
  it.each<[Parameters<typeof refusal>[0], string, string]>([
    // The greeting and what comes before MAIL are about us: never the end of a mail.
    ["CONN", "421 too busy", "temporary server-busy server"],
    ["CONN", "450 come back later", "temporary server-busy server"],
    ["CONN", "554 no SMTP service here", "temporary configuration-error server"],
    ["CONN", "554 5.7.1 blocked, see https://www.spamhaus.org/", "temporary spam-suspected server"],
    ["CONN", "521 does not accept mail", "temporary configuration-error server"],
    ["EHLO", "550 we do not like your name", "temporary configuration-error server"],
    ["EHLO", "421 4.3.2 shutting down", "temporary server-busy server"],
    ["STARTTLS", "454 TLS not available", "temporary tls-failed server"],
    ["STARTTLS", "501 syntax", "temporary tls-failed server"],
    ["AUTH PLAIN", "535 5.7.8 authentication failed", "temporary login-failed server"],
    ["AUTH PLAIN", "454 4.7.0 temporary authentication failure", "temporary login-failed server"],
    ["AUTH PLAIN", "534 5.7.9 stronger mechanism needed", "temporary login-failed server"],
    // 421 is never permanent, wherever it comes.
    ["MAIL FROM", "421 4.7.0 too many messages", "temporary throttled server"],
    ["RCPT TO", "421 closing", "temporary server-busy server"],
    ["DATA", "421 closing", "temporary server-busy server"],
    ["dot", "421 4.3.0 closing", "temporary server-busy server"],
    // Neither is a demand for a login, nor a session out of step.
    ["MAIL FROM", "530 5.7.0 authentication required", "temporary login-failed server"],
    ["RCPT TO", "503 bad sequence of commands", "temporary protocol-error mail"],
    // 4yz
    ["MAIL FROM", "451 4.1.8 sender domain does not resolve", "temporary sender-refused mail"],
    ["MAIL FROM", "452 4.3.1 insufficient storage", "temporary server-busy mail"],
    ["RCPT TO", "450 4.2.0 Greylisted, try again", "temporary greylisted mail"],
    ["RCPT TO", "451 4.7.1 Graylisting in action", "temporary greylisted mail"],
    ["RCPT TO", "450 mailbox busy", "temporary mailbox-unavailable mail"],
    ["RCPT TO", "452 4.2.2 mailbox full", "temporary mailbox-full mail"],
    ["RCPT TO", "452 too much mail", "temporary mailbox-full mail"],
    ["RCPT TO", "432 4.3.2 concurrent connections limit", "temporary server-busy mail"],
    ["RCPT TO", "432 slow down", "temporary throttled mail"],
    ["RCPT TO", "450 4.4.4 cannot route", "temporary domain-not-found mail"],
    ["DATA", "451 local error", "temporary server-busy mail"],
    ["dot", "451 4.3.0 try later", "temporary server-busy mail"],
    ["dot", "452 4.3.1 disk full", "temporary server-busy mail"],
    ["dot", "499 nobody knows", "temporary unclassified mail"],
    // 5yz
    ["MAIL FROM", "550 not with this sender", "permanent sender-refused mail"],
    ["MAIL FROM", "553 5.1.8 bad sender", "permanent sender-refused mail"],
    ["MAIL FROM", "552 5.3.4 too large", "permanent message-too-large mail"],
    ["MAIL FROM", "555 parameters not recognized", "permanent protocol-error mail"],
    ["RCPT TO", "550 5.1.1 user unknown", "permanent address-unknown mail"],
    ["RCPT TO", "550 no such user here", "permanent address-unknown mail"],
    ["RCPT TO", "550 rejected", "permanent mailbox-unavailable mail"],
    ["RCPT TO", "551 user not local", "permanent address-moved mail"],
    ["RCPT TO", "552 5.2.2 over quota", "permanent mailbox-full mail"],
    ["RCPT TO", "553 what is this", "permanent address-invalid mail"],
    ["RCPT TO", "550 5.2.1 disabled", "permanent mailbox-disabled mail"],
    ["RCPT TO", "554 5.7.1 relay access denied", "permanent policy-refused mail"],
    ["RCPT TO", "556 5.1.10 null MX", "permanent domain-not-found mail"],
    ["RCPT TO", "553 5.6.7 needs SMTPUTF8", "permanent smtputf8-missing mail"],
    ["DATA", "554 no valid recipients", "permanent message-refused mail"],
    ["dot", "550 5.7.1 looks like spam", "permanent spam-suspected mail"],
    ["dot", "550 5.7.26 unauthenticated", "permanent authentication-missing mail"],
    ["dot", "552 5.3.4 too large", "permanent message-too-large mail"],
    ["dot", "554 transaction failed", "permanent message-refused mail"],
    ["dot", "550 2.0.0 a confused server", "permanent message-refused mail"],
    ["dot", "599 nobody knows", "permanent unclassified mail"],
  ])("at %s: %s -> %s", (stage, response, meaning) => {
    expect(brief(readServerAnswer(refusal(stage, response)))).toBe(meaning)
  })

  it("treats a reply that is no refusal as a session out of step, and as unknown once the body was written", () => {
    expect(brief(readServerAnswer(refusal("DATA", "220 hello again")))).toBe("temporary protocol-error server")
    expect(readServerAnswer(refusal("dot", "354 go on")).outcome).toBe("unknown")
  })

  it("reads the enhanced status of a reply of several lines and keeps every word", () => {
    const response =
      "550-5.1.1 The email account that you tried\n550-5.1.1 to reach does not exist.\n550 5.1.1 see our help"
    const { answer, reason } = readServerAnswer(refusal("RCPT TO", response))
    expect(reason).toBe("address-unknown")
    expect(answer).toEqual({ code: 550, enhancedStatus: "5.1.1", text: response, server: "mx.example:25" })
  })

  it("does not take a number inside the text for an enhanced status", () => {
    const { answer, reason } = readServerAnswer(refusal("RCPT TO", "550 host 5.1.1 said no"))
    expect([answer.enhancedStatus, reason]).toEqual([null, "mailbox-unavailable"])
  })

  it("keeps the words of an acceptance, with code and enhanced status", () => {
    const answer: TransportAnswer = {
      kind: "accepted",
      response: "250 2.0.0 Ok: queued as ABC",
      server: "mx.example:25",
    }
    expect(readServerAnswer(answer)).toEqual({
      outcome: "accepted",
      reason: "accepted",
      scope: "mail",
      answer: { code: 250, enhancedStatus: "2.0.0", text: "250 2.0.0 Ok: queued as ABC", server: "mx.example:25" },
    })
  })
})

describe("readServerAnswer: enhanced status codes", () => {
  it.each(Object.entries(ENHANCED_STATUS_REASONS))(
    "X.%s is a reason of the vocabulary and follows the reply's class",
    (key, reason) => {
      const temporary = readServerAnswer(refusal("dot", `450 4.${key} words`))
      const permanent = readServerAnswer(refusal("dot", `550 5.${key} words`))
      expect(temporary).toMatchObject({ outcome: "temporary", reason, answer: { enhancedStatus: `4.${key}` } })
      expect(permanent).toMatchObject({ outcome: "permanent", reason, answer: { enhancedStatus: `5.${key}` } })
      expect(ANSWER_REASONS).toContain(reason)
    },
  )

  it.each([1, 2, 3, 4, 5, 6, 7])("an unknown detail of subject %i counts as the subject", (subject) => {
    const reading = readServerAnswer(refusal("RCPT TO", `550 5.${subject}.999 words`))
    expect(reading.reason).toBe(ENHANCED_STATUS_REASONS[`${subject}.0`])
  })

  it("falls back to the reply code for an unknown subject and for X.0.0", () => {
    expect(readServerAnswer(refusal("RCPT TO", "551 5.9.1 words")).reason).toBe("address-moved")
    expect(readServerAnswer(refusal("RCPT TO", "551 5.0.0 words")).reason).toBe("address-moved")
  })
})

describe("readServerAnswer: whatever comes", () => {
  const answers: fc.Arbitrary<Failure> = fc.record({
    kind: fc.constant("error" as const),
    code: fc.oneof(fc.constantFrom(null, ...Object.keys(ERROR_CODES)), fc.string()),
    errno: fc.option(fc.string()),
    command: fc.oneof(
      fc.constantFrom(null, "CONN", "EHLO", "AUTH PLAIN", "MAIL FROM", "RCPT TO", "DATA", "API"),
      fc.string(),
    ),
    responseCode: fc.option(fc.integer({ min: 0, max: 999 })),
    response: fc.option(fc.string()),
    message: fc.string(),
    bodyWritten: fc.boolean(),
    server: fc.option(fc.string()),
  })

  it("gives a reason of the vocabulary, is never accepted, and is permanent only for what a mail can be refused for", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const reading = readServerAnswer(answer)
        const known: readonly AnswerReason[] = ANSWER_REASONS
        expect(known).toContain(reading.reason)
        expect(reading.outcome).not.toBe("accepted")
        if (reading.outcome === "permanent") {
          expect(reading.scope).toBe("mail")
          expect(reading.answer.code).not.toBe(421)
        }
        if (reading.outcome === "temporary" && answer.bodyWritten) {
          expect(reading.answer.code).toBeGreaterThanOrEqual(400)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
