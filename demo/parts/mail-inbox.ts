import { freePort } from "./free-port"
import { readMessage, summarise, type MessageDetail, type MessageSummary } from "./inbox/read-message"
import { Rules } from "./inbox/rules"
import { startInboxSmtp } from "./inbox/smtp"
import { MessageStore, type StoredMessage } from "./inbox/store"
import { startInboxWeb } from "./inbox/web"

export type { Rule } from "./inbox/rules"
export type { MessageDetail, MessageSummary, StoredMessage }

export interface MailInbox {
  /** `smtp://127.0.0.1:<port>`, to send to. */
  smtpUrl: string
  smtpPort: number
  /** `http://localhost:<port>`, to read in. */
  webUrl: string
  webPort: number
  /** What the server answers instead of accepting. */
  rules: Rules
  /** Oldest first. */
  messages: () => readonly StoredMessage[]
  summaries: () => Promise<MessageSummary[]>
  read: (message: StoredMessage) => Promise<MessageDetail>
  clear: () => void
  stop: () => Promise<void>
}

export interface MailInboxOptions {
  /** First ports to try; the next free ones are taken. 0: any free one. */
  preferredPorts: { smtp: number; web: number }
  /** Where to keep the mails over a restart; absent: in memory only. */
  folder?: string
}

/** Starts a mail server that keeps every mail and shows it in the browser, on loopback. */
export async function startMailInbox({ preferredPorts, folder }: MailInboxOptions): Promise<MailInbox> {
  const store = new MessageStore(folder)
  const rules = new Rules()
  const smtpPort = await freePort(preferredPorts.smtp)
  const smtp = await startInboxSmtp(smtpPort, store, rules)
  const webPort = await freePort(preferredPorts.web)
  const web = await startInboxWeb(webPort, store, rules)
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    smtpPort,
    webUrl: `http://localhost:${webPort}`,
    webPort,
    rules,
    messages: () => store.list(),
    summaries: () => Promise.all(store.list().map(summarise)),
    read: readMessage,
    clear: () => {
      store.clear()
    },
    stop: async () => {
      await Promise.all([smtp.stop(), web.stop()])
    },
  }
}
