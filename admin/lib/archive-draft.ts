import type { AdminArchiveMailbox, AdminSenderSettings } from "../../src/api/sender-settings-types"
import {
  joinChanges,
  senderChanges,
  senderDraftOf,
  settingProblem,
  type SenderChanges,
  type SenderDraft,
} from "./sender-draft"
import { isOwn, type SettingsLevel } from "./settings-level"
import { passwordStandingOf } from "./stored-password"

/** Access to the archive mailbox, which is inherited as a whole; host and user empty: none. */
export interface MailboxDraft {
  isInherited: boolean
  host: string
  user: string
  /** Empty: the stored one stays. */
  password: string
}

/** The form of the archive: where copies go, and how people get at them. */
export interface ArchiveDraft {
  address: SenderDraft<"archive_address">
  mailbox: MailboxDraft
}

export const ARCHIVE_PROBLEMS = ["addressInvalid", "hostMissing", "userMissing", "passwordMissing"] as const
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number]
export type ArchiveField = "archive_address" | "host" | "user" | "password"

/** The form as it opens. */
export function archiveDraftOf(settings: AdminSenderSettings, level: SettingsLevel): ArchiveDraft {
  const { archive_mailbox } = settings
  const own = isOwn(archive_mailbox, level)
  return {
    address: senderDraftOf(settings, level, ["archive_address"]),
    mailbox: {
      isInherited: !own,
      host: (own && archive_mailbox.value?.host) || "",
      user: (own && archive_mailbox.value?.user) || "",
      password: "",
    },
  }
}

/** What is missing or cannot be right, as far as a browser can tell. */
export function archiveProblems(
  { address, mailbox }: ArchiveDraft,
  stored: AdminArchiveMailbox | null,
): Partial<Record<ArchiveField, ArchiveProblem>> {
  const { isInherited, host, user, password } = mailbox
  const hasSome = !isInherited && [host, user, password].some((text) => text.trim() !== "")
  return {
    ...(settingProblem("archive_address", address.archive_address) ? { archive_address: "addressInvalid" } : {}),
    ...(hasSome && host.trim() === "" ? { host: "hostMissing" } : {}),
    ...(hasSome && user.trim() === "" ? { user: "userMissing" } : {}),
    ...(hasSome && password === "" && passwordStandingOf(mailbox, stored) === "lost"
      ? { password: "passwordMissing" }
      : {}),
  }
}

/** What differs between the form as it opened and as it is now. */
export const archiveChanges = (before: ArchiveDraft, now: ArchiveDraft): SenderChanges =>
  joinChanges(senderChanges(before.address, now.address), mailboxChanges(before.mailbox, now.mailbox))

function mailboxChanges(before: MailboxDraft, now: MailboxDraft): SenderChanges {
  if (JSON.stringify(before) === JSON.stringify(now)) return {}
  if (now.isInherited) return before.isInherited ? {} : { inherit: ["archive_mailbox"] }
  const host = now.host.trim()
  const user = now.user.trim()
  if (host === "" && user === "") return { set: { archive_mailbox: null } }
  return { set: { archive_mailbox: { host, user, ...(now.password === "" ? {} : { password: now.password }) } } }
}
