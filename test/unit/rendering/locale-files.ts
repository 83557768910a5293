import { readTemplateFile } from "../../../src/rendering/template-files"

/** Texts of a locale file by key, "order.total" for example. */
export function textsByKey(name: string): Map<string, string> {
  const sections = JSON.parse(readTemplateFile(`locales/${name}.json`)) as Record<string, Record<string, string>>
  return new Map(
    Object.entries(sections).flatMap(([section, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${section}.${key}`, text] as const),
    ),
  )
}

const PLURAL_FORM = /_(zero|one|two|few|many|other)$/

/** "order.items-total_few" -> "order.items-total" */
export const withoutPluralForm = (key: string): string => key.replace(PLURAL_FORM, "")

/** The plural forms a locale file has, by the key they belong to. */
export function pluralForms(name: string): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const key of textsByKey(name).keys()) {
    const form = PLURAL_FORM.exec(key)?.[1]
    if (form) forms.set(withoutPluralForm(key), [...(forms.get(withoutPluralForm(key)) ?? []), form])
  }
  return forms
}

/** "{{name}}" for each name in a text, once and in order. */
export function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{.*?\}\}/g))].sort()
}

/** What each text can be filled with; the plural forms of a text count as one, and must agree. */
export function placeholdersByKey(name: string): [string, string][] {
  const sorted = [...textsByKey(name)].map(([key, text]): [string, string] => [
    withoutPluralForm(key),
    placeholders(text).join(" "),
  ])
  return [...new Map(sorted.map((entry) => [entry.join(": "), entry])).values()].sort()
}
