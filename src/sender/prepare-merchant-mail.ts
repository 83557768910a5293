import type { NoticeMail } from "../kinds/merchant-notice"
import { renderNotice } from "../rendering/render-notice"
import type { Language } from "../rendering/types"
import type { PendingNotice } from "./plan-merchant-mails"
import { prepareMail, type SendingSettings } from "./prepare-mail"
import type { ShopSettings } from "./prepare-order-mail"
import { NOT_WRITTEN, type PreparedMail } from "./prepared-mail"

/** A mail to the merchant that is to be made. */
export interface MerchantMailRequest {
  mailId: string
  kind: NoticeMail
  shop: { id: string | null; name: string }
  /** As typed. */
  recipient: string
  language: Language
  /** At least one, oldest first; `url` says where each is to be looked at. */
  notices: readonly (PendingNotice & { url: string | null })[]
  now: Date
}

/**
 * Notices and settings in, complete row and bytes out, as {@link prepareMail}. It is from the shop's own sender: what
 * reaches the merchant reaches customers. It goes to no archive, which is for what customers were sent.
 */
export async function prepareMerchantMail(
  request: MerchantMailRequest,
  settings: SendingSettings & Pick<ShopSettings, "branding" | "timeZone">,
): Promise<PreparedMail> {
  const { mailId, kind, shop, recipient, language, notices, now } = request
  // A digest may tell of many orders, and stands with none of them.
  const only = kind === "merchant-notice" ? notices[0] : undefined
  const occurrence = `notice-${notices.at(-1)?.id ?? ""}`
  return prepareMail(
    {
      unsent: {
        ...NOT_WRITTEN,
        id: mailId,
        order_id: only?.order_id ?? null,
        order_number: only?.facts.order_number ?? null,
        shop_id: shop.id,
        shop_name: shop.name,
        kind,
        level: null,
        occurrence,
        // Every recipient gets a mail of their own.
        idempotency_key: [occurrence, kind, recipient].join(":"),
        state: "skipped",
        recipient,
        recipient_name: null,
        language,
        currency_code: null,
        amount_open: null,
        resend_of: null,
      },
      language,
      now,
      render: () => renderNotice({ kind, language, timeZone: settings.timeZone, branding: settings.branding, notices }),
    },
    { ...settings, archiveAddress: null },
  )
}
