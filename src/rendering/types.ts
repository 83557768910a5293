import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import type { MailFont } from "./shared/font-stacks"

/** Languages a mail can be written in. A test fails when a locale file is missing a key. */
export const LANGUAGES = ["de", "en", "fr", "it", "es", "nl", "pl"] as const
export type Language = (typeof LANGUAGES)[number]

/** How German mails address the customer: `formal` says "Sie", `informal` says "du" and greets by the first name. */
export const GERMAN_ADDRESSES = ["formal", "informal"] as const
export type GermanAddress = (typeof GERMAN_ADDRESSES)[number]

/** A picture at the top of every mail. */
export interface HeaderImage {
  /** Absolute http(s) address; shown from there, never embedded. */
  url: string
  /** Pixels of the file. */
  width: number
  height: number
}

/** Who is behind the shop, as the law wants it on business letters; null: not said. */
export interface LegalDetails {
  company: string | null
  /** Several lines. */
  address: string | null
  /** Court and number. */
  register: string | null
  vatId: string | null
}

/** How mails look and who signs them; the same for all kinds of a shop. */
export interface Branding {
  shopName: string
  /** Address of the shop's site, shown in the footer. */
  shopUrl: string | null
  /** Null: the shop's name as text. */
  headerImage: HeaderImage | null
  /** Width of the header image in CSS pixels, 40 to 552. */
  logoWidth: number
  /** Hex colours, `#rrggbb`. */
  colors: { background: string; card: string; text: string; primary: string; buttonText: string }
  font: MailFont
  /** CSS pixels, 0 to 24. */
  cornerRadius: number
  legal: LegalDetails
  /** Further lines under every mail. */
  footerLines: string[]
}

/** Structured postal address after ISO 20022, as a Swiss QR-bill demands it. */
export interface StructuredAddress {
  street: string
  houseNumber: string | null
  postalCode: string
  city: string
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string
}

/** Where and how to pay by bank transfer (SEPA words). */
export interface PaymentInstructions {
  accountHolder: string
  /** Of the account's holder; without it there is no Swiss QR-bill. */
  address?: StructuredAddress | null
  /** Electronic format without blanks; rendering groups it by four. */
  iban: string
  bic: string | null
  bank: string | null
  /** Remittance information the customer must state: text, or an ISO 11649 or QR reference in electronic format. */
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
  /** What the mail is about beside its order. */
  occasion: MailOccasion
  language: Language
  /** BCP 47 tag for money and dates, for example `de-AT`; always in `language`. */
  locale: string
  /** Counts in German mails only. Default `formal`. */
  germanAddress?: GermanAddress
  /**
   * The merchant's own words in place of shipped texts, by `<language>:<key>`, for example `de:payment-info.intro`; in
   * German for both forms of address. What is no usable text is left out.
   */
  texts?: Readonly<Record<string, string>>
  timeZone: string
  facts: OrderFacts
  branding: Branding
  payment: PaymentInstructions | null
  /** Set when the mail goes out through the fallback sender: the address that replies go to, named in the footer. */
  sentOnBehalfOf: string | null
  /** The mail is a test and says so, in its subject and at its top. Default false. */
  testMail?: boolean
  /** The mail is a copy for the merchant of the one to this address, and says so, in its subject and at its top. */
  copyOf?: string | null
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
