import type { AdminSettingsChange } from "./sender-settings-types"

/**
 * Export and import of all settings: types only, JSON-safe, snake_case.
 *
 * GET /admin/order-mails/settings-file -> AdminSettingsFile, as a download. No password, no key.
 */
export interface AdminSettingsFile {
  format: "medusa-order-mail-settings"
  version: 1
  exported_at: string
  /** The store-wide level, and every shop that sets something. */
  levels: {
    /** Null: the store-wide level. */
    shop: { id: string; name: string } | null
    /** Each section with the fields that are set at this level; the others are inherited. */
    sections: Record<string, Record<string, unknown>>
  }[]
}

/** POST /admin/order-mails/settings-file -> AdminSettingsFileResponse; 409 (AdminConflict) when something was saved since. */
export interface AdminSettingsFileInput {
  /** As it was exported, here or elsewhere. */
  file: unknown
  /** Default false: only look. */
  apply?: boolean
  /** The answer's `token` that the user has seen; needed to apply. */
  token?: string
}

/** One field that differs. Null: inherited, or nothing. */
export interface AdminSettingsFileChange {
  shop_id: string | null
  shop_name: string | null
  section: AdminSettingsChange["section"]
  field: string
  was: string | null
  is: string | null
}

/** Why a part of a file is not taken over. */
export type AdminNotTakenReason =
  | "shop-missing"
  | "shop-ambiguous"
  | "section-unknown"
  | "picture-missing"
  | "server-password-missing"
  | "mailbox-password-missing"

export interface AdminSettingsFileNote {
  shop_name: string | null
  section: string | null
  field: string | null
  /** In English. */
  words: string
  /** Of what is left out; null for problems. */
  reason: AdminNotTakenReason | null
}

export interface AdminSettingsFileResponse {
  changes: AdminSettingsFileChange[]
  /** As long as there are any, nothing can be applied. */
  problems: AdminSettingsFileNote[]
  /** Parts of the file that are left out, and why: secrets, pictures and shops that are not here. */
  left_out: AdminSettingsFileNote[]
  /** Stands for the file and what it was compared with. */
  token: string
  applied: boolean
}
