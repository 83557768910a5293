/** Texts of mails with a name in the locale files; a plural form has the name of its text. */
export const NAMED_TEXTS = [
  "payment-info.subject",
  "payment-info.preheader",
  "payment-info.heading",
  "payment-info.intro",
  "greeting.named",
  "greeting.plain",
  "payment.open-amount",
  "payment.payable-until",
  "payment.account-holder",
  "payment.iban",
  "payment.bic",
  "payment.bank",
  "payment.reference",
  "payment.reference-hint",
  "payment.qr-alt",
  "payment.qr-hint",
  "payment.qr-bill-alt",
  "payment.qr-bill-hint",
  "order.heading",
  "order.quantity",
  "order.items-total",
  "order.credit",
  "order.total",
  "order.tax",
  "order.discount",
  "order.paid",
  "order.refunded",
  "order.open",
  "address.shared",
  "address.billing",
  "address.shipping",
  "closing.questions",
  "closing.regards",
  "footer.on-behalf",
  "footer.vat-id",
] as const

/** Texts that several kinds of mails have in common. */
export const TEXT_SECTIONS = ["greeting", "payment", "order", "address", "closing", "footer"] as const

/** Placeholders with a name in the locale files. */
export const NAMED_PLACEHOLDERS = [
  "name",
  "number",
  "date",
  "shop",
  "total",
  "amount",
  "payable_until",
  "reference",
  "iban",
  "account_holder",
  "address",
  "id",
  "pieces",
  "quantity",
  "price",
  "tax",
] as const

/** CLDR's plural categories in the languages of the mails. */
export const PLURAL_FORMS = ["one", "few", "many", "other"] as const
export type PluralForm = (typeof PLURAL_FORMS)[number]

/** "order.items-total_few" -> "order.items-total" and "few" */
export function textKeyParts(key: string): { base: string; form: PluralForm | null } {
  const form = PLURAL_FORMS.find((each) => key.endsWith(`_${each}`)) ?? null
  return { base: form ? key.slice(0, -form.length - 1) : key, form }
}
