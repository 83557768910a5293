/**
 * The HTTP contract of what is set per shop in "Sender and domain": types only, JSON-safe, snake_case.
 * A shop is a sales channel; `shop_id: null` is the store-wide default that shops inherit field by field.
 */

/** Where a value comes from: set for this shop, for the whole store, or in the plugin's options. */
export type AdminSettingOrigin = "shop" | "store" | "options"

/** One field: what applies, and what would apply if nothing were set at this level. */
export interface AdminSetting<T> {
  value: T
  origin: AdminSettingOrigin
  inherited: { value: T; origin: AdminSettingOrigin }
}

/** `implicit`: TLS from the first byte. `starttls`: demanded. `opportunistic`: STARTTLS where offered. */
export type AdminTlsMode = "implicit" | "starttls" | "opportunistic"

/** An own SMTP server; its password never comes back. */
export interface AdminSmtpServer {
  host: string
  port: number
  tls: AdminTlsMode
  user: string | null
  has_password: boolean
}

/** IMAP access to the archive mailbox, for people; its password is revealed on request, which is logged. */
export interface AdminArchiveMailbox {
  host: string
  user: string
  has_password: boolean
}

/** The fields that inherit, one by one. */
export interface AdminSenderSettings {
  address: AdminSetting<string>
  /** Null: the shop's name. */
  name: AdminSetting<string | null>
  /** Null: the sender's address. */
  reply_to: AdminSetting<string | null>
  /** Null: no archive. */
  archive_address: AdminSetting<string | null>
  archive_mailbox: AdminSetting<AdminArchiveMailbox | null>
  /** Null: the platform's server. Inherited as a whole, so that no password meets another host. */
  smtp: AdminSetting<AdminSmtpServer | null>
  dkim: AdminSetting<"own-key" | "relay-signs">
  /** Names or IP addresses; empty: the mail server itself. */
  sending_hosts: AdminSetting<string[]>
  /** Null: none. */
  spf_include: AdminSetting<string | null>
}

export type AdminSenderField = keyof AdminSenderSettings

export interface AdminSmtpInput {
  /** `smtp://user:password@host:587`, instead of everything else. */
  url?: string
  host?: string
  port?: number
  tls?: AdminTlsMode
  user?: string | null
  /** Missing: the stored one stays, as long as host and user are the same. */
  password?: string
}

/** POST /admin/order-mails/sender -> AdminSenderResponse. 409 when somebody saved since `version` was read. */
export interface AdminSaveSender {
  shop_id: string | null
  /** As it was read; 0 when nothing was ever saved at this level. */
  version: number
  /** Fields to set at this level; fields not named stay. */
  set?: {
    address?: string
    name?: string | null
    reply_to?: string | null
    archive_address?: string | null
    archive_mailbox?: { host: string; user: string; password?: string } | null
    smtp?: AdminSmtpInput | null
    dkim?: "own-key" | "relay-signs"
    sending_hosts?: string[]
    spf_include?: string | null
  }
  /** Fields to inherit again. */
  inherit?: AdminSenderField[]
}

/** With status 409. */
export interface AdminConflict {
  type: string
  message: string
}

/** GET /admin/order-mails/shops: the sales channels by name, and the kinds of mails, for whoever manages settings. */
export interface AdminShopsResponse {
  shops: { id: string; name: string; is_disabled: boolean; has_own_settings: boolean }[]
  kinds: { id: string; class: "critical" | "optional" }[]
}

/** POST /admin/order-mails/sender/archive-password { shop_id }; for users who may manage settings; logged. */
export interface AdminArchivePasswordResponse {
  password: string
}

/** One entry of the settings log, newest first. */
export interface AdminSettingsChange {
  id: string
  at: string
  user_id: string | null
  /** E-mail address of the user; null when there is none (any more). */
  user_email: string | null
  shop_id: string | null
  section: "sender" | "branding" | "notifications" | "bank" | "wording" | "texts" | "dunning"
  action: "set" | "inherited" | "revealed"
  field: string
  /** Secrets are masked. Null: inherited, or nothing. */
  was: string | null
  is: string | null
}

/** GET /admin/order-mails/settings/:section/log?shop_id=&field=&limit=&offset= ; `sender` is a section, too. */
export interface AdminSettingsLogResponse {
  changes: AdminSettingsChange[]
  count: number
}
