import { markupToPlainText, sanitizeMarkup } from "./merchant-markup"
import { oneLine } from "./one-line"
import { looseBraces, parseText, placeholderNames, type ParsedText } from "./shared/placeholders"
import { textSpec, type TextSpec } from "./text-catalog"
import type { Language } from "./types"

/** A text in a merchant's own words, parsed, to be filled often. */
export interface MerchantText {
  readonly plain: ParsedText
  /** HTML that needs no more escaping; null for a text that has no markup. */
  readonly html: ParsedText | null
}

const parsedTexts = new Map<string, MerchantText | null>()

/** All texts of some dozens of shops; beyond that the oldest is parsed again when it is needed. */
const MAX_PARSED = 2_000
/** What could never have been saved is not even looked at. */
const MAX_LENGTH = 10_000

/**
 * A merchant's own text, made harmless whatever is stored: markup beyond what a text may have is taken out.
 * @param texts by `<language>:<key>`
 * @returns null where the merchant has none, or what is stored cannot be filled; then the shipped text stands
 */
export function merchantText(
  texts: Readonly<Record<string, string>>,
  language: Language,
  key: string,
): MerchantText | null {
  const id = `${language}:${key}`
  const text: unknown = Object.hasOwn(texts, id) ? texts[id] : null
  if (typeof text !== "string" || text.length > MAX_LENGTH) return null
  const place = `${id}\n${text}`
  let parsed = parsedTexts.get(place)
  if (parsed === undefined) {
    const spec = textSpec(language, key)
    parsed = spec && parseMerchantText(text, spec)
    parsedTexts.set(place, parsed)
    if (parsedTexts.size > MAX_PARSED) parsedTexts.delete(parsedTexts.keys().next().value as string)
  }
  return parsed
}

function parseMerchantText(text: string, spec: TextSpec): MerchantText | null {
  const html = spec.rich ? sanitizeMarkup(cleanLines(text)) : null
  const plain = html === null ? oneLine(text) : markupToPlainText(html).trim()
  const parsed = { plain: parseText(plain), html: html === null ? null : parseText(html) }
  return plain !== "" && isFillable(parsed.plain, spec) && (!parsed.html || isFillable(parsed.html, spec))
    ? parsed
    : null
}

function isFillable(parsed: ParsedText, { placeholders }: TextSpec): boolean {
  return looseBraces(parsed).length === 0 && placeholderNames(parsed).every((name) => placeholders.includes(name))
}

function cleanLines(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => oneLine(line, MAX_LENGTH))
    .join("\n")
}
