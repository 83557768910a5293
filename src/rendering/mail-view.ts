import { customerFirstName, customerName } from "../kinds/customer-name"
import { brandingView, type BrandingView } from "./branding-view"
import { formatCalendarDay, formatIban, formatMoney } from "./format"
import { oneLine } from "./one-line"
import { occasionView, type OccasionView } from "./occasion-view"
import { orderView, type OrderView } from "./order-view"
import { printedReference } from "./qr-reference"
import { isSwissIban } from "./shared/iban"
import { say, type Speech, type Values } from "./say"
import { SWISS_PICTURE_WIDTH } from "./swiss-cross"
import type { DemandPlaceholder, OrderPlaceholder, PaymentPlaceholder } from "./text-catalog"
import type { PaymentInstructions, RenderInput } from "./types"
import { wordingOf } from "./wording"

/**
 * What the templates of every kind are filled with: plain JSON, finished texts, every text from outside on one line.
 * Templates hold no logic beyond "is it there".
 */
export interface MailView extends Speech, OccasionView {
  locale: string
  /** HTML's `dir`; all languages so far run from left to right. */
  direction: "ltr"
  subject: string
  shop: BrandingView
  /** First and last name, in an informal mail the first name alone; null when the order has none. */
  customerName: string | null
  order: OrderView
  payment: PaymentView | null
  /** Content id of the payment QR code, null where there is none. */
  qrCid: string | null
  /** The code is that of a Swiss QR-bill. */
  qrIsSwiss: boolean
  /** CSS pixels a side. */
  qrWidth: number
  /** The shop's address, when the mail comes from another one. */
  sentOnBehalfOf: string | null
  /** The mail says at its top that it is a test. */
  testMail: boolean
  /** The mail says at its top that it is a copy of the one to this address. */
  copyOf: string | null
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
const QR_WIDTH = 180

/** @param qrCid content id of the payment QR code, when there is one */
export function mailView(input: RenderInput, qrCid: string | null): MailView {
  const { kind, language, locale, facts, branding, sentOnBehalfOf } = input
  const { testMail = false, copyOf = null, germanAddress = "formal" } = input
  const isInformal = language === "de" && germanAddress === "informal"
  const shop = brandingView(branding)
  const name = oneLine((isInformal ? customerFirstName(facts) : customerName(facts)) ?? "") || null
  const order = orderView(input)
  const payment = input.payment && paymentView(input.payment, locale)
  const occasion = occasionView(input)
  const { demand, received, refund, overpaid } = occasion
  const ownTexts = input.texts && Object.keys(input.texts).length > 0 ? input.texts : null
  const wording = wordingOf(input)
  const values = valuesOf({ customerName: name, order, payment, shop, occasion })
  const speech: Speech = { language, germanAddress, ownTexts, values, wording }
  const isSwiss = input.payment !== null && isSwissIban(input.payment.iban)
  const subject = say(speech, `${kind}.subject`)
  // Written out: templates read from an object made of others by spreading half as fast.
  return {
    language,
    germanAddress,
    ownTexts,
    values,
    wording,
    demand,
    received,
    refund,
    overpaid,
    shop,
    customerName: name,
    order,
    payment,
    locale,
    direction: "ltr",
    subject: oneLine(markedSubject(speech, subject, testMail, copyOf), SUBJECT_MAX_LENGTH),
    qrCid,
    qrIsSwiss: isSwiss,
    qrWidth: isSwiss ? SWISS_PICTURE_WIDTH : QR_WIDTH,
    sentOnBehalfOf: sentOnBehalfOf === null ? null : oneLine(sentOnBehalfOf),
    testMail,
    copyOf: copyOf === null ? null : oneLine(copyOf),
  }
}

function markedSubject(speech: Speech, subject: string, isTest: boolean, copyOf: string | null): string {
  if (isTest) return say(speech, "test-mail.subject", { subject })
  return copyOf === null ? subject : say(speech, "copy.subject", { subject })
}

interface Said extends Pick<MailView, "customerName" | "order" | "payment" | "shop"> {
  occasion: OccasionView
}

/** The placeholders of `text-catalog.ts`, and what only the texts of one kind have. */
function valuesOf({ customerName, order, payment, shop, occasion }: Said): Values {
  const ofOrder: Record<OrderPlaceholder, string> = {
    name: customerName ?? "",
    number: order.number,
    date: order.placedOn,
    shop: shop.name,
    total: order.total,
  }
  return { ...ofOrder, ...(payment && ofPayment(payment)), ...ofOccasion(occasion) }
}

function ofOccasion({ demand, received, refund, overpaid }: OccasionView): Values {
  const ofDemand: Record<DemandPlaceholder, string> | null = demand && { level: demand.level, due_day: demand.dueDay }
  return {
    ...ofDemand,
    ...(received && { received: received.amount, received_on: received.day }),
    ...(refund && { refund: refund.amount, refunded_on: refund.day }),
    ...(overpaid !== null && { overpaid }),
  }
}

function ofPayment(payment: PaymentView): Record<PaymentPlaceholder, string> {
  return {
    amount: payment.amount,
    payable_until: payment.payableUntil,
    reference: payment.reference,
    iban: payment.iban,
    account_holder: payment.accountHolder,
  }
}

function paymentView(payment: PaymentInstructions, locale: string): PaymentView {
  return {
    accountHolder: oneLine(payment.accountHolder),
    iban: formatIban(payment.iban),
    bic: payment.bic,
    bank: payment.bank === null ? null : oneLine(payment.bank),
    reference: printedReference(oneLine(payment.reference)),
    amount: formatMoney(payment.amount, payment.currency, locale),
    payableUntil: formatCalendarDay(payment.payableUntil, locale),
  }
}
