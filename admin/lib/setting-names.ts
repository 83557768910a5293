import type { AdminSenderField, AdminSenderSettings } from "../../src/api/sender-settings-types"
import type { TextSetting } from "./sender-draft"

/** Settings that have a sentence for "nothing". */
export const EMPTY_SETTINGS = [
  "name",
  "reply_to",
  "sending_hosts",
  "spf_include",
  "archive_address",
] as const satisfies readonly TextSetting[]

/** The settings of the card "Sender", in its order. */
export const SENDER_FIELDS = [
  "address",
  "name",
  "reply_to",
  "dkim",
  "sending_hosts",
  "spf_include",
] as const satisfies readonly TextSetting[]
export type SenderField = (typeof SENDER_FIELDS)[number]

/** Settings with a name in the locale files. */
export const NAMED_SETTINGS = [
  ...SENDER_FIELDS,
  "smtp",
  "archive_address",
  "archive_mailbox",
] as const satisfies readonly AdminSenderField[]

/** What is known of a mail server; of the platform's that is the operator's to say. */
const SERVER_FIELDS: readonly SenderField[] = ["sending_hosts", "spf_include"]

/** The settings of the card "Sender" that can be set while these apply. */
export const senderFieldsOf = ({ smtp }: Pick<AdminSenderSettings, "smtp">): readonly SenderField[] =>
  SENDER_FIELDS.filter((field) => smtp.value !== null || !SERVER_FIELDS.includes(field))

export const DKIM_MODES = ["own-key", "relay-signs"] as const
