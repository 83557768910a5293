import { describe, expect, it } from "vitest"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { chooseLanguage } from "../../../src/rendering/language"

function orderWith({
  locale = null,
  regionLocale = null,
  countries = [],
  destination = null,
}: {
  locale?: string | null
  regionLocale?: string | null
  countries?: string[]
  destination?: string | null
}): OrderFacts {
  return {
    ...sampleOrder(),
    locale,
    region: { id: "reg_1", name: "Region", locale: regionLocale, country_codes: countries },
    shipping_address: { ...sampleOrder().shipping_address!, country_code: destination },
  }
}

describe("chooseLanguage", () => {
  it.each([
    ["the order's locale first", { locale: "en-GB", regionLocale: "de-DE", countries: ["de"] }, "en", "en-GB"],
    ["the region's locale next", { regionLocale: "de-AT", countries: ["gb"] }, "de", "de-AT"],
    ["the language all countries share", { countries: ["de", "at"], destination: "AT" }, "de", "de-at"],
    ["the first country where the address has another", { countries: ["gb", "us"], destination: "fr" }, "en", "en-gb"],
    ["the shop's default where countries differ", { countries: ["de", "gb"] }, "de", "de"],
    ["the shop's default where nothing is known", {}, "de", "de"],
    [
      "the next when a language has no texts",
      { locale: "sv-SE", regionLocale: "cs", countries: ["gb"] },
      "en",
      "en-gb",
    ],
    ["the shop's default when no language has texts", { locale: "sv", countries: ["se"] }, "de", "de"],
    ["a POSIX name", { locale: "en_US" }, "en", "en-US"],
    ["a language alone", { locale: "en" }, "en", "en"],
    ["language and region of a longer tag", { locale: "de-Latn-CH-1996-u-nu-arab" }, "de", "de-CH"],
    ["the next when a tag is none", { locale: "not a tag", countries: ["gb"] }, "en", "en-gb"],
    ["the next when a country is none", { countries: ["??"] }, "de", "de"],
  ])("takes %s", (_, order, language, locale) => {
    const chosen = chooseLanguage(orderWith(order), "de")
    expect(chosen.language).toBe(language)
    expect(chosen.locale.toLowerCase()).toBe(locale.toLowerCase())
  })

  it.each([
    ["fr", "fr"],
    ["it", "it"],
    ["es", "es"],
    ["nl", "nl"],
    ["pl", "pl"],
    ["at", "de"],
    ["li", "de"],
    ["ie", "en"],
    ["mc", "fr"],
    ["sm", "it"],
    ["mx", "es"],
    ["be", "nl"],
    ["ch", "de"],
    ["lu", "fr"],
  ])("an order from a region of %s alone is answered in %s", (country, language) => {
    expect(chooseLanguage(orderWith({ countries: [country], destination: country }), "en")).toEqual({
      language,
      locale: `${language}-${country.toUpperCase()}`,
    })
  })

  it.each([
    ["be", "fr", "fr"],
    ["be", "de", "de"],
    ["be", "it", "nl"],
    ["ch", "it", "it"],
    ["ch", "fr-CH", "fr"],
    ["ch", "nl", "de"],
    ["lu", "de", "de"],
    ["lu", "pl", "fr"],
  ])("of the languages of %s, the shop's default %s leads to %s", (country, shopDefault, language) => {
    expect(chooseLanguage(orderWith({ countries: [country] }), shopDefault)).toEqual({
      language,
      locale: `${language}-${country.toUpperCase()}`,
    })
  })

  it.each([
    ["fr-BE", "be", "fr-BE"],
    ["de_BE", "be", "de-BE"],
    ["it-CH", "ch", "it-CH"],
    ["fr", "ch", "fr"],
    ["de-LU", "lu", "de-LU"],
    ["lb-LU", "lu", "fr-LU"],
    ["gsw-CH", "ch", "de-CH"],
    ["ca-ES", "es", "es-ES"],
  ])("the locale %s comes before what %s speaks: %s", (locale, country, expected) => {
    expect(chooseLanguage(orderWith({ locale, countries: [country] }), "en").locale).toBe(expected)
  })

  it.each([
    [["be", "nl"], "be", "nl-BE"],
    [["be", "fr"], "be", "fr-BE"],
    [["fr", "lu", "be"], "fr", "fr-FR"],
    [["de", "at", "ch", "li"], "ch", "de-CH"],
    [["be", "ch"], "ch", "de-CH"],
    [["be", "ch"], "be", "fr-BE"],
    [["be", "fr", "nl"], "be", "en"],
    [["it", "fr", "es"], "es", "en"],
  ])("a region of %j, to %s: the language all of its countries share, %s", (countries, destination, expected) => {
    expect(chooseLanguage(orderWith({ countries, destination }), "en").locale).toBe(expected)
  })

  it("keeps the region of the shop's default", () => {
    expect(chooseLanguage({ ...orderWith({}), region: null }, "de-AT")).toEqual({ language: "de", locale: "de-AT" })
  })

  it("refuses a default that mails cannot be written in", () => {
    expect(() => chooseLanguage(orderWith({ locale: "de" }), "sv")).toThrow(
      'Mails cannot be written in "sv". The default language is one of de, en, fr, it, es, nl, pl.',
    )
  })
})
