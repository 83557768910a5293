import type { OrderFacts } from "../kinds/order-facts"
import { LANGUAGES, type Language } from "./types"

export interface ChosenLanguage {
  language: Language
  /** BCP 47 tag for money and dates, in `language`. */
  locale: string
}

/**
 * Countries with several official languages that mails can be written in, the most spoken first. The language of every
 * other country is the one CLDR holds to be likely.
 */
const LANGUAGES_OF: Readonly<Record<string, readonly string[]>> = {
  BE: ["nl", "fr", "de"],
  CH: ["de", "fr", "it"],
  LU: ["fr", "de"],
}

/**
 * Chooses the language an order's mails are written in: the order's own locale, else its region's, else the language
 * that all countries of the region have in common, else the shop's default. A language we have no texts for falls to
 * the next.
 *
 * Where the countries have several languages in common (Belgium, Switzerland, Luxembourg), it is the shop's default if
 * that is one of them, because the customer has just ordered in it; else the most spoken one.
 *
 * @param shopDefault BCP 47 tag in one of LANGUAGES, for example `de` or `de-AT`
 * @throws RangeError when the shop's default is in a language mails cannot be written in
 */
export function chooseLanguage(facts: OrderFacts, shopDefault: string): ChosenLanguage {
  const byDefault = readLocale(shopDefault)
  if (byDefault === null) {
    throw new RangeError(
      `Mails cannot be written in "${shopDefault}". The default language is one of ${LANGUAGES.join(", ")}.`,
    )
  }
  return (
    readLocale(facts.locale) ??
    readLocale(facts.region?.locale) ??
    readLocale(commonLocale(facts, byDefault.language)) ??
    byDefault
  )
}

/** The order as if its customer read this language, with money and dates of the same country. */
export function inLanguage(facts: OrderFacts, language: Language): OrderFacts {
  const { locale } = chooseLanguage(facts, language)
  const { region } = new Intl.Locale(locale)
  return { ...facts, locale: region ? `${language}-${region}` : language }
}

function readLocale(tag: string | null | undefined): ChosenLanguage | null {
  if (!tag) {
    return null
  }
  try {
    // Some storefronts write POSIX names such as de_DE.
    const locale = new Intl.Locale(tag.replace(/_/g, "-"))
    const language = LANGUAGES.find((known) => known === locale.language)
    // Variants and extensions are dropped: they come from the storefront, and formats are remembered by locale.
    return language ? { language, locale: locale.region ? `${language}-${locale.region}` : language } : null
  } catch {
    // Not a language tag: as good as none.
    return null
  }
}

/** A language of all of the region's countries, and the country that the order goes to. */
function commonLocale(facts: OrderFacts, preferred: Language): string | null {
  const countries = (facts.region?.country_codes ?? []).map((code) => code.toUpperCase())
  const destination = facts.shipping_address?.country_code ?? facts.billing_address?.country_code
  const country = countries.find((code) => code === destination?.toUpperCase()) ?? countries[0]
  if (country === undefined) {
    return null
  }
  const shared = languagesOf(country).filter((language) =>
    countries.every((other) => languagesOf(other).includes(language)),
  )
  const language = shared.find((each) => each === preferred) ?? shared[0]
  return language ? `${language}-${country}` : null
}

function languagesOf(country: string): readonly string[] {
  try {
    return LANGUAGES_OF[country] ?? [new Intl.Locale(`und-${country}`).maximize().language]
  } catch {
    return []
  }
}
