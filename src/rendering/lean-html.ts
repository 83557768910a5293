/**
 * Takes out of MJML's HTML what says nothing: declarations that repeat a default or an attribute, attributes without a
 * value, and indentation. Every mail would carry it through encoding, storage and sending, and much of it is what mail
 * clients are known not to support (caniemail.com). Runs once a layout, with the Handlebars expressions in place.
 *
 * Conditional comments, which only Outlook for Windows reads, stay as they are: what is needless elsewhere is how Word
 * is told the layout.
 */
export function leanHtml(html: string): string {
  return html
    .split(/(<!--[\s\S]*?-->|<style[\s\S]*?<\/style>)/)
    .map((part, index) => (index % 2 === 1 ? part : leanTags(part)))
    .join("")
    .replace(/\n\s+/g, "\n")
}

/** A tag with its attributes. A `>` within an attribute's quotes does not end it. */
const TAG = /<([a-z][a-z0-9]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>/g
const ATTRIBUTE = /([^\s"'<>=/]+)(?:\s*=\s*"([^"]*)")?/g

function leanTags(html: string): string {
  // HTML has them where they are left out (HTML Living Standard, 13.1.2.4), and MJML writes none but these.
  const withoutOptional = html.replace(/\s*<\/?tbody>/g, "")
  return withoutOptional.replace(TAG, (_, name: string, source: string, slash: string) => {
    const attributes = new Map([...source.matchAll(ATTRIBUTE)].map(([, key = "", value]) => [key, value]))
    leanAttributes(name, attributes)
    const written = [...attributes].map(([key, value]) => (value === undefined ? ` ${key}` : ` ${key}="${value}"`))
    return `<${name}${written.join("")}${slash}>`
  })
}

type Attributes = Map<string, string | undefined>

function leanAttributes(tag: string, attributes: Attributes): void {
  // The mail's subject, which every client reads out before the mail.
  if (attributes.get("aria-roledescription") === "email") {
    attributes.delete("aria-label")
    attributes.delete("aria-roledescription")
  }
  const style = attributes.get("style")
  if (style !== undefined) {
    const declarations = parseStyle(style)
    leanStyle(declarations)
    if (declarations.get("width") === attributes.get("width")) declarations.delete("width")
    moveAlignment(tag, declarations, attributes)
    attributes.set("style", [...declarations].map(([property, value]) => `${property}:${value}`).join(";"))
  }
  for (const name of ["style", "class"]) {
    if (attributes.get(name) === "") attributes.delete(name)
  }
}

function parseStyle(style: string): Map<string, string> {
  const declarations = style
    .split(/;(?![^(]*\))/)
    .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
  return new Map(declarations.flatMap(([property, value]) => (property && value ? [[property, value]] : [])))
}

/** Declarations that say what holds without them. */
const DEFAULTS: Record<string, string> = {
  "word-spacing": "normal",
  direction: "ltr",
  "table-layout": "auto",
  border: "none",
  // `overflow-wrap` of the document does it, for the clients that know either.
  "word-break": "break-word",
}

/**
 * How MJML hides a preheader a second time. Spam filters count text that is tiny or has the colour of its ground, and
 * the one mail program that ignores `display: none` (Gmail for other providers' mailboxes) may show the sentence.
 */
const HIDING_TWICE = ["color", "font-size", "line-height", "max-height", "max-width", "opacity", "overflow"]

function leanStyle(declarations: Map<string, string>): void {
  for (const [property, value] of Object.entries(DEFAULTS)) {
    if (declarations.get(property) === value) declarations.delete(property)
  }
  if (declarations.get("background") === declarations.get("background-color")) {
    declarations.delete("background")
  }
  if (declarations.get("display") === "none") {
    HIDING_TWICE.forEach((property) => declarations.delete(property))
    declarations.set("mso-hide", "all")
  }
}

/** `align` is understood where `text-align` is not. Not for tables: theirs places the table, not its text. */
function moveAlignment(tag: string, declarations: Map<string, string>, attributes: Attributes): void {
  const alignment = declarations.get("text-align")
  if (alignment === undefined || !["td", "div", "p"].includes(tag)) return
  if (!attributes.has("align")) attributes.set("align", alignment)
  if (attributes.get("align") === alignment) declarations.delete("text-align")
}
