import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process"
import { createInterface, type Interface } from "node:readline"
import { join } from "node:path"
import { PYTHON } from "./python"

const PROGRAM = join(__dirname, "check_spf.py")

export interface PyspfVerdict {
  /** A result of RFC 7208, 2.6. */
  result: string
  /** Why, in pyspf's words. */
  words: string
}

/** pyspf in a process of its own, so that it can ask a DNS server that runs in this one. */
export class Pyspf {
  private readonly process: ChildProcessWithoutNullStreams
  private readonly lines: Interface
  private readonly waiting: { resolve: (verdict: PyspfVerdict) => void; reject: (error: Error) => void }[] = []
  private complaints = ""

  /** @param server `address:port` of the DNS server to ask */
  constructor(server: string, timeoutMs: number) {
    const [address = "", port = ""] = server.split(":")
    this.process = spawn(PYTHON, [PROGRAM, address, port, String(timeoutMs / 1000)])
    this.process.stderr.on("data", (data: Buffer) => (this.complaints += data.toString()))
    this.lines = createInterface({ input: this.process.stdout })
    this.lines.on("line", (line) => this.waiting.shift()?.resolve(JSON.parse(line) as PyspfVerdict))
    this.process.once("error", (error) => this.giveUp(error.message))
    this.process.once("close", () => this.giveUp(this.complaints || "it ended"))
  }

  check(domain: string, ip: string): Promise<PyspfVerdict> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.process.stdin.write(`${JSON.stringify({ domain, ip })}\n`)
    })
  }

  stop(): void {
    this.process.kill()
  }

  private giveUp(why: string): void {
    for (const { reject } of this.waiting.splice(0)) reject(new Error(`pyspf: ${why}`))
  }
}
