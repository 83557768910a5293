import { MERCHANT_NOTICES, type MerchantNotice, type NoticeFacts } from "../../../src/kinds/merchant-notice"
import { sampleInput } from "../../../src/rendering/sample-input"
import type { NoticeToTell } from "../../../src/rendering/notice-view"
import type { NoticeInput } from "../../../src/rendering/render-notice"
import type { Language } from "../../../src/rendering/types"

const ORDER: NoticeFacts = {
  order_number: "1042",
  customer_name: "Jördis Petersen",
  customer_address: "joerdis.petersen@example.com",
  amount: "161.95",
  currency_code: "eur",
}
const MAIL: NoticeFacts = {
  order_number: "1042",
  customer_name: "Jördis Petersen",
  recipient: "joerdis.petersen@example.com",
  mail_kind: "payment-info",
  reason: "address-unknown",
  detail: "550 5.1.1 <joerdis.petersen@example.com>: Recipient address rejected: User unknown",
}

const FACTS: Record<MerchantNotice, NoticeFacts> = {
  "new-order": ORDER,
  "payment-received": ORDER,
  "mail-failed": MAIL,
  "mail-bounced": MAIL,
  "mail-complained": MAIL,
  "domain-broken": { domain: "nordlicht.example", sender_reason: "spf-fails" },
}

/** One notice of each sort, all of them filled. */
export function sampleNotice(notice: MerchantNotice, facts: NoticeFacts = FACTS[notice]): NoticeToTell {
  return { notice, at: new Date("2026-07-31T09:24:00Z"), facts, url: "https://shop.example/app/orders/order_1" }
}

export function sampleNoticeInput(
  kind: NoticeInput["kind"],
  language: Language,
  notices: readonly NoticeToTell[] = MERCHANT_NOTICES.map((notice) => sampleNotice(notice)),
): NoticeInput {
  const { branding, timeZone } = sampleInput("payment-info", language)
  return { kind, language, timeZone, branding, notices }
}
