import type { Socket } from "node:net"
import { SMTPServer, type SMTPServerSession } from "smtp-server"
import type { Answer, Rules, Stage } from "./rules"
import type { MessageStore } from "./store"

type Callback = (error?: Error | null) => void

/** An SMTP server on loopback that accepts every mail, except where the rules say otherwise. */
export interface InboxSmtp {
  port: number
  stop: () => Promise<void>
}

export async function startInboxSmtp(port: number, store: MessageStore, rules: Rules): Promise<InboxSmtp> {
  const sockets = new Map<number, Socket>()

  /** Does what the rules say, or calls `usual`. */
  const follow = async (
    stage: Stage,
    session: SMTPServerSession,
    recipients: string[],
    done: Callback,
    usual: () => void,
  ) => {
    const answer = await rules.answer(stage, recipients)
    if (!answer) usual()
    else if (answer.type === "drop") sockets.get(session.remotePort)?.destroy()
    else done(refusal(answer))
  }
  const recipientsOf = (session: SMTPServerSession) => session.envelope.rcptTo.map(({ address }) => address)

  const server = new SMTPServer({
    name: "inbox.example",
    banner: "Inbox of the demo",
    // No certificate that anybody could check on loopback; whoever logs in may.
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onAuth: (_auth, _session, done) => {
      done(null, { user: "anybody" })
    },
    size: 25 * 1024 * 1024,
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, done) => void follow("connect", session, [], done, done),
    onMailFrom: (_address, session, done) => void follow("mail", session, [], done, done),
    onRcptTo: ({ address }, session, done) =>
      void follow("rcpt", session, [...recipientsOf(session), address], done, done),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      const recipients = recipientsOf(session)
      stream.once("data", () => void follow("body", session, recipients, done, () => undefined))
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.once("end", () => {
        void follow("message", session, recipients, done, () => {
          const { mailFrom } = session.envelope
          const message = store.add({ from: mailFrom ? mailFrom.address : "", to: recipients }, Buffer.concat(chunks))
          // smtp-server sends the text of a null error's second argument as its reply.
          ;(done as (error: null, text: string) => void)(null, `2.0.0 Ok: queued as ${message.id}`)
        })
      })
    },
  })
  // A client that goes away in the middle of a transaction is not worth a crash.
  server.on("error", () => undefined)
  server.server.on("connection", (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once("close", () => sockets.delete(remotePort))
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    port,
    stop: () => {
      rules.remove()
      for (const socket of sockets.values()) socket.destroy()
      return new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function refusal({ code, text }: Answer & { type: "reply" }): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
