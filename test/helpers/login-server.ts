import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

export interface LoginServer {
  port: number
  close: () => Promise<void>
}

/** A real SMTP server on loopback without TLS that takes mails from one user only. */
export async function startLoginServer(user: string, password: string): Promise<LoginServer> {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (login, _session, done) =>
      login.username === user && login.password === password
        ? done(null, { user })
        : done(new Error("5.7.8 Authentication credentials invalid")),
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.server.address() as AddressInfo
  return { port, close: () => new Promise((closed) => server.close(closed)) }
}
