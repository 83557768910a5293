import { describe, expect, it } from "vitest"
import { previewDocument } from "../../../admin/lib/preview-document"

describe("previewDocument", () => {
  it("puts its policy first in the head, and keeps the rest", () => {
    const html = '<!doctype html><html lang="de"><head lang="de"><title>x</title></head><body>Hallo</body></html>'
    const guarded = previewDocument(html)
    expect(guarded).toMatch(
      /^<!doctype html><html lang="de"><head lang="de"><meta http-equiv="Content-Security-Policy"[^>]+><base target="_blank"><title>/,
    )
    expect(guarded.endsWith("<body>Hallo</body></html>")).toBe(true)
  })

  it("is not led astray by a header element", () => {
    const guarded = previewDocument("<header>Shop</header>")
    expect(guarded).toMatch(/^<!doctype html><html><head><meta [^>]+><base [^>]+><\/head><body><header>/)
  })
})

describe("previewDocument as a reader's device prefers it", () => {
  const html = `<head>
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>
@media (prefers-color-scheme: dark) { p { color: white } }
@media screen and (PREFERS-COLOR-SCHEME:light) and (max-width: 479px) { p { color: black } }
</style></head><body><p>Buch „@media (prefers-color-scheme: dark)“</p></body>`

  it("answers every question about the preference as the other way round, too", () => {
    const dark = previewDocument(html, "dark")
    expect(dark).toContain("@media (min-width: 0) { p { color: white } }")
    expect(dark).toContain("@media screen and (max-width: 0) and (max-width: 479px) { p { color: black } }")
    const light = previewDocument(html, "light")
    expect(light).toContain("@media (max-width: 0) { p { color: white } }")
    expect(light).toContain("@media screen and (min-width: 0) and (max-width: 479px) { p { color: black } }")
  })

  it("tells the browser to paint what the mail leaves to it in the same colours", () => {
    expect(previewDocument(html, "dark")).toContain(
      '<meta name="color-scheme" content="dark"><meta name="supported-color-schemes" content="dark">',
    )
  })

  it("changes nothing that is read", () => {
    expect(previewDocument(html, "dark")).toContain("<p>Buch „@media (prefers-color-scheme: dark)“</p>")
  })

  it("leaves the mail as it is without a preference", () => {
    expect(previewDocument(html)).toContain(html.slice(html.indexOf("<meta")))
  })
})
