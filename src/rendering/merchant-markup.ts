import { Parser } from "htmlparser2"
import sanitizeHtml, { type Tag } from "sanitize-html"
import { isLinkAddress, MARKUP_TAGS } from "./shared/text-markup"

/**
 * Makes harmless HTML of a merchant's text, whatever it is: the tags above, links that lead where they may, and
 * everything else as text or not at all. Ends of lines become line breaks.
 */
export function sanitizeMarkup(text: string): string {
  return sanitizeHtml(text.replaceAll("\n", "<br>"), {
    allowedTags: [...MARKUP_TAGS],
    allowedAttributes: { a: ["href", "style"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    // A link has the colour of its text, which is made to be readable on its ground, in dark mode, too.
    allowedStyles: { a: { color: [/^inherit$/] } },
    transformTags: {
      a: (_, { href = "" }): Tag =>
        isLinkAddress(href)
          ? { tagName: "a", attribs: { href, style: "color:inherit" } }
          : // No tag of this name is let through; what stands between the two is.
            { tagName: "span", attribs: {} },
    },
  }).replaceAll("<br />", "<br>")
}

/**
 * The same for the text part: a link as "text (address)", a line break as the end of a line, nothing of bold and italic.
 * @param html as {@link sanitizeMarkup} returns it
 */
export function markupToPlainText(html: string): string {
  let plain = ""
  let link: { address: string; at: number } | null = null
  const parser = new Parser({
    onopentag(name, { href = "" }) {
      if (name === "br") plain = `${plain.replace(/ +$/, "")}\n`
      if (name === "a") link = { address: href.replace(/^mailto:/i, ""), at: plain.length }
    },
    ontext: (text) => (plain += plain.endsWith("\n") ? text.trimStart() : text),
    onclosetag(name) {
      if (name !== "a" || link === null) return
      const words = plain.slice(link.at).trim()
      if (words !== link.address) plain += words === "" ? link.address : ` (${link.address})`
      link = null
    },
  })
  parser.end(html)
  return plain
}
