import type { SettingsSection } from "./sections"
import type { StoredMailbox, StoredSmtp } from "./sender-fields"

/** Why a part of a file is not taken over, in words. */
export const NOT_TAKEN = {
  "shop-missing": "there is no sales channel of this id or name here",
  "section-unknown": "this version knows no such section",
  "shop-ambiguous": "several sales channels have this name here, or another shop of the file is this one",
  "picture-missing": "the picture is not here; upload it in the branding",
  "server-password-missing": "its password is not in the file; type the mail server in",
  "mailbox-password-missing": "its password is not in the file; type the mailbox in",
} as const
export type NotTakenReason = keyof typeof NOT_TAKEN

/** Why a value of the file cannot be taken over: what it needs is not in the file, and not here. */
export function whatIsNotHere(
  section: SettingsSection,
  field: string,
  value: unknown,
  stored: Record<string, unknown>,
  pictures: ReadonlySet<string>,
): NotTakenReason | null {
  if (value === null || typeof value !== "object") return null
  if (section === "branding" && field === "header_image")
    return "file_id" in value && pictures.has(String(value.file_id)) ? null : "picture-missing"
  if (section !== "sender") return null
  if (field === "smtp" && "user" in value && value.user !== null) {
    const own = stored.smtp as StoredSmtp | null | undefined
    const isSame = own && "host" in value && own.user === value.user && own.host === value.host
    return isSame ? null : "server-password-missing"
  }
  if (field === "archive_mailbox") {
    const own = stored.archive_mailbox as StoredMailbox | null | undefined
    const isSame = own && "user" in value && "host" in value && own.user === value.user && own.host === value.host
    return isSame ? null : "mailbox-password-missing"
  }
  return null
}
