import type { z } from "@medusajs/framework/zod"
import { MERCHANT_NOTICES, type MerchantNotice, type NoticeMode } from "../../../kinds/merchant-notice"
import type { Language } from "../../../rendering/types"
import { kindFields, noticeFields, notificationsInput } from "./notifications-input"
import type { SectionDefinition } from "./section-definition"

/** The fields of the section "Notifications". */
export type NotificationFields = {
  /** Empty: where replies of the shop's customers go. */
  notice_recipients: string[]
  notice_language: Language
  /** 0 to 23, in the shop's time zone. */
  digest_hour: number
} & {
  /** Whether mails of a kind go out on their own. */
  [Field in `kind:${string}`]: boolean
} & { [Field in `notice:${MerchantNotice}`]: NoticeMode }

/** What nobody notices otherwise. Orders and payments the merchant sees in the admin, and there may be many. */
const SINGLE_BY_DEFAULT: readonly MerchantNotice[] = ["mail-failed", "mail-bounced", "mail-complained", "domain-broken"]

const DEFAULT_DIGEST_HOUR = 7

/** Which mails go out, and what the merchant is told. */
export const notificationsSection: SectionDefinition<NotificationFields> = {
  name: "notifications",
  fields: [...kindFields, ...noticeFields, "notice_recipients", "notice_language", "digest_hour"],
  // What zod knows of fields that are made of a list, TypeScript does not.
  input: notificationsInput as unknown as z.ZodType<Partial<NotificationFields>>,
  base: ({ shop }) =>
    ({
      notice_recipients: [],
      notice_language: shop.language,
      digest_hour: DEFAULT_DIGEST_HOUR,
      ...Object.fromEntries(kindFields.map((field) => [field, true])),
      ...Object.fromEntries(
        MERCHANT_NOTICES.map((notice) => [
          `notice:${notice}`,
          SINGLE_BY_DEFAULT.includes(notice) ? "single" : ("off" satisfies NoticeMode),
        ]),
      ),
    }) as unknown as NotificationFields,
  shown: (value) => (Array.isArray(value) ? value.join(", ") : String(value)),
}
