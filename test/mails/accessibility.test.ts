/** The mails in a browser, checked by axe-core with all its default rules (WCAG 2.2 A and AA, best practices). */
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../../demo/parts/launch-browser"
import { showMail, type MailLook } from "../../demo/parts/show-mail"
import { sampleVariants } from "../../src/kinds/sample-mail"
import { renderNotice } from "../../src/rendering/render-notice"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { kindsWithLayout } from "../../src/rendering/template-files"
import { LANGUAGES, type RenderedMail } from "../../src/rendering/types"
import { axeViolations } from "../helpers/axe"
import { sampleNotice, sampleNoticeInput } from "../unit/rendering/notice-samples"

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const MAILS = kindsWithLayout().flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))

describe.each(MAILS)("a mail of the kind %s in %s", (kind, language) => {
  // Words have no colours: one language is enough for the dark ones.
  it.each(language === "de" ? (["light", "dark"] as const) : (["light"] as const))(
    "has nothing that axe objects to, in %s colours",
    async (colorScheme) => {
      const input = { ...sampleInput(kind, language), sentOnBehalfOf: "shop@nordlicht.example", testMail: true }
      expect(await violations(await renderMail(input), { width: 390, colorScheme, images: true })).toEqual([])
    },
  )
})

const FURTHER = kindsWithLayout().flatMap((kind) =>
  sampleVariants(kind)
    .slice(1)
    .map((variant) => [kind, variant] as const),
)

describe.each(FURTHER)("a mail of the kind %s, %s, as a copy", (kind, variant) => {
  it.each(["light", "dark"] as const)("has nothing that axe objects to, in %s colours", async (colorScheme) => {
    const input = { ...sampleInput(kind, "de", undefined, variant), copyOf: "kundin@example.com" }
    expect(await violations(await renderMail(input), { width: 390, colorScheme, images: true })).toEqual([])
  })
})

describe.each(LANGUAGES)("a mail to the shop in %s", (language) => {
  it.each(["light", "dark"] as const)("has nothing that axe objects to, in %s colours", async (colorScheme) => {
    const look = { width: 390, colorScheme, images: true }
    const single = sampleNoticeInput("merchant-notice", language, [sampleNotice("mail-failed")])
    expect(await violations(await renderNotice(single), look)).toEqual([])
    expect(await violations(await renderNotice(sampleNoticeInput("merchant-digest", language)), look)).toEqual([])
  })
})

it("finds what is wrong with a mail that is", async () => {
  const html = '<html><head><title>x</title></head><body style="color:#aaa"><img src="cid:a"><p>pale</p></body></html>'
  const mail = { subject: "", html, text: "", inlineImages: [], warnings: [] }
  const found = await violations(mail, { width: 390, colorScheme: "light", images: false })
  expect(found.join("\n")).toMatch(/color-contrast[\s\S]*html-has-lang[\s\S]*image-alt/)
})

async function violations(mail: RenderedMail, look: MailLook): Promise<string[]> {
  const page = await showMail(browser, mail, look)
  try {
    return await axeViolations(page)
  } finally {
    await page.context().close()
  }
}
