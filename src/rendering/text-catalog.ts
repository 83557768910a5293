import { BUILT_IN_KINDS } from "../kinds/registry"
import type { TextRules } from "./shared/check-text"
import { parseText, placeholderNames } from "./shared/placeholders"
import { paymentInMail } from "./payment-in-mail"
import { isRichText, textKeysOfKind } from "./text-places"
import { kindsWithLayout } from "./template-files"
import { shippedTexts, withoutPluralForm } from "./texts"
import { LANGUAGES, type Language } from "./types"

/** What is known of a text that merchants can word themselves; see {@link textSpec}. */
export interface TextSpec extends TextRules {
  /** `<language>:<key>`, for example `de:payment-info.intro`; plural forms are texts of their own. */
  readonly id: string
  readonly language: Language
  /** Path within the locale file, plural form included: `order.items-total_one`. */
  readonly key: string
  /** The first part of the key: a kind, or what several kinds have in common (`greeting`, `order`). */
  readonly section: string
  /** Kinds whose mails contain it. */
  readonly kinds: readonly string[]
}

/** What stands in the mail for the merchant or for a trial, not for the customer to read. */
const NOT_WORDED_BY_MERCHANTS = new Set(["test-mail", "copy", "punctuation"])

const MAX_LENGTH = { rich: 2_000, plain: 200, subject: 120 }

/** What sentences can say about any order; mail-view.ts says what they stand for. */
const ORDER_PLACEHOLDERS = ["name", "number", "date", "shop", "total"] as const
export type OrderPlaceholder = (typeof ORDER_PLACEHOLDERS)[number]
/** What sentences of mails that say how to pay can say as well. */
const PAYMENT_PLACEHOLDERS = ["amount", "payable_until", "reference", "iban", "account_holder"] as const
export type PaymentPlaceholder = (typeof PAYMENT_PLACEHOLDERS)[number]

/** What sentences of mails that a dunning plan sends can say as well; see `PLAN_KINDS`. */
const DEMAND_PLACEHOLDERS = ["due_day", "level"] as const
export type DemandPlaceholder = (typeof DEMAND_PLACEHOLDERS)[number]
/** Kinds that nothing but a dunning plan sends. */
const PLAN_KINDS = new Set(["payment-reminder", "dunning"])

/** Where every mail names the order, whatever its other texts say. */
const ORDER_HEADING = "order.heading"

const catalogs = new Map<Language, ReadonlyMap<string, TextSpec>>()

/** All texts of a language that merchants can word themselves, in the order in which mails show them. */
export function textCatalog(language: Language): readonly TextSpec[] {
  return [...catalogOf(language).values()]
}

/** @returns null when there is no such text, or merchants have no say in it */
export function textSpec(language: Language, key: string): TextSpec | null {
  return catalogOf(language).get(key) ?? null
}

/** @param id `<language>:<key>` */
export function textSpecOfId(id: string): TextSpec | null {
  const [, tag = "", key = ""] = /^([a-z]+):(.*)$/s.exec(id) ?? []
  const language = LANGUAGES.find((each) => each === tag)
  return language ? textSpec(language, key) : null
}

function catalogOf(language: Language): ReadonlyMap<string, TextSpec> {
  const known = catalogs.get(language)
  if (known !== undefined) return known
  const catalog = new Map(makeCatalog(language).map((spec) => [spec.key, spec]))
  catalogs.set(language, catalog)
  return catalog
}

function makeCatalog(language: Language): TextSpec[] {
  const kinds = BUILT_IN_KINDS.map(({ id }) => id)
  const keysByKind = new Map(kinds.map((kind) => [kind, textKeysOfKind(kind)]))
  const order = [...new Set([...keysByKind.values()].flat())]
  const place = (key: string) => order.indexOf(withoutPluralForm(key))
  return [...shippedTexts(language)]
    .filter(([key]) => !NOT_WORDED_BY_MERCHANTS.has(sectionOf(key)) && place(key) !== -1)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([key, text]) => {
      const usedBy = kinds.filter((kind) => keysByKind.get(kind)?.includes(withoutPluralForm(key)))
      return specOf(language, key, text, usedBy)
    })
}

function specOf(language: Language, key: string, text: string, kinds: string[]): TextSpec {
  const section = sectionOf(key)
  const rich = isRichText(withoutPluralForm(key))
  const own = placeholderNames(parseText(text))
  return {
    id: `${language}:${key}`,
    language,
    key,
    section,
    kinds,
    rich,
    maxLength: /[.-]subject$/.test(key) ? MAX_LENGTH.subject : MAX_LENGTH[rich ? "rich" : "plain"],
    placeholders: [...new Set([...own, ...furtherPlaceholders(section, rich, own)])],
    mandatory: own.filter((name) => !isRepeated(name) || (key === ORDER_HEADING && name === "number")),
  }
}

/** Labels have none but their own: they stand beside what they name. */
function furtherPlaceholders(section: string, rich: boolean, own: readonly string[]): readonly string[] {
  const isKind = kindsWithLayout().includes(section)
  if (!isKind && !rich) return []
  return [
    ...ORDER_PLACEHOLDERS,
    ...(statesPayment(section, isKind, own) ? PAYMENT_PLACEHOLDERS : []),
    ...(PLAN_KINDS.has(section) ? DEMAND_PLACEHOLDERS : []),
  ]
}

/** In mails that say how to pay only while something is open, the texts that do are those that say so as shipped. */
function statesPayment(section: string, isKind: boolean, own: readonly string[]): boolean {
  if (!isKind) return section === "payment"
  const stated = paymentInMail(section)
  return stated === "always" || (stated === "while-open" && PAYMENT_PLACEHOLDERS.some((name) => own.includes(name)))
}

/** What mails say again in other places may be left out here; an amount, a date or a reference may not. */
function isRepeated(name: string): boolean {
  return [...ORDER_PLACEHOLDERS, ...DEMAND_PLACEHOLDERS].some((each) => each === name)
}

function sectionOf(key: string): string {
  return key.slice(0, key.indexOf("."))
}
