import type { OrderMailListQuery } from "../lib/order-mails-api"

/** Everything below `all` is invalidated together: one action can change a mail, its list and the counts. */
export const orderMailsQueryKeys = {
  all: ["order_mails"] as const,
  list: (query: OrderMailListQuery) => ["order_mails", "list", query] as const,
  detail: (id: string) => ["order_mails", "detail", id] as const,
  /** Outside of `all`, because the bytes of a mail never change once they exist. */
  content: (id: string) => ["order_mail_contents", id] as const,
  overview: () => ["order_mails", "overview"] as const,
  /** Outside of `all`, because no mail changes the settings. */
  sender: () => ["order_mail_sender"] as const,
}
