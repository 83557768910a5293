/**
 * Loads images and styles only. The frame's empty sandbox already forbids scripts, forms and pop-ups; this also forbids
 * what a sandbox allows: frames, fonts, media and requests.
 */
const POLICY = "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"

/** Links open nowhere: a new window needs a permission that the sandbox does not give. */
const GUARD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">`

/** The mail's HTML, with the guard as the first thing in its head, ready for `srcdoc` of a sandboxed frame. */
export function previewDocument(html: string): string {
  const head = /<head(\s[^>]*)?>/i.exec(html)
  if (!head) return `<!doctype html><html><head>${GUARD}</head><body>${html}</body></html>`
  const afterHead = head.index + head[0].length
  return html.slice(0, afterHead) + GUARD + html.slice(afterHead)
}
