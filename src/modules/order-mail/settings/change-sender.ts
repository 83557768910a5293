import { isDeepStrictEqual } from "node:util"
import { mask } from "../../../sender/secrets/masked-secret"
import type { SettingsSecret } from "../secret-places"
import type { SettingsNote } from "../queries/save-settings"
import type { SenderInput } from "./sender-input"
import { SENDER_FIELDS, type SenderFields, type StoredMailbox, type StoredSmtp } from "./sender-fields"

/** Seals a secret for the level and field it is stored in; see SecretBox. */
export type Seal = (secret: string, field: SettingsSecret) => string

/** What was typed, checked, with secrets sealed. */
export interface SenderChange {
  set: Partial<SenderFields>
  inherit: readonly (keyof SenderFields)[]
}

/** Applies a change to what a level sets, and tells what it changed. */
export function changeSender(
  fields: Partial<SenderFields>,
  { set, inherit }: SenderChange,
): { fields: Partial<SenderFields>; notes: SettingsNote[] } {
  const next: Partial<SenderFields> = { ...fields, ...set }
  for (const name of inherit) delete next[name]
  const notes = SENDER_FIELDS.flatMap((field): SettingsNote[] => {
    // PostgreSQL keeps the parts of an object in an order of its own.
    if (isDeepStrictEqual(fields[field], next[field])) return []
    const action = next[field] === undefined ? "inherited" : "set"
    return [{ action, field, was: shownSenderField(fields[field]), is: shownSenderField(next[field]) }]
  })
  return { fields: next, notes }
}

/** A mailbox keeps its password while it stays with the same host and user. */
export function mailboxToStore(
  typed: NonNullable<SenderInput["archive_mailbox"]>,
  stored: StoredMailbox | null | undefined,
  seal: Seal,
): StoredMailbox {
  const host = typed.host.toLowerCase()
  if (typed.password) return { host, user: typed.user, password: seal(typed.password, "archive_password") }
  const isSame = stored?.host === host && stored.user === typed.user
  return { host, user: typed.user, password: isSame ? stored.password : null }
}

/** As the log shows it: never a secret, nor whether a new one is like the old one. */
export function shownSenderField(value: SenderFields[keyof SenderFields] | undefined): string | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.join(", ")
  if (typeof value === "string") return value
  return isSmtp(value) ? shownServer(value) : `${value.user} @ ${value.host}${passwordMark(value.password)}`
}

function isSmtp(value: StoredSmtp | StoredMailbox): value is StoredSmtp {
  return "port" in value
}

function shownServer({ host, port, tls, user, password }: StoredSmtp): string {
  return `${user === null ? "" : `${user} @ `}${host}:${port} (${tls})${passwordMark(password)}`
}

function passwordMark(password: string | null): string {
  const masked = mask(password)
  return masked === null ? "" : `, ${masked}`
}
