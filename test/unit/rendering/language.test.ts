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
      { locale: "fr-FR", regionLocale: "pl", countries: ["gb"] },
      "en",
      "en-gb",
    ],
    ["the shop's default when no language has texts", { locale: "fr", countries: ["fr"] }, "de", "de"],
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

  it("keeps the region of the shop's default", () => {
    expect(chooseLanguage({ ...orderWith({}), region: null }, "de-AT")).toEqual({ language: "de", locale: "de-AT" })
  })

  it("refuses a default that mails cannot be written in", () => {
    expect(() => chooseLanguage(orderWith({}), "fr")).toThrow(
      'Mails cannot be written in "fr". The default language is one of de, en.',
    )
  })
})
