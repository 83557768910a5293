import { createTransport } from "nodemailer"
import type { SendMailOptions } from "nodemailer/lib/mailer"

export interface SmtpAlone {
  /** Composes and sends `count` mails; returns mails a second. */
  run(count: number): Promise<number>
  close(): void
}

/** nodemailer alone: a pooled transport that composes and sends, as fast as it can with nothing around it. */
export function smtpAlone(port: number, parts: SendMailOptions, connections: number): SmtpAlone {
  const transporter = createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    secure: false,
    maxConnections: connections,
  })
  let sent = 0

  async function sendUntil(last: number): Promise<void> {
    while (sent < last) {
      sent += 1
      await transporter.sendMail({ ...parts, to: `customer${sent}@kunde.example` })
    }
  }

  return {
    async run(count) {
      const last = sent + count
      const start = performance.now()
      // Twice as many as there are connections, so that each has its next mail ready.
      await Promise.all(Array.from({ length: 2 * connections }, () => sendUntil(last)))
      return (count / (performance.now() - start)) * 1_000
    },
    close: () => transporter.close(),
  }
}
