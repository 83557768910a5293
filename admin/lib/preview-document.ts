/**
 * Loads images and styles only. The frame's empty sandbox already forbids scripts, forms and pop-ups; this also forbids
 * what a sandbox allows: frames, fonts, media and requests.
 */
const POLICY = "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"

/** Links open nowhere: a new window needs a permission that the sandbox does not give. */
const GUARD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">`

/** What a mail client's user prefers. */
export type ColorScheme = "light" | "dark"

const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/gi
const PREFERENCE = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi
const DECLARATION = /(<meta\s+name="(?:supported-)?color-schemes?"\s+content=")[^"]*(")/gi

/** Conditions that always and never hold, and can stand wherever a condition can. */
const ALWAYS = "(min-width: 0)"
const NEVER = "(max-width: 0)"

/**
 * The mail's HTML, with the guard as the first thing in its head, ready for `srcdoc` of a sandboxed frame.
 * @param scheme as if the reader preferred it, whatever the browser around us prefers; without it, as the browser does
 */
export function previewDocument(html: string, scheme?: ColorScheme): string {
  const colored = scheme ? preferring(html, scheme) : html
  const head = /<head(\s[^>]*)?>/i.exec(colored)
  if (!head) return `<!doctype html><html><head>${GUARD}</head><body>${colored}</body></html>`
  const afterHead = head.index + head[0].length
  return colored.slice(0, afterHead) + GUARD + colored.slice(afterHead)
}

/** A frame takes the preference from the system, and nothing on the page can change it: so its questions are answered. */
function preferring(html: string, scheme: ColorScheme): string {
  return html
    .replace(
      STYLE,
      (_, start: string, css: string, end: string) =>
        start + css.replace(PREFERENCE, (__, asked: string) => (asked.toLowerCase() === scheme ? ALWAYS : NEVER)) + end,
    )
    .replace(DECLARATION, `$1${scheme}$2`)
}
