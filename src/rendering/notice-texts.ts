import { readTemplateFile } from "./template-files"
import type { Language } from "./types"

/**
 * Looks up a text of `src/templates/merchant/<language>.json`: what the merchant is told is said in the plugin's words,
 * and formally, whatever a shop has made of its customers' texts.
 *
 * @param key section and name, for example `new-order.subject`
 * @param count chooses between the text's plural forms (CLDR plural categories)
 * @throws Error when there is no such text, or a placeholder has no value
 */
export type NoticeTexts = (key: string, values?: Readonly<Record<string, string>>, count?: number) => string

type TextFile = Record<string, Record<string, string>>

const files = new Map<Language, TextFile>()

export function noticeTexts(language: Language): NoticeTexts {
  const texts = files.get(language) ?? (JSON.parse(readTemplateFile(`merchant/${language}.json`)) as TextFile)
  files.set(language, texts)
  return (name, values = {}, count) => {
    const key = count === undefined ? name : `${name}_${new Intl.PluralRules(language).select(count)}`
    const [section = "", entry = ""] = key.split(".")
    const text = Object.hasOwn(texts, section) ? texts[section]?.[entry] : undefined
    if (typeof text !== "string") throw new Error(`There is no text "${key}" in merchant/${language}.json.`)
    return text.replace(/\{\{([a-z]+)\}\}/g, (_, placeholder: string) => {
      const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined
      if (value === undefined) throw new Error(`The text "${key}" has no value for its placeholder {{${placeholder}}}.`)
      return value
    })
  }
}
