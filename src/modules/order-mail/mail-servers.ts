import type { SmtpOptions } from "../../delivery/smtp-options"
import type { HostGuardOptions } from "../../sender/smtp/host-guard"
import type { ResolvedOptions } from "./options"
import { smtpSettings } from "./smtp-settings"

/** Key of the server that the options name. */
export const PLATFORM_SERVER = "platform"

/** Key of the own server set for the whole store. A shop's own server has the shop's id as key. */
export const STORE_SERVER = "store"

/** What all mail servers have in common. */
interface MailServerBase {
  /** As in `order_mail.mail_server`. */
  key: string
  /** Connections, and so mails, at the same time. */
  maxConnections: number
  /** Another text whenever anything else here is another; the server is then connected to anew. */
  revision: string
}

/** The server that the options name: the operator chose it, so it may be anywhere. */
export interface PlatformMailServer extends MailServerBase {
  key: typeof PLATFORM_SERVER
  /** Null: capture mode, nothing leaves. */
  smtp: SmtpOptions | null
  guard: null
}

/** A server that a merchant typed in: connected to through the guard only. */
export interface OwnMailServer extends MailServerBase {
  /** No URL: what stands in its query could lead around the guard (`?proxy=`) or switch certificates off. */
  smtp: Omit<SmtpOptions, "url" | "connect"> & { host: string }
  guard: HostGuardOptions
}

export type MailServer = PlatformMailServer | OwnMailServer

/**
 * The own servers that are set now, read anew from the database at each call.
 * @throws when not every one can be read: mails of a server that is not in the list are held
 */
export type ListMailServers = () => Promise<OwnMailServer[]>

/** The mail server of the options. They are read at boot only, so its revision stays the same. */
export function platformMailServer({ smtp }: Pick<ResolvedOptions, "smtp">): PlatformMailServer {
  return {
    key: PLATFORM_SERVER,
    smtp: smtp ? smtpSettings(smtp) : null,
    guard: null,
    maxConnections: smtp?.maxConnections ?? 5,
    revision: "options",
  }
}
