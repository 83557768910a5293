import type { AdminMailLanguage } from "./settings-types"

/** What can be written in a text of the section "texts", and what is shipped. JSON-safe, snake_case. */
export interface AdminText {
  /** The field of the section: `<language>:<key>`. */
  id: string
  /** For example `payment-info.intro` or `order.items-total_one`. */
  key: string
  /** The first part of the key: a kind, or what several kinds have in common. */
  section: string
  /** Kinds whose mails contain it. */
  kinds: string[]
  /** It may have bold, italic, links and line breaks. Others are one line of plain text. */
  rich: boolean
  max_length: number
  placeholders: string[]
  /** Those without which the mail would lose what it is for. */
  mandatory: string[]
  /** The text of the plugin, in the form of address that the shop has chosen. */
  shipped: string
  /** The sample mail that has it, for the preview; null: the usual mail of each of its kinds. */
  sample: { kind: string; variant: string } | null
}

/** GET /admin/order-mails/texts?language=&shop_id= ; in the order of the mails. */
export interface AdminTextsResponse {
  language: AdminMailLanguage
  texts: AdminText[]
}
