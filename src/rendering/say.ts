import Handlebars from "handlebars"
import { merchantText } from "./merchant-text"
import type { ParsedText } from "./shared/placeholders"
import { textKey, textsOf } from "./texts"
import type { GermanAddress, Language } from "./types"

/** A merchant's own texts, and what their placeholders can stand for beside what the place of a text gives. */
export interface OwnTexts {
  /** By `<language>:<key>`. */
  readonly texts: Readonly<Record<string, string>>
  readonly values: Values
}

/** In whose words a mail speaks. */
export interface Speech {
  language: Language
  germanAddress: GermanAddress
  /** Null: the shipped texts alone. */
  ownTexts: OwnTexts | null
}

type Values = Readonly<Record<string, string>>

/**
 * A text as plain text: the merchant's own where there is one, else the shipped one.
 * Parameters and errors as {@link Texts}.
 */
export function say(speech: Speech, key: string, values: Values = {}, count?: number): string {
  const own = ownText(speech, key, count)
  return own ? fill(own.parsed.plain, values, own.values, asItIs) : shipped(speech, key, values, count)
}

/** A text for HTML. What Handlebars is to escape is a string; a text with markup is escaped already. */
export function sayInHtml(speech: Speech, key: string, values: Values = {}, count?: number): string | SafeHtml {
  const own = ownText(speech, key, count)
  if (own === null) return shipped(speech, key, values, count)
  const { html, plain } = own.parsed
  return html
    ? new Handlebars.SafeString(fill(html, values, own.values, Handlebars.escapeExpression))
    : fill(plain, values, own.values, asItIs)
}

function shipped({ language, germanAddress }: Speech, key: string, values: Values, count: number | undefined): string {
  return textsOf(language, germanAddress)(key, values, count)
}

type SafeHtml = InstanceType<typeof Handlebars.SafeString>

function ownText({ language, ownTexts }: Speech, key: string, count: number | undefined) {
  if (ownTexts === null) return null
  const parsed = merchantText(ownTexts.texts, language, textKey(language, key, count))
  return parsed && { parsed, values: ownTexts.values }
}

function fill(text: ParsedText, values: Values, further: Values, escape: (value: string) => string): string {
  let filled = text[0] ?? ""
  for (let index = 1; index < text.length; index += 2) {
    const name = text[index] ?? ""
    const value = (Object.hasOwn(values, name) ? values[name] : further[name]) ?? ""
    // "Hello {{name}}, …" where the order has no name.
    filled = value === "" ? filled.trimEnd() : filled + escape(value)
    filled += text[index + 1]
  }
  return filled
}

function asItIs(value: string): string {
  return value
}
