import { customerFirstName, customerName } from "../kinds/customer-name"
import { formatCalendarDay, formatIban, formatMoney } from "./format"
import { oneLine } from "./one-line"
import { orderView, type OrderView } from "./order-view"
import { safeUrl } from "./safe-url"
import { textsOf } from "./texts"
import type { GermanAddress, Language, PaymentInstructions, RenderInput } from "./types"

/**
 * What the templates of every kind are filled with: plain JSON, finished texts, every text from outside on one line.
 * Templates hold no logic beyond "is it there".
 */
export interface MailView {
  language: Language
  germanAddress: GermanAddress
  locale: string
  /** HTML's `dir`; all languages so far run from left to right. */
  direction: "ltr"
  subject: string
  shop: { name: string; url: string | null; urlLabel: string | null; footerLines: string[] }
  /** First and last name, in an informal mail the first name alone; null when the order has none. */
  customerName: string | null
  order: OrderView
  payment: PaymentView | null
  /** Content id of the payment QR code, null where there is none. */
  qrCid: string | null
  /** The shop's address, when the mail comes from another one. */
  sentOnBehalfOf: string | null
  /** The mail says at its top that it is a test. */
  testMail: boolean
}

interface PaymentView {
  accountHolder: string
  /** Grouped by four. */
  iban: string
  bic: string | null
  bank: string | null
  reference: string
  amount: string
  payableUntil: string
}

const SUBJECT_MAX_LENGTH = 150

/** @param qrCid content id of the payment QR code, when there is one */
export function mailView(input: RenderInput, qrCid: string | null): MailView {
  const { kind, language, locale, facts, branding, payment, sentOnBehalfOf } = input
  const { testMail = false, germanAddress = "formal" } = input
  const shopName = oneLine(branding.shopName)
  const url = safeUrl(branding.shopUrl)
  const texts = textsOf(language, germanAddress)
  const isInformal = language === "de" && germanAddress === "informal"
  const subject = texts(`${kind}.subject`, { number: oneLine(facts.number), shop: shopName })
  return {
    language,
    germanAddress,
    locale,
    direction: "ltr",
    subject: oneLine(testMail ? texts("test-mail.subject", { subject }) : subject, SUBJECT_MAX_LENGTH),
    shop: {
      name: shopName,
      url,
      urlLabel: url && new URL(url).host,
      footerLines: branding.footerLines.map((line) => oneLine(line)).filter((line) => line !== ""),
    },
    customerName: oneLine((isInformal ? customerFirstName(facts) : customerName(facts)) ?? "") || null,
    order: orderView(input),
    payment: payment && paymentView(payment, locale),
    qrCid,
    sentOnBehalfOf: sentOnBehalfOf === null ? null : oneLine(sentOnBehalfOf),
    testMail,
  }
}

function paymentView(payment: PaymentInstructions, locale: string): PaymentView {
  return {
    accountHolder: oneLine(payment.accountHolder),
    iban: formatIban(payment.iban),
    bic: payment.bic,
    bank: payment.bank === null ? null : oneLine(payment.bank),
    reference: oneLine(payment.reference),
    amount: formatMoney(payment.amount, payment.currency, locale),
    payableUntil: formatCalendarDay(payment.payableUntil, locale),
  }
}
