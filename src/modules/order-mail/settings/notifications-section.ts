import { z } from "@medusajs/framework/zod"
import { BUILT_IN_KINDS } from "../../../kinds/registry"
import { LANGUAGES, type Language } from "../../../rendering/types"
import type { SectionDefinition } from "./section-definition"

/** What the merchant can be told about. */
export const NOTICES = [
  "new-order",
  "payment-received",
  "mail-failed",
  "mail-bounced",
  "mail-complained",
  "domain-broken",
] as const
export type Notice = (typeof NOTICES)[number]

export const NOTICE_MODES = ["off", "single", "digest"] as const
export type NoticeMode = (typeof NOTICE_MODES)[number]

/** The fields of the section "Notifications". */
export type NotificationFields = {
  /** Empty: the shop's sender address. */
  notice_recipients: string[]
  notice_language: Language
  /** 0 to 23, in the shop's time zone. */
  digest_hour: number
} & { [Field in `kind:${string}`]: boolean } & { [Field in `notice:${Notice}`]: NoticeMode }

const kindFields = BUILT_IN_KINDS.map(({ id }) => `kind:${id}` as const)
const noticeFields = NOTICES.map((notice) => `notice:${notice}` as const)

const ON_BY_DEFAULT: readonly Notice[] = ["mail-failed", "mail-bounced", "mail-complained", "domain-broken"]

const input = z
  .strictObject({
    notice_recipients: z.array(z.string()).max(10),
    notice_language: z.enum(LANGUAGES),
    digest_hour: z.number().int().min(0).max(23),
    ...Object.fromEntries(kindFields.map((field) => [field, z.boolean()])),
    ...Object.fromEntries(noticeFields.map((field) => [field, z.enum(NOTICE_MODES)])),
  })
  .partial()

/** Which mails go out, and what the merchant is told. */
export const notificationsSection: SectionDefinition<NotificationFields> = {
  name: "notifications",
  fields: [...kindFields, ...noticeFields, "notice_recipients", "notice_language", "digest_hour"],
  input: input as z.ZodType<Partial<NotificationFields>>,
  base: ({ shop }) =>
    ({
      notice_recipients: [],
      notice_language: shop.language,
      digest_hour: 7,
      ...Object.fromEntries(kindFields.map((field) => [field, true])),
      ...Object.fromEntries(
        NOTICES.map((notice) => [`notice:${notice}`, ON_BY_DEFAULT.includes(notice) ? "single" : "off"]),
      ),
    }) as unknown as NotificationFields,
  shown: (value) => (Array.isArray(value) ? value.join(", ") : String(value)),
}
