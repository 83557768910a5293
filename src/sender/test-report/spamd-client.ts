import { connect } from "node:net"

export interface SpamdServer {
  host: string
  port: number
}

export type SpamdAnswer =
  | {
      outcome: "scored"
      score: number
      /** What spamd calls spam from this score on. */
      threshold: number
      /** Names of the rules that matched. */
      rules: string[]
    }
  /** `problem`: Node's error code, a status of spamd (EX_UNAVAILABLE …), TIMEOUT, or PROTOCOL for an answer that is none. */
  | { outcome: "unanswered"; problem: string }

/** spamd may look up names in block lists; it gives up on those by itself within 15 s. */
const TIMEOUT_MS = 20_000

/** An answer is a few lines and a list of rule names. */
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Asks SpamAssassin's spamd what it thinks of a message: the request SYMBOLS of its protocol SPAMC/1.5
 * (spamd/PROTOCOL in SpamAssassin's source). Nothing kept speaks it on npm, and it is one request.
 *
 * Never throws: what went wrong is in the answer.
 */
export function askSpamd({ host, port }: SpamdServer, message: Buffer, timeoutMs = TIMEOUT_MS): Promise<SpamdAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const timer = setTimeout(() => settle(unanswered("TIMEOUT")), timeoutMs)
    const chunks: Buffer[] = []
    let received = 0

    function settle(answer: SpamdAnswer) {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }

    socket.on("connect", () => {
      socket.write(`SYMBOLS SPAMC/1.5\r\nContent-length: ${message.length}\r\n\r\n`)
      // The end of our side: spamd does not wait for more.
      socket.end(message)
    })
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length
      if (received > MAX_ANSWER_BYTES) settle(unanswered("PROTOCOL"))
      else chunks.push(chunk)
    })
    socket.on("end", () => settle(readSpamdAnswer(Buffer.concat(chunks).toString("latin1"))))
    socket.on("error", (error: NodeJS.ErrnoException) => settle(unanswered(error.code ?? "EUNKNOWN")))
  })
}

const unanswered = (problem: string): SpamdAnswer => ({ outcome: "unanswered", problem })

/** @param answer status line, header fields, and after an empty line the names of the rules, separated by commas */
export function readSpamdAnswer(answer: string): SpamdAnswer {
  const [status] = /^SPAMD\/[\d.]+ (\d+) (\S+)/.exec(answer)?.slice(1) ?? []
  if (status === undefined) return unanswered("PROTOCOL")
  if (status !== "0") return unanswered(/^SPAMD\/\S+ \d+ (\w+)/.exec(answer)?.[1] ?? "PROTOCOL")
  const scored = /^Spam: *\w+ *; *(-?\d+(?:\.\d+)?) *\/ *(-?\d+(?:\.\d+)?) *\r?$/im.exec(answer)
  if (!scored) return unanswered("PROTOCOL")
  const body = /\r?\n\r?\n([\s\S]*)$/.exec(answer)?.[1] ?? ""
  const rules = body.split(/[\s,]+/).filter((name) => /^[A-Z0-9_]+$/i.test(name))
  return { outcome: "scored", score: Number(scored[1]), threshold: Number(scored[2]), rules }
}
