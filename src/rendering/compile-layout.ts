import mjml2html from "mjml"
import { pasteStyle } from "./expand-layout"
import { compileTemplate, type Fill } from "./handlebars"
import { leanHtml } from "./lean-html"
import { mailDocument } from "./mail-document"
import { mailStyleOf, type StyleOfShop } from "./mail-style"
import { paymentInMail, type PaymentInMail } from "./payment-in-mail"
import { readLayout } from "./read-layout"
import { kindsWithLayout, MERCHANT_LAYOUTS } from "./template-files"

/** The layout of one kind, ready to be filled any number of times, in any language. */
export interface CompiledLayout {
  kind: string
  html: Fill
  text: Fill
  /** Whether it says how to pay, and so cannot be filled without payment instructions; see {@link PaymentInMail}. */
  payment: PaymentInMail
  /** What MJML had to say about the layout. */
  warnings: string[]
}

const layouts = new Map<string, Promise<CompiledLayout>>()

/** A few hundred shops with a style of their own; beyond that the oldest layout is compiled again when it is needed. */
const MAX_LAYOUTS = 500

/**
 * The compiled layout of a kind in a shop's style, from the cache where it was compiled before. MJML takes
 * milliseconds and filling takes microseconds, so MJML runs once per kind and style, with the Handlebars
 * expressions left in.
 *
 * @throws Error when the kind has no layout, MJML finds a mistake in it, or colour, font or radius cannot be used
 */
export function compiledLayout(kind: string, style: StyleOfShop): Promise<CompiledLayout> {
  const key = keyOf(kind, style)
  const known = layouts.get(key)
  if (known !== undefined) {
    return known
  }
  const compiling = compileLayout(kind, style)
  layouts.set(key, compiling)
  // A layout that failed is not remembered: the next mail reports the mistake afresh.
  compiling.catch(() => layouts.delete(key))
  if (layouts.size > MAX_LAYOUTS) {
    layouts.delete(layouts.keys().next().value as string)
  }
  return compiling
}

/** Everything that is pasted into a layout; what a mail is filled with does not belong in here. */
function keyOf(kind: string, { colors, font, cornerRadius }: StyleOfShop): string {
  const { background, card, text, primary, buttonText } = colors
  return JSON.stringify([kind, background, card, text, primary, buttonText, font, cornerRadius])
}

/** Compiles a kind's layout, whatever the cache holds. Parameters and errors as {@link compiledLayout}. */
export async function compileLayout(kind: string, style: StyleOfShop): Promise<CompiledLayout> {
  if (!kindsWithLayout().includes(kind) && !MERCHANT_LAYOUTS.includes(kind)) {
    throw new Error(
      `There is no layout for mails of kind "${kind}". Layouts exist for: ${kindsWithLayout().join(", ")}.`,
    )
  }
  const mjml = pasteStyle(readLayout(kind, "mjml"), mailStyleOf(style))
  // No minification: it moves Handlebars expressions that stand between table rows.
  const { html, errors } = await mjml2html(mjml, {
    validationLevel: "strict",
    keepComments: false,
    fonts: {},
    // The types do not know that MJML gives it the parts.
    skeleton: mailDocument as () => string,
  })
  return {
    kind,
    html: compileTemplate(leanHtml(html), "html"),
    payment: paymentInMail(kind),
    text: compileTemplate(readLayout(kind, "txt.hbs"), "text"),
    warnings: errors.map((error) => error.formattedMessage),
  }
}
