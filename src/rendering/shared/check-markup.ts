import { isLinkAddress, MARKUP_TAGS } from "./text-markup"
import type { TextFinding } from "./text-findings"

/** Where HTML's parsers begin to see a tag, a comment or a declaration; `5 < 6` is text. */
const TAG_START = /<(?=[A-Za-z/!?])/
/** A whole tag; a `>` within quotes does not end it. */
const ANY_TAG = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/g
const TAG = new RegExp(`^${ANY_TAG.source}`)

/**
 * Finds what a text may not have beside bold, italic, links and line breaks, as it was typed. Stricter than browsers,
 * which make something of everything: a merchant shall hear of a mistake and not guess what became of it.
 */
export function checkMarkup(text: string): TextFinding[] {
  const findings: TextFinding[] = []
  const open: string[] = []
  let rest = text
  for (let start = rest.search(TAG_START); start !== -1; start = rest.search(TAG_START)) {
    rest = rest.slice(start)
    const tag = TAG.exec(rest)?.[0]
    if (tag === undefined) {
      const isDeclaration = /^<[!?]/.test(rest)
      findings.push({ code: isDeclaration ? "tag-not-allowed" : "markup-broken", what: shortened(rest) })
      rest = rest.slice(1)
      continue
    }
    rest = rest.slice(tag.length)
    findings.push(...checkTag(tag, rest, open))
  }
  return [...findings, ...open.map((name): TextFinding => ({ code: "tag-not-closed", what: `<${name}>` }))]
}

/** Whether HTML's parsers would see a tag in a text that is to have none. */
export function firstTag(text: string): string | null {
  const start = text.search(TAG_START)
  if (start === -1) return null
  return shortened(TAG.exec(text.slice(start))?.[0] ?? text.slice(start))
}

/**
 * @param after what follows the tag
 * @param open names of the tags that are open, the innermost last; changed by this tag
 */
function checkTag(tag: string, after: string, open: string[]): TextFinding[] {
  const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1]?.toLowerCase() ?? ""
  if (!MARKUP_TAGS.some((each) => each === name)) return [{ code: "tag-not-allowed", what: `<${name}>` }]
  if (tag.startsWith("</")) {
    if (open.at(-1) !== name) return [{ code: "tag-not-opened", what: `</${name}>` }]
    open.pop()
    return []
  }
  const findings = checkAttributes(name, attributesOf(tag))
  // A link that nobody sees, and a screen reader calls by its address.
  if (name === "a" && withoutTags(/^.*?<\/a\s*>/is.exec(after)?.[0] ?? "x").trim() === "")
    findings.push({ code: "link-without-words", what: null })
  if (name === "a" && open.includes("a")) findings.push({ code: "link-in-link", what: "<a>" })
  if (name !== "br") open.push(name)
  return findings
}

function checkAttributes(name: string, attributes: readonly Attribute[]): TextFinding[] {
  const addresses = attributes.filter((attribute) => name === "a" && attribute.name === "href")
  const unknown = attributes.filter((attribute) => !addresses.includes(attribute))
  const findings = unknown.map(({ name: what }): TextFinding => ({ code: "attribute-not-allowed", what }))
  if (name !== "a") return findings
  if (addresses.length === 0) return [...findings, { code: "link-without-address", what: "<a>" }]
  const ofAddresses = addresses.flatMap(({ value }) => addressFinding(value) ?? [])
  // Of two addresses one would be lost.
  if (ofAddresses.length === 0 && addresses.length > 1) findings.push({ code: "attribute-not-allowed", what: "href" })
  return [...findings, ...ofAddresses.slice(0, 1)]
}

/** @param address as it was typed */
function addressFinding(address: string): TextFinding | null {
  if (address.trim() === "") return { code: "link-without-address", what: "<a>" }
  if (/\{\{|\}\}/.test(address)) return { code: "placeholder-in-address", what: shortened(address) }
  return isLinkAddress(readAddress(address)) ? null : { code: "address-not-allowed", what: shortened(address) }
}

interface Attribute {
  name: string
  value: string
}

const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

function attributesOf(tag: string): Attribute[] {
  return [...tag.replace(/^<[^\s/>]+/, "").matchAll(ATTRIBUTE)].map(([, name = "", double, single, bare]) => ({
    name: name.toLowerCase(),
    value: double ?? single ?? bare ?? "",
  }))
}

/**
 * `&` may be written as HTML wants it; no other character needs a reference, and `&#x6A;avascript:` hides one. Some
 * references do without their `;`, where no `=` follows.
 */
function readAddress(written: string): string {
  const isReferring = /&(#|[a-z][a-z0-9]*(?![a-z0-9=]))/i.test(written.replaceAll("&amp;", ""))
  return isReferring ? "" : written.replaceAll("&amp;", "&").trim()
}

/** A text whose tags stand on one line each, as tags may be typed on several: there an end of a line is a blank. */
export function withTagsOnOneLine(text: string): string {
  return text.replace(ANY_TAG, (tag) => tag.replace(/\s+/g, " "))
}

/** What a text says apart from its tags. */
export function withoutTags(text: string): string {
  return text.replace(ANY_TAG, "")
}

/** Enough of what was typed to find it again. */
export function shortened(typed: string): string {
  const characters = [...typed.slice(0, 200)]
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : typed
}
