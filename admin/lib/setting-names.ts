import type { AdminSenderField, AdminSenderSettings } from "../../src/api/sender-settings-types"
import type {
  AdminDunningFields,
  AdminNotice,
  AdminNoticeMode,
  AdminSettingsSection,
  AdminSettingsSections,
  AdminWordingFields,
} from "../../src/api/settings-types"
import { BRANDING_CARDS } from "./branding-fields"
import { DUNNING_CARDS } from "./dunning-fields"
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

/** Settings with a name in the locale files, by section. */
export const NAMED_SETTINGS = {
  sender: [...SENDER_FIELDS, "smtp", "archive_address", "archive_mailbox"],
  branding: Object.values(BRANDING_CARDS).flat(),
  notifications: ["notice_recipients", "notice_language", "digest_hour"],
  bank: [
    "accounts",
    "reference_pattern",
    "reference_is_creditor_reference",
    "payable_within_days",
    "prepayment_providers",
    "invoice_providers",
  ],
  wording: ["language", "german_address"],
  texts: [],
  dunning: Object.values(DUNNING_CARDS).flat(),
} as const satisfies {
  sender: readonly AdminSenderField[]
} & { [S in AdminSettingsSection]: readonly (keyof AdminSettingsSections[S])[] }

/** What the merchant can be told about; complete by its type. */
const NOTICE_NAMES: Record<AdminNotice, true> = {
  "new-order": true,
  "payment-received": true,
  "mail-failed": true,
  "mail-bounced": true,
  "mail-complained": true,
  "domain-broken": true,
}
export const NOTICES = Object.keys(NOTICE_NAMES) as AdminNotice[]

const NOTICE_MODE_NAMES: Record<AdminNoticeMode, true> = { off: true, single: true, digest: true }
export const NOTICE_MODES = Object.keys(NOTICE_MODE_NAMES) as AdminNoticeMode[]

const GERMAN_ADDRESS_NAMES: Record<AdminWordingFields["german_address"], true> = { formal: true, informal: true }
export const GERMAN_ADDRESSES = Object.keys(GERMAN_ADDRESS_NAMES) as AdminWordingFields["german_address"][]

const BUSINESS_CUSTOMER_NAMES: Record<AdminDunningFields["business_customers"], true> = { none: true, company: true }
export const BUSINESS_CUSTOMERS = Object.keys(BUSINESS_CUSTOMER_NAMES) as AdminDunningFields["business_customers"][]

/** Narrows a name to one of a list. */
export const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name)

/** What is known of a mail server; of the platform's that is the operator's to say. */
const SERVER_FIELDS: readonly SenderField[] = ["sending_hosts", "spf_include"]

/** The settings of the card "Sender" that can be set while these apply. */
export const senderFieldsOf = ({ smtp }: Pick<AdminSenderSettings, "smtp">): readonly SenderField[] =>
  SENDER_FIELDS.filter((field) => smtp.value !== null || !SERVER_FIELDS.includes(field))

export const DKIM_MODES = ["own-key", "relay-signs"] as const

/** What is only on or off, as the log has it. */
export const SWITCHED = ["true", "false"] as const
