import { describe, expect, it } from "vitest"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import { LANGUAGES } from "../../../src/rendering/types"
import { textOfHtml } from "./text-of-html"

const BANNERS = {
  de: "Testmail: Diese E-Mail dient nur der Probe.",
  en: "Test mail: this e-mail is only a trial.",
  fr: "E-mail de test\u00a0: ceci n’est qu’un essai.",
  it: "E-mail di prova: questo messaggio serve solo da test.",
  es: "Correo de prueba: este mensaje es solo un ensayo.",
  nl: "Testmail: deze e-mail is alleen een proef.",
  pl: "Wiadomość testowa: to tylko próba.",
}
const EVERY_KIND = kindsWithLayout().flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))

describe.each(EVERY_KIND)("a test mail of the kind %s in %s", (kind, language) => {
  it("says that it is a test, in its subject and first of all in both parts", async () => {
    const { subject, html, text } = await renderMail({ ...sampleInput(kind, language), testMail: true })
    expect(subject).toMatch(/^\[Test\] ./)
    expect(text.startsWith(`*** ${BANNERS[language]}`)).toBe(true)
    const shown = textOfHtml(html)
    expect(shown.indexOf(BANNERS[language])).toBeGreaterThanOrEqual(0)
    expect(shown.indexOf(BANNERS[language])).toBeLessThan(shown.indexOf("Jördis Petersen"))
  })

  it("is otherwise the mail that customers get, whatever was rendered before", async () => {
    const input = sampleInput(kind, language)
    const real = await renderMail(input)
    const test = await renderMail({ ...input, testMail: true })
    const realAgain = await renderMail({ ...input, testMail: false })
    expect(realAgain).toEqual(real)
    expect(test.subject).toBe(`[Test] ${real.subject}`)
    expect(test.text.endsWith(real.text)).toBe(true)
    expect(test.inlineImages).toEqual(real.inlineImages)
    expect(real.html + real.text).not.toContain(BANNERS[language])
  })
})
