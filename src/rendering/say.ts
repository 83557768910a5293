import Handlebars from "handlebars"
import { merchantText } from "./merchant-text"
import type { ParsedText } from "./shared/placeholders"
import { hasText, textKey, textsOf } from "./texts"
import type { GermanAddress, Language } from "./types"
import type { Wording } from "./wording"

/** In whose words a mail speaks. */
export interface Speech {
  language: Language
  germanAddress: GermanAddress
  /** A merchant's own texts by `<language>:<key>`; null: the shipped texts alone. */
  ownTexts: Readonly<Record<string, string>> | null
  /** What placeholders stand for wherever a text stands; what its place gives goes first. */
  values: Values
  /** Of the mail's occasion. */
  wording: Wording | null
}

export type Values = Readonly<Record<string, string>>

/**
 * A text as plain text: the merchant's own where there is one, else the shipped one.
 * Parameters and errors as {@link Texts}.
 */
export function say(speech: Speech, name: string, values: Values = {}, count?: number): string {
  const key = worded(speech, name)
  const own = ownText(speech, key, count)
  return own ? fill(own.plain, values, speech.values, asItIs) : shipped(speech, key, values, count)
}

/** A text for HTML. What Handlebars is to escape is a string; a text with markup is escaped already. */
export function sayInHtml(speech: Speech, name: string, values: Values = {}, count?: number): string | SafeHtml {
  const key = worded(speech, name)
  const own = ownText(speech, key, count)
  if (own === null) return shipped(speech, key, values, count)
  const { html, plain } = own
  return html
    ? new Handlebars.SafeString(fill(html, values, speech.values, Handlebars.escapeExpression))
    : fill(plain, values, speech.values, asItIs)
}

function shipped(speech: Speech, key: string, values: Values, count: number | undefined): string {
  return textsOf(speech.language, speech.germanAddress)(key, values, count, speech.values)
}

/** The key of what is said on this mail's occasion: the usual one where it has no text of its own. */
function worded({ language, wording }: Speech, key: string): string {
  if (wording === null || !key.startsWith(wording.common)) return key
  const own = wording.own + key.slice(wording.common.length)
  return hasText(language, own) ? own : key
}

type SafeHtml = InstanceType<typeof Handlebars.SafeString>

function ownText({ language, ownTexts }: Speech, key: string, count: number | undefined) {
  if (ownTexts === null) return null
  return merchantText(ownTexts, language, textKey(language, key, count))
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
