import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import { textsOf } from "../../../src/rendering/texts"
import { LANGUAGES } from "../../../src/rendering/types"
import { wordingsOf } from "../../../src/rendering/wording"
import { placeholders, placeholdersByKey, pluralForms, textsByKey, withoutPluralForm } from "./locale-files"
import { ExpressionVisitor, parsedLayouts } from "./template-expressions"

const [reference, ...others] = LANGUAGES

it("every language has a file, and every file is a language or a variant of one", () => {
  const files = [...LANGUAGES, "de-informal"].map((name) => `${name}.json`)
  expect(readdirSync("src/templates/locales").sort()).toEqual(files.sort())
})

it.each(others)("%s has the texts and placeholders of the first language", (language) => {
  expect(placeholdersByKey(language)).toEqual(placeholdersByKey(reference))
})

it.each(LANGUAGES)("%s has each of its plural forms, and no other", (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  expect([...pluralForms(language).keys()]).toEqual([...pluralForms(reference).keys()])
  for (const [key, forms] of pluralForms(language)) expect(forms.sort(), key).toEqual([...categories].sort())
})

it.each([...LANGUAGES, "de-informal"])("%s has no empty text and none that is left as it was", (name) => {
  for (const [key, text] of textsByKey(name)) {
    expect(text.trim(), key).not.toBe("")
    expect(text, key).not.toMatch(/TODO|</)
    expect(text.replace(/\{\{[a-z_]+\}\}/g, ""), `braces of ${key}`).not.toMatch(/[{}]/)
  }
})

it.each(LANGUAGES.flatMap((one, at) => LANGUAGES.slice(at + 1).map((other) => [one, other] as const)))(
  "%s and %s share no sentence",
  (one, other) => {
    const texts = textsByKey(other)
    const same = [...textsByKey(one)].filter(([key, text]) => texts.get(key) === text)
    // Single words and names of standards may be the same.
    const words = (text: string): number => (text.replace(/\{\{[a-z_]+\}\}/g, "").match(/\p{L}+/gu) ?? []).length
    expect(same.filter(([, text]) => words(text) > 1)).toEqual([])
  },
)

it("every text is used, and every text used exists", () => {
  const used = parsedLayouts().flatMap(({ program }) => {
    const visitor = new ExpressionVisitor()
    visitor.accept(program)
    return visitor.textKeys
  })
  const subjects = [...kindsWithLayout(), "test-mail", "copy"].map((name) => `${name}.subject`)
  const there = new Set([...textsByKey(reference).keys()].map(withoutPluralForm))
  const usual = new Set([...used, ...subjects])
  const wordings = kindsWithLayout().flatMap(wordingsOf)
  const worded = [...there].filter((key) => {
    const wording = wordings.find(({ own }) => key.startsWith(own))
    return wording !== undefined && usual.has(wording.common + key.slice(wording.own.length))
  })
  expect([...there].sort()).toEqual([...new Set([...usual, ...worded])].sort())
  for (const { own } of wordings) expect(worded.some((key) => key.startsWith(own))).toBe(true)
})

describe("informal German", () => {
  const formal = textsByKey("de")
  const overrides = textsByKey("de-informal")

  it("replaces texts that are there, with the same placeholders and other words", () => {
    for (const [key, text] of overrides) {
      expect(formal.has(key), key).toBe(true)
      expect(placeholders(text), key).toEqual(placeholders(formal.get(key) ?? ""))
      expect(text, key).not.toBe(formal.get(key))
    }
  })

  it("never says Sie, and formal German never du", () => {
    for (const [key, text] of new Map([...formal, ...overrides])) {
      expect(text, key).not.toMatch(/\b(Sie|Ihr|Ihre[mnrs]?|Ihnen)\b/)
    }
    for (const [key, text] of formal) {
      expect(text, key).not.toMatch(/\b(du|dich|dir|dein|deine[mnrs]?|euch|euer|eure[mnrs]?)\b/i)
    }
  })

  it("is the formal text where it says nothing else", () => {
    const texts = textsOf("de", "informal")
    expect(texts("greeting.named", { name: "Anna" })).toBe("Hallo Anna,")
    expect(texts("order.total")).toBe(formal.get("order.total"))
    expect(textsOf("de")("greeting.named", { name: "Anna Berg" })).toBe("Guten Tag Anna Berg,")
    expect(() => texts("order.nothing")).toThrow('There is no text "order.nothing" in locales/de.json.')
  })

  it("makes no difference to another language", () => {
    expect(textsOf("en", "informal")).toBe(textsOf("en", "formal"))
  })
})

describe("a number of pieces", () => {
  const items = (language: (typeof LANGUAGES)[number], count: number): string =>
    textsOf(language)("order.items-total", { pieces: String(count) }, count)

  it.each([
    ["de", ["1 Artikel", "2 Artikel", "5 Artikel", "22 Artikel"]],
    ["en", ["1 item", "2 items", "5 items", "22 items"]],
    ["fr", ["1 article", "2 articles", "5 articles", "22 articles"]],
    ["it", ["1 articolo", "2 articoli", "5 articoli", "22 articoli"]],
    ["es", ["1 artículo", "2 artículos", "5 artículos", "22 artículos"]],
    ["nl", ["1 artikel", "2 artikelen", "5 artikelen", "22 artikelen"]],
    ["pl", ["1 produkt", "2 produkty", "5 produktów", "22 produkty"]],
  ] as const)("has its plural in %s", (language, expected) => {
    expect([1, 2, 5, 22].map((count) => items(language, count))).toEqual(expected)
  })

  it("follows the rules beyond these", () => {
    expect(items("fr", 0)).toBe("0 article")
    expect(items("pl", 0)).toBe("0 produktów")
    expect([11, 12, 21, 24, 112].map((count) => items("pl", count))).toEqual([
      "11 produktów",
      "12 produktów",
      "21 produktów",
      "24 produkty",
      "112 produktów",
    ])
  })

  it("is an error in a text without plural forms", () => {
    expect(() => textsOf("pl")("order.total", {}, 3)).toThrow('There is no text "order.total_few" in locales/pl.json.')
  })
})

it("fills placeholders with values that stay data", () => {
  const name = 'Anna {{name}} $t(order.total) <b> & "q"'
  expect(textsOf("de")("greeting.named", { name })).toBe(`Guten Tag ${name},`)
  expect(textsOf("en")("greeting.named", { name: "Anna" })).toBe("Dear Anna,")
})

it("a text that does not exist is an error", () => {
  expect(() => textsOf("de")("order.nothing")).toThrow('There is no text "order.nothing" in locales/de.json.')
})

it.each(["constructor", "order.constructor", "__proto__", "order"])("%s is no text", (key) => {
  expect(() => textsOf("de")(key)).toThrow(`There is no text "${key}" in locales/de.json.`)
})

it("a placeholder without a value is an error", () => {
  expect(() => textsOf("de")("greeting.named", {})).toThrow(
    'The text "greeting.named" in locales/de.json has no value for its placeholder {{name}}.',
  )
  expect(() => textsOf("de")("greeting.named")).toThrow("no value for its placeholder {{name}}")
})
