import { createServer, type AddressInfo, type Server, type Socket } from "node:net"

export type Stage = "greeting" | "EHLO" | "HELO" | "STARTTLS" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "mid-body" | "dot"

/** What to do at a stage: answer with these lines (CRLF is added), close the connection, or say nothing any more. */
export type Act = string | "drop" | "hang" | { reply: string; thenDrop: true }

export type Script = Partial<Record<Stage, Act | Act[]>>

const USUAL: Record<Stage, Act> = {
  greeting: "220 fault.example ESMTP",
  EHLO: "250-fault.example\r\n250 8BITMIME",
  HELO: "250 fault.example",
  STARTTLS: "220 go ahead",
  AUTH: "235 2.7.0 welcome",
  MAIL: "250 2.1.0 sender ok",
  RCPT: "250 2.1.5 recipient ok",
  DATA: "354 go on",
  "mid-body": "",
  dot: "250 2.0.0 queued as F4U17",
}

/** A mail server that misbehaves on command. An array gives one act to each time the stage is reached; the last stays. */
export class FaultServer {
  /** Messages whose final dot arrived, whatever was answered. */
  readonly bodies: string[] = []
  readonly commands: string[] = []
  connections = 0
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private readonly visits = new Map<Stage, number>()

  private constructor(private script: Script) {
    this.server = createServer((socket) => this.serve(socket))
  }

  static async start(script: Script = {}): Promise<FaultServer> {
    const fault = new FaultServer(script)
    await new Promise<void>((resolve) => fault.server.listen(0, "127.0.0.1", resolve))
    return fault
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** Changes how it behaves from now on. */
  behave(script: Script): void {
    this.script = script
    this.visits.clear()
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy())
    await new Promise((resolve) => this.server.close(resolve))
  }

  private nextAct(stage: Stage): Act {
    const acts = [this.script[stage] ?? USUAL[stage]].flat()
    return acts[Math.min(this.visits.get(stage) ?? 0, acts.length - 1)] ?? USUAL[stage]
  }

  private actAt(stage: Stage): Act {
    const act = this.nextAct(stage)
    this.visits.set(stage, (this.visits.get(stage) ?? 0) + 1)
    return act
  }

  private serve(socket: Socket): void {
    this.connections += 1
    this.sockets.add(socket)
    socket.on("close", () => this.sockets.delete(socket))
    socket.on("error", () => socket.destroy())
    let input = ""
    let inBody = false
    const perform = (stage: Stage): boolean => {
      const act = this.actAt(stage)
      if (act === "drop") {
        socket.destroy()
        return false
      }
      if (act === "hang") {
        socket.removeAllListeners("data")
        socket.on("data", () => undefined)
        return false
      }
      const reply = typeof act === "string" ? act : act.reply
      if (reply !== "") {
        socket.write(`${reply}\r\n`)
      }
      if (typeof act !== "string") {
        socket.end()
      }
      return typeof act === "string"
    }
    socket.on("data", (chunk) => {
      input += chunk.toString("latin1")
      for (;;) {
        if (inBody) {
          const end = input.indexOf("\r\n.\r\n")
          if (this.script["mid-body"] !== undefined && !perform("mid-body")) {
            return
          }
          if (end < 0) {
            return
          }
          this.bodies.push(input.slice(0, end))
          input = input.slice(end + 5)
          inBody = false
          if (!perform("dot")) {
            return
          }
          continue
        }
        const end = input.indexOf("\r\n")
        if (end < 0) {
          return
        }
        const line = input.slice(0, end)
        input = input.slice(end + 2)
        this.commands.push(line)
        if (!this.answer(line, socket, perform, () => (inBody = true))) {
          return
        }
      }
    })
    perform("greeting")
  }

  private answer(line: string, socket: Socket, perform: (stage: Stage) => boolean, enterBody: () => void): boolean {
    const verb = (line.split(" ", 1)[0] ?? "").toUpperCase()
    switch (verb) {
      case "EHLO":
      case "HELO":
      case "STARTTLS":
      case "AUTH":
      case "MAIL":
      case "RCPT":
        return perform(verb)
      case "DATA": {
        const act = this.nextAct("DATA")
        const goesOn = perform("DATA")
        if (goesOn && typeof act === "string" && act.startsWith("354")) {
          enterBody()
        }
        return goesOn
      }
      case "RSET":
        socket.write("250 reset\r\n")
        return true
      case "QUIT":
        socket.end("221 bye\r\n")
        return false
      default:
        socket.write("500 what?\r\n")
        return true
    }
  }
}
