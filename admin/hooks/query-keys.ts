import type { OrderMailListQuery } from "../lib/order-mails-api"
import type { StopsOf, UpcomingQuery } from "../lib/dunning-api"
import type { SectionName } from "../lib/section-names"
import type { SettingsLogQuery, SettingsQuery } from "../lib/settings-api"
import type { ShopId } from "../lib/shop-id"
import type { TextsQuery } from "../lib/texts-api"

/** Everything below `all` is invalidated together: one action can change a mail, its list and the counts. */
export const orderMailsQueryKeys = {
  all: ["order_mails"] as const,
  list: (query: OrderMailListQuery) => ["order_mails", "list", query] as const,
  detail: (id: string) => ["order_mails", "detail", id] as const,
  /** What comes next changes with every mail, and the other way round. */
  dunning: (orderId: string) => ["order_mails", "dunning", orderId] as const,
  stops: (of: StopsOf) => ["order_mails", "dunning_stops", of] as const,
  upcoming: (query: UpcomingQuery) => ["order_mails", "upcoming", query] as const,
  /** Outside of `all`, because the bytes of a mail never change once they exist. */
  content: (id: string) => ["order_mail_contents", id] as const,
  overview: () => ["order_mails", "overview"] as const,
  /** Outside of `all`, because no mail changes the settings. */
  sender: (shopId: ShopId) => ["order_mail_sender", shopId] as const,
  settingsOf: (section: SectionName) => ["order_mail_settings", section] as const,
  settings: ({ section, shop_id, language }: SettingsQuery) =>
    ["order_mail_settings", section, shop_id, language ?? null] as const,
  /** Below the texts' settings, because these are what they can be set to. */
  texts: ({ shop_id, language }: TextsQuery) => ["order_mail_settings", "texts", "rules", shop_id, language] as const,
  /** Whatever an import of settings can change. */
  everySetting: [
    ["order_mail_settings"],
    ["order_mail_sender"],
    ["order_mail_settings_log"],
    ["order_mail_shops"],
  ] as const,
  shops: () => ["order_mail_shops"] as const,
  settingsLogs: ["order_mail_settings_log"] as const,
  settingsLog: (query: SettingsLogQuery) => ["order_mail_settings_log", query] as const,
}
