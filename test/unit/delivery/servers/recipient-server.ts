import type { AddressInfo, Socket } from "node:net"
import { SMTPServer } from "smtp-server"

/** What the server does when it is asked about an address, or when a message has ended: a reply, or worse. */
export type Act = "ok" | "drop" | "hang" | `${4 | 5}${number} ${string}`

export interface RecipientScript {
  /** At RCPT, by address. */
  recipients?: Record<string, Act>
  /** After the final dot, by the recipients accepted. */
  message?: (recipients: string[]) => Act
}

export interface Delivered {
  recipients: string[]
  body: string
}

/** A mail server (smtp-server) that treats its recipients differently. */
export class RecipientServer {
  /** Messages that it took. */
  readonly delivered: Delivered[] = []
  /** Messages whose DATA was begun, taken or not. */
  begun = 0
  private readonly sockets = new Set<Socket>()
  private readonly server: SMTPServer

  private constructor(script: RecipientScript, pipelining: boolean) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      hidePIPELINING: !pipelining,
      onRcptTo: ({ address }, _session, reply) => this.perform(script.recipients?.[address] ?? "ok", reply),
      onData: (stream, session, reply) => {
        this.begun += 1
        const chunks: Buffer[] = []
        stream.on("data", (chunk: Buffer) => chunks.push(chunk))
        stream.on("error", () => undefined)
        stream.on("end", () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address)
          const act = script.message?.(recipients) ?? "ok"
          if (act === "ok") this.delivered.push({ recipients, body: Buffer.concat(chunks).toString("latin1") })
          this.perform(act, reply)
        })
      },
    })
    this.server.on("error", () => undefined)
    this.server.server.on("connection", (socket: Socket) => this.sockets.add(socket))
  }

  static async start(script: RecipientScript, pipelining: boolean): Promise<RecipientServer> {
    const server = new RecipientServer(script, pipelining)
    await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve))
    return server
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy())
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private perform(act: Act, reply: (error?: Error | null) => void): void {
    switch (act) {
      case "ok":
        reply()
        return
      case "drop":
        this.sockets.forEach((socket) => socket.destroy())
        return
      case "hang":
        return
      default: {
        const responseCode = Number(act.slice(0, 3))
        reply(Object.assign(new Error(act.slice(4)), { responseCode }))
        if (responseCode === 421) this.sockets.forEach((socket) => socket.end())
      }
    }
  }
}
