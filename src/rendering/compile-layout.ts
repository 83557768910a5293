import mjml2html from "mjml"
import { pasteColors, pastePartials } from "./expand-layout"
import { compileTemplate, type Fill } from "./handlebars"
import { leanHtml } from "./lean-html"
import { mailDocument } from "./mail-document"
import { paletteOf } from "./palette"
import { kindsWithLayout, readTemplateFile } from "./template-files"
import type { Branding } from "./types"

/** The layout of one kind, ready to be filled any number of times, in any language. */
export interface CompiledLayout {
  kind: string
  html: Fill
  text: Fill
  /** Whether it says how to pay, and so cannot be filled without payment instructions. */
  statesPayment: boolean
  /** What MJML had to say about the layout. */
  warnings: string[]
}

const layouts = new Map<string, Promise<CompiledLayout>>()

/** A few hundred shops with colours of their own; beyond that the oldest layout is compiled again when it is needed. */
const MAX_LAYOUTS = 500

/**
 * The compiled layout of a kind in a shop's colours, from the cache where it was compiled before. MJML takes
 * milliseconds and filling takes microseconds, so MJML runs once per kind and colours, with the Handlebars
 * expressions left in.
 *
 * @throws Error when the kind has no layout, MJML finds a mistake in it, or a colour is malformed
 */
export function compiledLayout(kind: string, colors: Branding["colors"]): Promise<CompiledLayout> {
  const key = JSON.stringify([kind, colors.background, colors.card, colors.text, colors.primary, colors.buttonText])
  const known = layouts.get(key)
  if (known !== undefined) {
    return known
  }
  const compiling = compileLayout(kind, colors)
  layouts.set(key, compiling)
  // A layout that failed is not remembered: the next mail reports the mistake afresh.
  compiling.catch(() => layouts.delete(key))
  if (layouts.size > MAX_LAYOUTS) {
    layouts.delete(layouts.keys().next().value as string)
  }
  return compiling
}

/** Compiles a kind's layout, whatever the cache holds. Parameters and errors as {@link compiledLayout}. */
export async function compileLayout(kind: string, colors: Branding["colors"]): Promise<CompiledLayout> {
  if (!kindsWithLayout().includes(kind)) {
    throw new Error(
      `There is no layout for mails of kind "${kind}". Layouts exist for: ${kindsWithLayout().join(", ")}.`,
    )
  }
  const mjml = pasteColors(readLayout(kind, "mjml"), paletteOf(colors))
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
    statesPayment: mjml.includes("{{payment."),
    text: compileTemplate(readLayout(kind, "txt.hbs"), "text"),
    warnings: errors.map((error) => error.formattedMessage),
  }
}

/** The source of a kind's layout with its partials in place; partials of a `txt.hbs` are `txt.hbs`, too. */
export function readLayout(kind: string, extension: "mjml" | "txt.hbs"): string {
  return pastePartials(readTemplateFile(`${kind}.${extension}`), (name) =>
    readTemplateFile(`partials/${name}.${extension}`),
  )
}
