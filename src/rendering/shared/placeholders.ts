/** Fixed parts at even places, names of placeholders at odd ones. */
export type ParsedText = readonly string[]

/** `{{name}}`, blanks inside the braces are allowed; `{{{name}}}` is something else. */
const PLACEHOLDER = /(?<!\{)\{\{[ \t]*([a-z]+(?:_[a-z]+)*)[ \t]*\}\}(?!\})/

/** Parses a text once, to be filled often. Whatever else stands in braces stays in a fixed part. */
export function parseText(text: string): ParsedText {
  return text.split(PLACEHOLDER)
}

/** The names of a text's placeholders, each once, in the order they appear. */
export function placeholderNames(parsed: ParsedText): string[] {
  return [...new Set(parsed.filter((_, index) => index % 2 === 1))]
}

/** Braces that are left when the placeholders are taken out: `{{#if x}}`, `{{{x}}}`, `{{x` and the like. */
export function looseBraces(parsed: ParsedText): string[] {
  return parsed.filter((part, index) => index % 2 === 0 && /\{\{|\}\}/.test(part))
}
