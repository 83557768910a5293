/** Why a merchant's text cannot be used. */
export const TEXT_FINDING_CODES = [
  "empty",
  "too-long",
  "several-lines",
  "invisible-character",
  "placeholder-unknown",
  "placeholder-missing",
  "placeholder-broken",
  "expression",
  "markup-not-here",
  "markup-broken",
  "tag-not-allowed",
  "tag-not-closed",
  "tag-not-opened",
  "attribute-not-allowed",
  "link-in-link",
  "link-without-address",
  "link-without-words",
  "placeholder-in-address",
  "address-not-allowed",
  "reference-not-allowed",
] as const
export type TextFindingCode = (typeof TEXT_FINDING_CODES)[number]

export interface TextFinding {
  code: TextFindingCode
  /** What it is about: a placeholder, a tag, a number of characters; null where there is nothing to name. */
  what: string | null
}

/** A finding in words that a merchant can act on. */
export function findingInWords({ code, what }: TextFinding): string {
  return WORDS[code](what ?? "")
}

const WORDS: Record<TextFindingCode, (what: string) => string> = {
  empty: () => "takes some text; to have the shipped text again, let it be inherited",
  "too-long": (what) => `is too long: it takes at most ${what} characters`,
  "several-lines": () => "takes one line",
  "invisible-character": (what) => `has an invisible character (${what}): delete it`,
  "placeholder-unknown": (what) => `does not know the placeholder ${what}`,
  "placeholder-missing": (what) => `needs the placeholder ${what}, or the mail would lose what it is for`,
  "placeholder-broken": (what) => `has braces that are no placeholder: ${what}; write {{name}}`,
  expression: (what) => `takes placeholders such as {{number}} and no expressions: ${what}`,
  "markup-not-here": (what) => `takes plain text, no markup: ${what}`,
  "markup-broken": (what) => `has a tag that does not end: ${what}`,
  "tag-not-allowed": (what) => `takes bold, italic, links and line breaks (<b>, <i>, <a href="…">, <br>), not ${what}`,
  "tag-not-closed": (what) => `has ${what} that is not closed`,
  "tag-not-opened": (what) => `closes ${what} where it is not open`,
  "attribute-not-allowed": (what) => `takes no attribute but href of a link, not ${what}`,
  "link-in-link": () => "has a link within a link",
  "link-without-address": () => 'has a link without an address; write <a href="https://…">',
  "placeholder-in-address": (what) => `takes no placeholder in a link's address: ${what}`,
  "link-without-words": () => "has a link without words: nobody can see it",
  "reference-not-allowed": (what) => `takes the character itself, not ${what}`,
  "address-not-allowed": (what) => `takes links to https://, http:// and mailto: addresses only, not ${what}`,
}
