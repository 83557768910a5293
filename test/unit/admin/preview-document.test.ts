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
