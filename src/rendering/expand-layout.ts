import type { Palette } from "./palette"

const PARTIAL = /\{\{> ([a-z][a-z-]*)\}\}/g
const COLOR = /\{\{colors\.([A-Za-z]+)\}\}/g

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
 * Puts colours where `{{colors.<name>}}` stands: MJML checks and computes with them, so they must be there before it
 * runs.
 *
 * @throws Error that names the known colours, when a layout asks for another one
 */
export function pasteColors(source: string, palette: Palette): string {
  const colors = new Map(Object.entries(palette))
  return source.replace(COLOR, (_, name: string) => {
    const color = colors.get(name)
    if (color === undefined) {
      throw new Error(`There is no colour "${name}". A layout can use ${[...colors.keys()].join(", ")}.`)
    }
    return color
  })
}
