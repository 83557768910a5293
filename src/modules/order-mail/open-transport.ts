import { createCaptureTransport } from "../../delivery/capture-transport"
import type { SmtpTimeouts } from "../../delivery/smtp-options"
import { createSmtpTransport } from "../../delivery/smtp-transport"
import type { Transport } from "../../delivery/types"
import { guardedConnect } from "../../sender/smtp/host-guard"
import type { MailServer } from "./mail-servers"

/**
 * The transport to a mail server, through the guard where a merchant typed the server in. Without a server to send
 * through it captures.
 * @param timeouts other ones than delivery's
 * @throws Error when the server's settings name no host
 */
export function openTransport({ smtp, guard, maxConnections }: MailServer, timeouts?: SmtpTimeouts): Transport {
  if (!smtp) return createCaptureTransport()
  return createSmtpTransport({
    ...smtp,
    ...(guard ? { url: undefined, connect: guardedConnect(guard) } : {}),
    poolSize: maxConnections,
    ...(timeouts ? { timeouts } : {}),
  })
}
