import type { DkimMode } from "../../../sender/dns/check-dkim"
import type { ResolvedOptions } from "../options"

/** `implicit`: TLS from the first byte. `starttls`: demanded. `opportunistic`: STARTTLS where offered. */
export const TLS_MODES = ["implicit", "starttls", "opportunistic"] as const
export type TlsMode = (typeof TLS_MODES)[number]

/** A shop's own mail server, as it is stored. */
export interface StoredSmtp {
  host: string
  port: number
  tls: TlsMode
  user: string | null
  /** Sealed. */
  password: string | null
}

/** IMAP access to the archive, for people. */
export interface StoredMailbox {
  host: string
  user: string
  /** Sealed. */
  password: string | null
}

/** The fields of the section "Sender and domain"; null is a value, a missing field is inherited. */
export interface SenderFields {
  address: string
  /** Null: the shop's name. */
  name: string | null
  /** Null: the sender's address. */
  reply_to: string | null
  archive_address: string | null
  archive_mailbox: StoredMailbox | null
  /** Null: the platform's, the one in the options. */
  smtp: StoredSmtp | null
  dkim: DkimMode
  sending_hosts: string[]
  spf_include: string | null
}

export const SENDER_FIELDS = [
  "address",
  "name",
  "reply_to",
  "archive_address",
  "archive_mailbox",
  "smtp",
  "dkim",
  "sending_hosts",
  "spf_include",
] as const satisfies (keyof SenderFields)[]

/** What the plugin's options say where nobody has set anything. */
export function senderFieldsOfOptions({ sender, archiveAddress }: ResolvedOptions): SenderFields {
  return {
    address: sender.address,
    name: sender.name ?? null,
    reply_to: sender.replyTo ?? null,
    archive_address: archiveAddress ?? null,
    archive_mailbox: null,
    smtp: null,
    dkim: sender.dkim,
    sending_hosts: sender.sendingHosts,
    spf_include: sender.spfInclude ?? null,
  }
}
