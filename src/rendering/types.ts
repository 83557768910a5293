import type { OrderFacts } from "../kinds/order-facts"

/** Languages a mail can be written in. A test fails when a locale file is missing a key. */
export const LANGUAGES = ["de", "en", "fr", "it", "es", "nl", "pl"] as const
export type Language = (typeof LANGUAGES)[number]

/** How German mails address the customer: `formal` says "Sie", `informal` says "du" and greets by the first name. */
export const GERMAN_ADDRESSES = ["formal", "informal"] as const
export type GermanAddress = (typeof GERMAN_ADDRESSES)[number]

/** How mails look and who signs them; the same for all kinds of a shop. */
export interface Branding {
  shopName: string
  /** Address of the shop's site, shown in the footer. */
  shopUrl: string | null
  /** Legal details, one line each (company, address, register, VAT id). */
  footerLines: string[]
  colors: { background: string; card: string; text: string; primary: string; buttonText: string }
}

/** Where and how to pay by bank transfer (SEPA words). */
export interface PaymentInstructions {
  accountHolder: string
  /** Electronic format without blanks; rendering groups it by four. */
  iban: string
  bic: string | null
  bank: string | null
  /** Remittance information the customer must state. */
  reference: string
  /** Decimal string in major units. */
  amount: string
  /** ISO 4217, upper case. */
  currency: string
  /** Calendar date `YYYY-MM-DD` in the shop's time zone. */
  payableUntil: string
}

/** Everything a layout is filled with. JSON-safe. */
export interface RenderInput {
  kind: string
  language: Language
  /** BCP 47 tag for money and dates, for example `de-AT`; always in `language`. */
  locale: string
  /** Counts in German mails only. Default `formal`. */
  germanAddress?: GermanAddress
  timeZone: string
  facts: OrderFacts
  branding: Branding
  payment: PaymentInstructions | null
  /** Set when the mail goes out through the fallback sender: the address that replies go to, named in the footer. */
  sentOnBehalfOf: string | null
  /** The mail is a test and says so, in its subject and at its top. Default false. */
  testMail?: boolean
}

export interface InlineImage {
  /** Content id without angle brackets, unique within the mail. */
  cid: string
  filename: string
  contentType: "image/png"
  content: Buffer
}

export interface RenderedMail {
  /** Plain text, one line, not HTML-escaped. */
  subject: string
  html: string
  text: string
  inlineImages: InlineImage[]
  /** What MJML had to say about the layout; empty for the layouts shipped. */
  warnings: string[]
}
