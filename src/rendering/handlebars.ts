import Handlebars from "handlebars"
import { say, sayInHtml, type Speech } from "./say"
import { LANGUAGES, type Language } from "./types"

/**
 * The template language of mails, an environment of its own: `{{path}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, and
 * `{{t "key" name=value}}` for texts, where the name `count` stands for the number that chooses the plural form. Views
 * are plain JSON; prototype members stay out of reach, which is Handlebars' default and must not be changed.
 */
const environments = { html: environmentOf(sayInHtml), text: environmentOf(say) }

function environmentOf(speak: typeof sayInHtml): typeof Handlebars {
  const environment = Handlebars.create()
  environment.registerHelper("t", (...args: unknown[]) => {
    const options = args.pop() as Handlebars.HelperOptions
    const [key] = args
    const speech = options.data.root as Speech
    if (typeof key !== "string" || !isLanguage(speech.language)) {
      throw new Error(
        `{{t}} takes a text's key, got ${JSON.stringify(key)} in language ${JSON.stringify(speech.language)}.`,
      )
    }
    const { count, ...values } = options.hash as { count?: number } & Record<string, string>
    return speak(speech, key, values, count)
  })
  return environment
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** Fills a template with a view: plain JSON whose root says in whose words it speaks, as {@link Speech}. */
export type Fill = (view: object) => string

/**
 * Compiles a template. Helpers other than the five above are refused, and so is a path the view does not have.
 *
 * @param format `html` escapes every value, `text` escapes none
 */
export function compileTemplate(source: string, format: "html" | "text"): Fill {
  return environments[format].compile<object>(source, {
    noEscape: format === "text",
    strict: true,
    knownHelpersOnly: true,
    // `log` writes to the console, the other two reach around the view.
    knownHelpers: { t: true, log: false, lookup: false, with: false } as KnownHelpers,
  })
}
