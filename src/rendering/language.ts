import type { OrderFacts } from "../kinds/order-facts"
import { LANGUAGES, type Language } from "./types"

export interface ChosenLanguage {
  language: Language
  /** BCP 47 tag for money and dates, in `language`. */
  locale: string
}

/**
 * Chooses the language an order's mails are written in: the order's own locale, else its region's, else the language
 * that all countries of the region have in common, else the shop's default. A language we have no texts for falls to
 * the next.
 *
 * @param shopDefault BCP 47 tag in one of LANGUAGES, for example `de` or `de-AT`
 * @throws RangeError when the shop's default is in a language mails cannot be written in
 */
export function chooseLanguage(facts: OrderFacts, shopDefault: string): ChosenLanguage {
  const chosen =
    readLocale(facts.locale) ??
    readLocale(facts.region?.locale) ??
    readLocale(commonLocale(facts)) ??
    readLocale(shopDefault)
  if (chosen === null) {
    throw new RangeError(
      `Mails cannot be written in "${shopDefault}". The default language is one of ${LANGUAGES.join(", ")}.`,
    )
  }
  return chosen
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

/** The likely language of the region's countries (CLDR likely subtags), when they all share one. */
function commonLocale(facts: OrderFacts): string | null {
  const countries = facts.region?.country_codes ?? []
  const languages = new Set(countries.map(likelyLanguage))
  const [language] = languages
  if (languages.size !== 1 || !language) {
    return null
  }
  const destination = facts.shipping_address?.country_code ?? facts.billing_address?.country_code
  const country = countries.find((code) => code.toLowerCase() === destination?.toLowerCase()) ?? countries[0]
  return `${language}-${country}`
}

function likelyLanguage(country: string): string | null {
  try {
    return new Intl.Locale(`und-${country}`).maximize().language
  } catch {
    return null
  }
}
