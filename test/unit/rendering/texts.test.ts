import { expect, it } from "vitest"
import { kindsWithLayout, readTemplateFile } from "../../../src/rendering/template-files"
import { textsOf } from "../../../src/rendering/texts"
import { LANGUAGES, type Language } from "../../../src/rendering/types"
import { ExpressionVisitor, parsedLayouts } from "./template-expressions"

/** Texts of a language by key, "order.total" for example. */
function textsByKey(language: Language): Map<string, string> {
  const sections = JSON.parse(readTemplateFile(`locales/${language}.json`)) as Record<string, Record<string, string>>
  return new Map(
    Object.entries(sections).flatMap(([section, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${section}.${name}`, text] as const),
    ),
  )
}

function placeholders(text: string): string[] {
  return (text.match(/\{\{.*?\}\}/g) ?? []).sort()
}

const [reference, ...others] = LANGUAGES

it.each(others)("%s has the texts and placeholders of the first language", (language) => {
  const expected = [...textsByKey(reference)].map(([key, text]) => [key, placeholders(text)])
  expect([...textsByKey(language)].map(([key, text]) => [key, placeholders(text)])).toEqual(expected)
})

it.each(LANGUAGES)("%s has no empty text and none that is left as it was", (language) => {
  for (const [key, text] of textsByKey(language)) {
    expect(text.trim(), key).not.toBe("")
    expect(text, key).not.toMatch(/TODO|</)
  }
})

it("every text is used, and every text used exists", () => {
  const used = parsedLayouts().flatMap(({ program }) => {
    const visitor = new ExpressionVisitor()
    visitor.accept(program)
    return visitor.textKeys
  })
  const subjects = [...kindsWithLayout(), "test-mail"].map((name) => `${name}.subject`)
  expect([...textsByKey(reference).keys()].sort()).toEqual([...new Set([...used, ...subjects])].sort())
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
