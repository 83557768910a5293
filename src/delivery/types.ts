/**
 * The words of delivery. The worker takes due mails from an outbox, hands them to a transport and gives the
 * outcome back; what an outbox is made of (PostgreSQL) and what a transport is (SMTP) is not its business.
 *
 * attempt       one SMTP transaction for one mail
 * claim         taking a due mail: its row is `sending`, leased until a time, and carries a token
 * token         fencing token of one claim; an outcome written with an older token is not applied
 */
import type { OwnReason } from "../kinds/kind"
import type { AnswerReason } from "./answer-reasons"

/** RFC 5321 envelope: exactly one recipient, and where wanted a blind copy that never speaks for it. */
export interface Envelope {
  /** Return-Path, our signed bounce address. */
  from: string
  to: string
  /** The shop's archive. It gets a copy only together with the recipient, and its refusal does not matter. */
  archive?: string
}

/** What became of the blind copy for the shop's archive, once the recipient's mail was accepted. */
export interface ArchiveCopy {
  result: "accepted" | "refused"
  /** The server's words. */
  text: string
}

export interface ClaimedMail {
  id: string
  token: string
  envelope: Envelope
  /** The exact bytes of the message, as rendered and stored. */
  content: Buffer
  /** This attempt's number, counted from 1. */
  attempt: number
  /** When the first attempt began (database clock). */
  firstAttemptAt: Date
  /** When this claim was made (database clock); the worker's own clock is used where it is missing. */
  claimedAt?: Date
}

/** Structured fields of what happened in one SMTP transaction; nothing here is interpreted yet. */
export type TransportAnswer =
  | {
      kind: "accepted"
      response: string
      server: string | null
      /** Missing or null when no copy was asked for. */
      archive?: ArchiveCopy | null
    }
  | {
      kind: "error"
      /** nodemailer's code (nodemailer/lib/errors) or Node's errno name. */
      code: string | null
      /** Node's errno or TLS error name under nodemailer's code, for example ECONNREFUSED under ESOCKET. */
      errno: string | null
      /** The SMTP command that failed: CONN, EHLO, STARTTLS, AUTH…, MAIL FROM, RCPT TO, DATA; API for our own side. */
      command: string | null
      /** SMTP reply code. */
      responseCode: number | null
      /** The server's own words, possibly several lines. */
      response: string | null
      message: string
      /** True when the whole body, final dot included, had been written: the server may have taken the mail. */
      bodyWritten: boolean
      server: string | null
    }

export interface Answer {
  /** SMTP reply code, null when the server gave none. */
  code: number | null
  /** Enhanced status code, RFC 3463. */
  enhancedStatus: string | null
  text: string
  server: string | null
}

/** What an answer means for the mail. */
export interface Reading {
  outcome: "accepted" | "temporary" | "permanent" | "unknown"
  reason: AnswerReason
  /**
   * `server`: the trouble is with reaching or using the server, so any other mail would meet it now, too.
   * `mail`: the answer is about this mail.
   */
  scope: "server" | "mail"
  answer: Answer
  /** Present when the mail was accepted and a copy was asked for. */
  archive?: ArchiveCopy
}

/**
 * Beside the server's reasons: `retries-exhausted` the last try was used up, `capture-mode` nothing leaves,
 * `process-stopped` the worker was stopped and gave the mail back without having begun to send it, `content-damaged`
 * what was stored cannot be read any more.
 */
export type OutcomeReason = AnswerReason | "retries-exhausted" | "capture-mode" | "process-stopped" | "content-damaged"

/** What becomes of the mail; written to its row and timeline in one transaction. */
export interface Outcome {
  mailId: string
  token: string
  state: "sent" | "deferred" | "failed" | "held" | "skipped"
  /** One of our own side only after a last look. */
  reason: OutcomeReason | OwnReason
  answer: Answer | null
  /** Seconds from now (database clock) until the next attempt; only for `deferred`. */
  retryInSeconds: number | null
  /** Present when the mail was accepted and a copy was asked for. */
  archive?: ArchiveCopy
  /** Present when a last look decided, so that no transaction was begun and the claim was no attempt. */
  lastLook?: { detail: string | null }
}

export interface Outbox {
  /** Claims up to `limit` due mails, oldest first; commits before it returns. */
  claimDue(limit: number): Promise<ClaimedMail[]>
  /** Applies outcomes whose token is still the row's; returns the ids of those applied. Commits before it returns. */
  recordOutcomes(outcomes: Outcome[]): Promise<string[]>
  /** Extends the leases of mails still in the worker's hands. */
  renewLeases(claims: { mailId: string; token: string }[]): Promise<void>
  /** Milliseconds until the next mail is due; 0 when one is due now, null when none waits. */
  nextDueInMs(): Promise<number | null>
}

export interface Transport {
  readonly mode: "smtp" | "capture"
  /** Never throws: a failure is an answer, too. `id` is the mail's id, given to the server where it reports by id. */
  send(mail: { id?: string; envelope: Envelope; content: Buffer }): Promise<TransportAnswer>
  /** Lets the transactions under way end, then closes the connections. */
  close(): Promise<void>
}
