import { createInstance } from "i18next"
import { readTemplateFile } from "./template-files"
import type { Language } from "./types"

/**
 * Looks up a text of `src/templates/locales/<language>.json`.
 *
 * @param key path within the file, for example `order.total`
 * @param values fill the text's `{{placeholders}}`; they are data, nothing in them is interpolated again
 * @returns plain text, not escaped: Handlebars escapes what goes into HTML
 * @throws Error when there is no such text, or a placeholder has no value
 */
export type Texts = (key: string, values?: Readonly<Record<string, string>>) => string

const textsByLanguage = new Map<Language, Texts>()

/** The texts of a language, read and parsed once a process. */
export function textsOf(language: Language): Texts {
  const known = textsByLanguage.get(language)
  if (known !== undefined) {
    return known
  }
  const texts = loadTexts(language)
  textsByLanguage.set(language, texts)
  return texts
}

function loadTexts(language: Language): Texts {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: JSON.parse(readTemplateFile(`locales/${language}.json`)) } },
    // Handlebars escapes; twice would show &amp; in names.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`There is no text "${key}" in locales/${language}.json.`)
    },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`The text "${text}" in locales/${language}.json has no value for ${match[0]}.`)
    },
    initImmediate: false,
  })

  const fixedTexts = new Map<string, string>()
  return (key, values) => {
    if (values !== undefined) {
      // `nest: false`: a name such as "$t(order.total)" is not an instruction.
      return i18n.t(key, { replace: values, nest: false })
    }
    const known = fixedTexts.get(key)
    if (known !== undefined) {
      return known
    }
    const text = i18n.t(key, { nest: false })
    fixedTexts.set(key, text)
    return text
  }
}
