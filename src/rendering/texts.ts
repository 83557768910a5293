import { createInstance } from "i18next"
import { parseText, type ParsedText } from "./shared/placeholders"
import { readTemplateFile } from "./template-files"
import type { GermanAddress, Language } from "./types"

/**
 * Looks up a text of `src/templates/locales/<language>.json`.
 *
 * @param key path within the file, for example `order.total`
 * @param values fill the text's `{{placeholders}}`; they are data, nothing in them is interpolated again
 * @param count whole number that chooses between the text's plural forms, `<key>_one` and `<key>_other` for example
 * (i18next's JSON v4, CLDR plural categories)
 * @param further fill what `values` do not
 * @returns plain text, not escaped: Handlebars escapes what goes into HTML
 * @throws Error when there is no such text, or a placeholder has no value
 */
export type Texts = (key: string, values?: Values, count?: number, further?: Values) => string

type Values = Readonly<Record<string, string>>

/** What differs from `de.json` where customers are addressed as "du"; a variant subtag in the sense of BCP 47. */
const INFORMAL_GERMAN = "de-informal"

const textsByTag = new Map<string, Texts>()

/** The texts of a language, read and parsed once a process. */
export function textsOf(language: Language, germanAddress: GermanAddress = "formal"): Texts {
  const tag = language === "de" && germanAddress === "informal" ? INFORMAL_GERMAN : language
  const known = textsByTag.get(tag)
  if (known !== undefined) {
    return known
  }
  const texts = loadTexts(language, tag)
  textsByTag.set(tag, texts)
  return texts
}

/** The key of a text's plural form where a number chooses it, else the text's own; see {@link Texts}. */
export function textKey(language: Language, key: string, count: number | undefined): string {
  if (count === undefined) return key
  let plurals = pluralRules.get(language)
  if (plurals === undefined) pluralRules.set(language, (plurals = new Intl.PluralRules(language)))
  return `${key}_${plurals.select(count)}`
}

const pluralRules = new Map<Language, Intl.PluralRules>()

/** Every shipped text of a language by its key, each plural form under a key of its own. */
export function shippedTexts(language: Language, germanAddress: GermanAddress = "formal"): Map<string, string> {
  const variants = language === "de" && germanAddress === "informal" ? [language, INFORMAL_GERMAN] : [language]
  return new Map(variants.flatMap((name) => flat(JSON.parse(readTemplateFile(`locales/${name}.json`)) as TextTree)))
}

/** Whether there is a shipped text of this key; a text with plural forms has one for each. */
export function hasText(language: Language, key: string): boolean {
  let keys = keysOf.get(language)
  if (keys === undefined) keysOf.set(language, (keys = new Set(shippedTexts(language).keys())))
  return keys.has(key)
}

const keysOf = new Map<Language, ReadonlySet<string>>()

interface TextTree {
  [name: string]: string | TextTree
}

function flat(tree: TextTree, prefix: string = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${prefix}${name}`, value] as [string, string]] : flat(value, `${prefix}${name}.`),
  )
}

/** The key of a text whose plural form a key names: `order.items-total` for `order.items-total_few`. */
export function withoutPluralForm(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "")
}

/** @param tag the language, or a variant of it whose file holds only the texts that differ */
function loadTexts(language: Language, tag: string): Texts {
  const refuse = (key: string): never => {
    throw new Error(`There is no text "${key}" in locales/${language}.json.`)
  }
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    ns: tag,
    fallbackNS: language,
    resources: {
      [language]: Object.fromEntries(
        [language, tag].map((name) => [name, JSON.parse(readTemplateFile(`locales/${name}.json`))]),
      ),
    },
    parseMissingKeyHandler: refuse,
    returnedObjectHandler: refuse,
    initImmediate: false,
  })

  const parsed = new Map<string, ParsedText>()
  return (name, values = {}, count, further = {}) => {
    const key = textKey(language, name, count)
    let text = parsed.get(key)
    if (text === undefined) {
      const found: unknown = i18n.t(key, { skipInterpolation: true })
      // i18next looks along the prototype, too: "constructor" is a function there.
      text = parseText(typeof found === "string" ? found : refuse(key))
      parsed.set(key, text)
    }
    return fillText(text, values, further, `"${key}" in locales/${language}.json`)
  }
}

/**
 * i18next could do this, fifty times slower: it parses the text every time, and looks for more placeholders in the
 * values it has put in.
 */
function fillText(text: ParsedText, values: Values, further: Values, where: string): string {
  let filled = text[0] ?? ""
  for (let index = 1; index < text.length; index += 2) {
    const name = text[index] ?? ""
    const value = Object.hasOwn(values, name) ? values[name] : Object.hasOwn(further, name) ? further[name] : undefined
    if (value === undefined) throw new Error(`The text ${where} has no value for its placeholder {{${name}}}.`)
    filled += `${value}${text[index + 1]}`
  }
  return filled
}
