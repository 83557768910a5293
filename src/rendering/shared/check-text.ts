import { checkMarkup, firstTag, shortened, withoutTags } from "./check-markup"
import { looseBraces, parseText, placeholderNames } from "./placeholders"
import type { TextFinding } from "./text-findings"

/** What a text may have. */
export interface TextRules {
  /** It may have bold, italic, links and line breaks. Others are one line of plain text. */
  readonly rich: boolean
  /** In UTF-16 units, as HTML's `maxlength` counts. */
  readonly maxLength: number
  /** Names of the placeholders it may have, those of the shipped text first. */
  readonly placeholders: readonly string[]
  /** Those without which the mail would lose what it is for. */
  readonly mandatory: readonly string[]
}

/**
 * Control characters, marks that turn the reading direction, halves of characters, and characters that mean nothing to
 * others. Line ends are looked at apart; joiners within emoji and scripts are honest.
 */
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/u

/** A text as it is stored: line ends as `\n`, no blanks at its ends. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim()
}

/**
 * Looks at a merchant's own text, as it is saved and while it is typed.
 * @param text as {@link tidyText} returns it
 * @returns every reason why it cannot be used; none: it can
 */
export function checkText(text: string, rules: TextRules): TextFinding[] {
  if (text.length > rules.maxLength) return [{ code: "too-long", what: String(rules.maxLength) }]
  const markup = rules.rich ? checkMarkup(text) : plainTextFindings(text)
  const references = rules.rich ? referenceFindings(text) : []
  const findings = [...characterFindings(text), ...references, ...markup, ...placeholderFindings(text, rules)]
  if (findings.length > 0) return findings
  return withoutTags(text).replaceAll("&nbsp;", " ").trim() === "" ? [{ code: "empty", what: null }] : []
}

function plainTextFindings(text: string): TextFinding[] {
  const tag = firstTag(text)
  return [
    ...(text.includes("\n") ? [{ code: "several-lines", what: null } as const] : []),
    ...(tag === null ? [] : [{ code: "markup-not-here", what: tag } as const]),
  ]
}

function characterFindings(text: string): TextFinding[] {
  const found = INVISIBLE.exec(text.replaceAll("\n", ""))?.[0]
  if (found === undefined) return []
  const code = found.codePointAt(0) ?? 0
  return [{ code: "invisible-character", what: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` }]
}

/** HTML's own signs and the blank that does not break; others can hide what is invisible, and can be typed. */
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|nbsp);)(?:#[0-9a-z]+|[a-z][a-z0-9]*);?/gi

/** In a text with markup, references to characters are what they refer to. */
function referenceFindings(text: string): TextFinding[] {
  const [found] = [...withoutTags(text).matchAll(REFERENCE)].filter(([written]) => /^&#|;$/.test(written))
  return found ? [{ code: "reference-not-allowed", what: shortened(found[0]) }] : []
}

function placeholderFindings(text: string, { placeholders, mandatory }: TextRules): TextFinding[] {
  const parsed = parseText(text)
  const names = placeholderNames(parsed)
  const braces = (name: string) => `{{${name}}}`
  return [
    ...looseBraces(parsed).map(braceFinding),
    ...names
      .filter((name) => !placeholders.includes(name))
      .map((name) => ({ code: "placeholder-unknown", what: braces(name) }) as const),
    ...mandatory
      .filter((name) => !names.includes(name))
      .map((name) => ({ code: "placeholder-missing", what: braces(name) }) as const),
  ]
}

/** `{{#if x}}`, `{{{x}}}`, `{{> x}}`, `{{a.b}}` are meant to do something; `{{number}` is a slip. */
function braceFinding(part: string): TextFinding {
  const whole = /\{\{.*?\}\}+/s.exec(part)?.[0]
  if (whole === undefined) return { code: "placeholder-broken", what: shortened(part.slice(part.search(/\{\{|\}\}/))) }
  const isName = /^\{\{\s*[\p{L}\p{N}_-]+\s*\}\}$/u.test(whole)
  return { code: isName ? "placeholder-unknown" : "expression", what: shortened(whole) }
}
