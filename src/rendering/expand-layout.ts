import type { MailStyle } from "./mail-style"

const PARTIAL = /\{\{> ([a-z][a-z-]*)\}\}/g
const STYLE = /\{\{(colors|font|radius)\.([A-Za-z]+)\}\}/g

/** Deeper than any layout; a partial that contains itself ends here instead of in an endless loop. */
const MAX_DEPTH = 8

/**
 * Puts partials where `{{> name}}` stands. They are pasted as text, because a partial of a layout is MJML and must be
 * there before MJML runs; Handlebars itself never sees one.
 *
 * @param readPartial gives the source of a partial, and throws when there is none
 * @throws Error when partials contain each other
 */
export function pastePartials(source: string, readPartial: (name: string) => string, depth: number = 0): string {
  if (depth > MAX_DEPTH) {
    throw new Error(`Partials are nested more than ${MAX_DEPTH} deep. Does one of them contain itself?`)
  }
  return source.replace(PARTIAL, (_, name: string) =>
    pastePartials(readPartial(name).replace(/\n$/, ""), readPartial, depth + 1),
  )
}

/**
 * Puts colours, font and radius where `{{colors.<name>}}`, `{{font.stack}}` and `{{radius.<name>}}` stand: MJML checks
 * and computes with them, so they must be there before it runs.
 *
 * @throws Error that names what there is, when a layout asks for something else
 */
export function pasteStyle(source: string, style: MailStyle): string {
  return source.replace(STYLE, (_, group: keyof MailStyle, name: string) => {
    const values = new Map<string, string | number>(Object.entries(style[group]))
    const value = values.get(name)
    if (value === undefined) {
      throw new Error(
        `There is no "${group}.${name}". Of "${group}", a layout can use ${[...values.keys()].join(", ")}.`,
      )
    }
    return String(value)
  })
}
