import { Parser } from "htmlparser2"
import sanitizeHtml, { type Attributes, type Tag } from "sanitize-html"
import { withTagsOnOneLine } from "./shared/check-markup"
import { isLinkAddress, MARKUP_TAGS } from "./shared/text-markup"

/**
 * Makes harmless HTML of a merchant's text, whatever it is: the tags above, links that lead where they may, and
 * everything else as text or not at all. Ends of lines become line breaks.
 */
export function sanitizeMarkup(text: string): string {
  const html = sanitizeHtml(withTagsOnOneLine(text).replaceAll("\n", "<br>"), {
    allowedTags: [...MARKUP_TAGS],
    allowedAttributes: { a: ["href", "style"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    // A link has the colour of its text, which is made to be readable on its ground, in dark mode, too.
    allowedStyles: { a: { color: [/^inherit$/] } },
    transformTags: {
      // Not another name for a link that leads nowhere: sanitize-html then writes the ends of later tags wrongly.
      a: (tagName, { href = "" }): Tag => ({
        tagName,
        attribs: isLinkAddress(href.trim()) ? { href: href.trim(), style: "color:inherit" } : ({} as Attributes),
      }),
    },
  })
  return withoutEmptyLinks(html.replaceAll("<br />", "<br>"))
}

/** Leaves of links without an address what stands in them. `html`: balanced, as sanitize-html returns it. */
function withoutEmptyLinks(html: string): string {
  const open: boolean[] = []
  return html.replace(/<a( [^>]*)?>|<\/a>/g, (tag) => {
    if (tag === "</a>") return open.pop() ? tag : ""
    const leadsSomewhere = tag !== "<a>"
    open.push(leadsSomewhere)
    return leadsSomewhere ? tag : ""
  })
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
