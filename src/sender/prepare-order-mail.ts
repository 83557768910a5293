import { customerName } from "../kinds/customer-name"
import type { KindDecision } from "../kinds/kind"
import { basisOf } from "../kinds/mail-basis"
import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import { chooseLanguage } from "../rendering/language"
import type { Branding, GermanAddress, Language, RenderInput } from "../rendering/types"
import type { RecipientDomain } from "./check-recipient-domain"
import type { DkimSigner } from "./dkim/sign-message"
import type { SenderSettings } from "./identity"
import type { BankSettings } from "./payment-instructions"
import { prepareMail } from "./prepare-mail"
import { NOT_WRITTEN, type PreparedMail, type PreparedRow } from "./prepared-mail"
import { renderOrderMail } from "./render-order-mail"

/** Everything that is set for a shop and goes into its mails. */
export interface ShopSettings {
  secret: string
  returnPathDomain: string | null
  defaultLanguage: Language
  germanAddress: GermanAddress
  /** The merchant's own words, as rendering takes them. */
  texts: NonNullable<RenderInput["texts"]>
  timeZone: string
  sender: SenderSettings
  /** Whose mail server sends under the shop's own address. */
  mailServer: string
  /** Mailbox that gets a blind copy of every mail to a customer. */
  archiveAddress: string | null
  /** Asks whether a recipient's domain takes mail at all; `unknown` where that is not to be asked. */
  recipientDomain: (domain: string) => Promise<RecipientDomain>
  /** Finds the key that mails of a domain are signed with; null where the mail server signs. */
  signerFor: (domain: string) => Promise<DkimSigner | null>
  branding: Branding
  bank: BankSettings
}

/** What is to be made, and for whom. */
export interface MailRequest {
  mailId: string
  kind: string
  level: number | null
  occurrence: string
  occasion: MailOccasion
  decision: KindDecision
  facts: OrderFacts
  /** Address to write to instead of the order's. */
  to: string | null
  resendOf: string | null
  now: Date
  /** Tells the message apart from one before it of the same mail, which may have arrived. Default: there was none. */
  revision?: number | null
  /** Write a mail that says it is a test. Default false. */
  testMail?: boolean
}

/**
 * Order facts, kind and settings in, complete row and bytes out: after this, delivery needs nothing else.
 *
 * Nothing vanishes: a mail that is not to be sent becomes a row with the reason; for the others see {@link prepareMail}.
 *
 * @throws as {@link prepareMail}
 */
export async function prepareOrderMail(request: MailRequest, settings: ShopSettings): Promise<PreparedMail> {
  const { facts, decision, kind, occasion, now, revision = null, testMail = false } = request
  const chosen = chooseLanguage(facts, settings.defaultLanguage)
  const unsent = unsentRow(request, chosen.language)
  if (!decision.send) return { row: { ...unsent, state: "skipped", state_reason: decision.reason }, content: null }
  const render = (sentOnBehalfOf: string | null) =>
    renderOrderMail({ kind, occasion, facts, now, testMail }, settings, chosen, sentOnBehalfOf)
  return prepareMail({ unsent, language: chosen.language, now, revision, testMail, render }, settings)
}

function unsentRow(request: MailRequest, language: Language): PreparedRow {
  const { facts } = request
  return {
    ...NOT_WRITTEN,
    id: request.mailId,
    order_id: facts.id,
    order_number: facts.number,
    shop_id: facts.shop.id,
    shop_name: facts.shop.name,
    kind: request.kind,
    level: request.level,
    occurrence: request.occurrence,
    idempotency_key: [facts.id, request.kind, request.occurrence].join(":"),
    state: "skipped",
    recipient: request.to ?? facts.email,
    recipient_name: customerName(facts),
    language,
    currency_code: facts.currency_code,
    amount_open: request.occasion.type === "demand" ? request.occasion.demand.total : facts.totals.open,
    occasion: request.occasion,
    basis: basisOf(facts, request.to),
    resend_of: request.resendOf,
  }
}
