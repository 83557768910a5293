import type { AdminSetting } from "./sender-settings-types"

/**
 * The HTTP contract of the settings other than "Sender and domain": types only, JSON-safe, snake_case. A shop is a
 * sales channel; `shop_id: null` is the store-wide default that shops inherit field by field.
 */

/** Languages of the customers' mails. */
export type AdminMailLanguage = "de" | "en" | "fr" | "it" | "es" | "nl" | "pl"

/** A picture that was uploaded through Medusa's File module. */
export interface AdminHeaderImage {
  /** Of Medusa's File module. */
  file_id: string
  /** Absolute http(s) address. */
  url: string
  /** Pixels of the file. */
  width: number
  height: number
  /** Of the server that has checked and stored the picture, which saving demands; hand it back as it came. */
  proof: string
}

/** POST /admin/order-mails/branding/header-image, a form with the picture as `file` */
export interface AdminHeaderImageResponse {
  header_image: AdminHeaderImage
}

/** Lists of fonts that are there without loading any: what each stands for is said in src/rendering/shared/font-stacks.ts. */
export type AdminMailFont = "system" | "arial" | "verdana" | "tahoma" | "trebuchet" | "georgia" | "times" | "courier"

export interface AdminBrandingFields {
  /** As customers know it; in every mail. */
  shop_name: string
  /** http(s); null: no link. */
  shop_url: string | null
  /** Null: the shop's name as text. */
  header_image: AdminHeaderImage | null
  /** CSS pixels, 40 to 552. */
  logo_width: number
  /** `#rrggbb`, as all colours. */
  color_background: string
  color_card: string
  color_text: string
  color_primary: string
  color_button_text: string
  font: AdminMailFont
  /** CSS pixels, 0 to 24. */
  corner_radius: number
  legal_company: string | null
  /** Several lines. */
  legal_address: string | null
  /** Register court and number. */
  legal_register: string | null
  legal_vat_id: string | null
  /** Further lines under every mail. */
  footer_lines: string[]
}

/** Where money goes to. */
export interface AdminBankAccount {
  /** ISO 4217, upper case; null: orders in every currency that no other account is for. */
  currency: string | null
  account_holder: string
  /** Electronic format, without blanks. */
  iban: string
  bic: string | null
  bank: string | null
  /** Structured address of the holder, which a Swiss QR-bill demands; null: no QR-bill. */
  address: {
    street: string
    house_number: string | null
    postal_code: string
    city: string
    /** ISO 3166-1 alpha-2, upper case. */
    country_code: string
  } | null
}

export interface AdminBankFields {
  /** At most one a currency. */
  accounts: AdminBankAccount[]
  /**
   * Payment reference: text with `{{order_number}}` and `{{customer_number}}`, or an ISO 11649 creditor reference (RF…)
   * made of what the text gives.
   */
  reference_pattern: string
  reference_is_creditor_reference: boolean
  /** Days after the order. */
  payable_within_days: number
  /** Payment providers that mean bank transfer before delivery. */
  prepayment_providers: string[]
  /** Payment providers that mean purchase on invoice. In neither list: neither. */
  invoice_providers: string[]
}

/** GET /admin/order-mails/payment-providers */
export interface AdminPaymentProvidersResponse {
  /** By id. One that is not enabled is not installed any more. */
  payment_providers: { id: string; is_enabled: boolean }[]
}

export type AdminNoticeMode = "off" | "single" | "digest"

/** What the merchant can be told about. */
export type AdminNotice =
  "new-order" | "payment-received" | "mail-failed" | "mail-bounced" | "mail-complained" | "domain-broken"

export type AdminNotificationFields = {
  /** Addresses that notifications for the merchant go to; empty: the reply-to address, or else the sender's. */
  notice_recipients: string[]
  notice_language: AdminMailLanguage
  /** Hour of the day, 0 to 23, in the shop's time zone. */
  digest_hour: number
} & {
  /** Whether mails of a kind go out on their own, for example `kind:payment-info`. */
  [Field in `kind:${string}`]: boolean
} & {
  /** For example `notice:new-order`. */
  [Field in `notice:${AdminNotice}`]: AdminNoticeMode
}

export interface AdminWordingFields {
  /** Of a mail whose order tells none. */
  language: AdminMailLanguage
  /** Sie or du. */
  german_address: "formal" | "informal"
}

/**
 * The merchant's own words, by `<language>:<key>`, for example `en:payment-info.subject`. Text with `{{placeholders}}`;
 * markup is src/rendering's (bold, italic, link, line break). What is not set is the text that is shipped.
 */
export type AdminTextFields = Record<string, string>

/** One mail of a dunning plan (src/dunning/dunning-plan.ts says what each field means). */
export interface AdminDunningStep {
  kind: "payment-info" | "payment-reminder" | "dunning"
  level: number
  from: "order" | "due" | "previous"
  days: number
  payable_within_days: number | null
  fees: { currency: string; consumer: string; business: string }[]
  interest: boolean
  offers_cancellation: boolean
  copy_to_merchant: boolean
  wait_for_approval: boolean
}

export interface AdminDunningFields {
  prepayment_active: boolean
  prepayment_steps: AdminDunningStep[]
  /** Days after the order; null: never. */
  prepayment_cancel_after_days: number | null
  invoice_active: boolean
  invoice_steps: AdminDunningStep[]
  /** Orders placed before this day are left alone, `YYYY-MM-DD`; null: those before the installation. */
  not_before: string | null
  minimum_distance_days: number
  /** Open amounts below are not reminded of; at most one a currency (ISO 4217, upper case), decimal strings. */
  minimum_amounts: { currency: string; amount: string }[]
  /** ISO 8601: 1 is Monday. */
  sending_weekdays: number[]
  /** Hours in the shop's time zone, the second not included. */
  sending_from_hour: number
  sending_until_hour: number
  /** ISO 3166-1 alpha-2, upper case; null: public holidays are days like any other. */
  holiday_country: string | null
  /** ISO 3166-2 without the country; null: holidays of the whole country only. */
  holiday_state: string | null
  /** `company`: who names a company in the billing address is a business; `none`: all are consumers. */
  business_customers: "none" | "company"
  /** Ask businesses for the flat fee of the law (EUR 40, section 288 (5) BGB). */
  flat_fee: boolean
  /** Base rate, section 247 BGB, the oldest first; percent as decimal strings. */
  base_rates: { from: string; percent: string }[]
}

/** GET /admin/order-mails/holiday-regions?language=de: whose public holidays are known; names of states in the language where known. */
export interface AdminHolidayRegionsResponse {
  /** ISO 3166-1 alpha-2; states by what follows the country in ISO 3166-2, none where holidays do not differ by state. */
  holiday_regions: { country_code: string; states: { code: string; name: string }[] }[]
}

/** What a section's fields hold. */
export interface AdminSettingsSections {
  branding: AdminBrandingFields
  notifications: AdminNotificationFields
  bank: AdminBankFields
  wording: AdminWordingFields
  texts: AdminTextFields
  dunning: AdminDunningFields
}

export type AdminSettingsSection = keyof AdminSettingsSections

/** GET /admin/order-mails/settings/:section?shop_id=[&language=, texts only] */
export interface AdminSettingsResponse<Section extends AdminSettingsSection = AdminSettingsSection> {
  settings: {
    section: Section
    shop_id: string | null
    /** How often this level was saved. */
    version: number
    fields: { [Field in keyof AdminSettingsSections[Section]]: AdminSetting<AdminSettingsSections[Section][Field]> }
  }
}

/**
 * POST /admin/order-mails/settings/:section -> AdminSettingsResponse. 409 (AdminConflict) when somebody saved since
 * `version` was read; 400 with a message `<field>: what is wrong and what it takes`.
 */
export interface AdminSaveSettings<Section extends AdminSettingsSection = AdminSettingsSection> {
  shop_id: string | null
  /** As it was read; 0 when nothing was ever saved at this level. */
  version: number
  /** Fields to set at this level; fields not named stay. */
  set?: Partial<AdminSettingsSections[Section]>
  /** Fields to inherit again. */
  inherit?: (keyof AdminSettingsSections[Section] & string)[]
}

/** Sections as they are typed and not saved yet, to look at. */
export type AdminSettingsDrafts = { [Section in AdminSettingsSection]?: Partial<AdminSettingsSections[Section]> }

/** POST /admin/order-mails/preview: a mail as it would be made now; nothing is stored or sent. */
export interface AdminPreviewInput {
  kind: string
  /** One of the kind's `variants`, for example `level-2` or `partial`; null or missing: its usual mail. */
  variant?: string | null
  shop_id: string | null
  /** Null or missing: the order's; with a sample order the shop's. */
  language?: AdminMailLanguage | null
  /** Null or missing: a sample order. */
  order_id?: string | null
  /** Put over what is saved at this level. */
  drafts?: AdminSettingsDrafts
}

export interface AdminPreviewResponse {
  subject: string
  /** Pictures that the mail carries stand in it as `data:` addresses. */
  html: string
  text: string
  language: AdminMailLanguage
  /** Null: there is no address to send from. */
  from: { name: string; address: string } | null
  reply_to: string | null
}
