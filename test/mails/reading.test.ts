/** What a customer can do with a mail on a phone: read it without moving sideways, copy from it, do without pictures. */
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../../demo/parts/launch-browser"
import { showMail, type MailLook } from "../../demo/parts/show-mail"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { kindsWithLayout } from "../../src/rendering/template-files"
import { LANGUAGES, type RenderInput } from "../../src/rendering/types"

const PHONE: MailLook = { width: 390, colorScheme: "light", images: true }

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

async function shown<T>(input: RenderInput, look: MailLook, read: (page: Page) => Promise<T>): Promise<T> {
  const page = await showMail(browser, await renderMail(input), look)
  try {
    return await read(page)
  } finally {
    await page.context().close()
  }
}

const MAILS = kindsWithLayout().flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))

describe.each(MAILS)("a mail of the kind %s in %s", (kind, language) => {
  it.each([320, 390, 700])("fits into a window of %i pixels", async (width) => {
    expect(await shown(sampleInput(kind, language), { ...PHONE, width }, contentWidth)).toBe(width)
  })
})

it("fits onto a phone with words that fit nowhere", async () => {
  const input = sampleInput("payment-info", "de")
  const [first, ...others] = input.facts.items
  const title = "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung".repeat(2)
  const facts = { ...input.facts, items: [{ ...first!, title, variant: title }, ...others] }
  const branding = { ...input.branding, shopName: title, footerLines: [`https://${title}.example`] }
  expect(await shown({ ...input, facts, branding }, PHONE, contentWidth)).toBe(390)
})

it("shows amount, account and reference before anything needs to be scrolled", async () => {
  const bottom = await shown(sampleInput("payment-info", "de"), PHONE, async (page) => {
    const box = await page.getByText("DE89 3704 0044 0532 0130 00").boundingBox()
    return box && box.y + box.height
  })
  // What mail programs of phones leave of a screen 844 pixels high.
  expect(bottom).toBeLessThan(650)
})

describe("copying from a payment information", () => {
  it.each([
    ["the IBAN", "DE89 3704 0044 0532 0130 00"],
    ["the BIC", "COBADEFFXXX"],
    ["the account holder", "Nordlicht Handel GmbH"],
  ])("a click on %s marks all of it and nothing else", async (_, value) => {
    const marked = await shown(sampleInput("payment-info", "de"), PHONE, async (page) => {
      await page.locator(".copy").filter({ hasText: value }).click()
      return page.evaluate(() => window.getSelection()?.toString())
    })
    expect(marked).toBe(value)
  })

  it("every detail stands on a line of its own", async () => {
    const lines = await shown(sampleInput("payment-info", "de"), PHONE, async (page) =>
      (await page.locator("body").innerText()).split("\n").map((line) => line.trim()),
    )
    expect(lines).toEqual(
      expect.arrayContaining(["161,95\u00a0€", "DE89 3704 0044 0532 0130 00", "1042", "Zahlbar bis 14. August 2026"]),
    )
  })
})

it("says with pictures off what the QR code is, and that one can do without it", async () => {
  const text = await shown(sampleInput("payment-info", "de"), { ...PHONE, images: false }, async (page) => {
    const [alt, ...others] = await page
      .locator("img:not([alt=''])")
      .evaluateAll((images) => images.map((image) => image.getAttribute("alt")))
    expect(others).toEqual([])
    return alt
  })
  expect(text).toBe("QR-Code zum Überweisen von 161,95\u00a0€. Alle Angaben stehen auch als Text in dieser E-Mail.")
})

it("changes to dark colours where the reader wants them", async () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.querySelector(".card")!).backgroundColor)
  const input = sampleInput("payment-info", "de")
  expect(await shown(input, PHONE, ground)).toBe("rgb(255, 255, 255)")
  expect(await shown(input, { ...PHONE, colorScheme: "dark" }, ground)).toBe("rgb(34, 39, 46)")
})

function contentWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}
