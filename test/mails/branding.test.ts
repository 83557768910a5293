/** Mails of shops with a look of their own: what a browser makes of them, and what mail programs are known to. */
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { clientProblems } from "../../bench/client-problems"
import { launchBrowser } from "../../demo/parts/launch-browser"
import { showMail, type MailLook } from "../../demo/parts/show-mail"
import { renderMail } from "../../src/rendering/render-mail"
import { sampleInput } from "../../src/rendering/sample-input"
import { MAIL_FONTS } from "../../src/rendering/shared/font-stacks"
import type { Branding } from "../../src/rendering/types"
import { axeViolations } from "../helpers/axe"

const PHONE: MailLook = { width: 390, colorScheme: "light", images: true }

const LOGO = { url: "https://files.example/logo.png", width: 900, height: 300 }

/** Colours at the edge of what can be read, a shop's name that needs two lines, and the widest of everything. */
const LOOKS: Record<string, Partial<Branding>> = {
  "a header image": { headerImage: LOGO },
  "a header image as wide as can be": { headerImage: LOGO, logoWidth: 552, cornerRadius: 24 },
  "odd colours": {
    headerImage: LOGO,
    colors: { background: "#ffff00", card: "#00ffff", text: "#000000", primary: "#800000", buttonText: "#ffffff" },
    font: "courier",
    cornerRadius: 0,
  },
  "a dark card": {
    colors: { background: "#000000", card: "#101014", text: "#f2f2f2", primary: "#c8a2ff", buttonText: "#000000" },
    font: "georgia",
    cornerRadius: 24,
  },
  "a long name and every detail": {
    shopName: "Gesellschaft zur Erhaltung handwerklicher Kaffeeröstereien",
    font: "times",
    legal: {
      company: "Gesellschaft zur Erhaltung handwerklicher Kaffeeröstereien mbH & Co. KGaA",
      address: "Am Alten Speicher 12-14\nHinterhof, Aufgang C\n20457 Hamburg\nDeutschland",
      register: "Amtsgericht Hamburg, HRB 123456",
      vatId: "DE123456789",
    },
    footerLines: Array.from({ length: 12 }, (_, number) => `Zeile ${number + 1}`),
  },
}

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

async function mailWith(branding: Partial<Branding>) {
  const input = sampleInput("payment-info", "de")
  return renderMail({ ...input, branding: { ...input.branding, ...branding } })
}

async function shown<T>(branding: Partial<Branding>, look: MailLook, read: (page: Page) => Promise<T>): Promise<T> {
  const page = await showMail(browser, await mailWith(branding), look)
  try {
    return await read(page)
  } finally {
    await page.context().close()
  }
}

describe.each(Object.entries(LOOKS))("a mail with %s", (_, branding) => {
  it.each(["light", "dark"] as const)("has nothing that axe objects to, in %s colours", async (colorScheme) => {
    expect(await shown(branding, { ...PHONE, colorScheme }, (page) => axeViolations(page))).toEqual([])
  })

  it.each([320, 390, 700])("fits into a window of %i pixels, in light and dark colours", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const content = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
      expect([colorScheme, await shown(branding, { ...PHONE, width, colorScheme }, content)]).toEqual([
        colorScheme,
        width,
      ])
    }
  })

  it("fits into a phone's window where the mail's style sheet is dropped", async () => {
    await shown(branding, { ...PHONE, width: 375 }, async (page) => {
      await page.evaluate(() => document.querySelectorAll("style").forEach((style) => style.remove()))
      const logo = await page.evaluate(() => document.querySelector("img.logo")?.getBoundingClientRect().right ?? 0)
      expect(logo).toBeLessThanOrEqual(375)
    })
  })

  it("has fewer than 100 problems by the tests of caniemail.com", async () => {
    const problems = await clientProblems((await mailWith(branding)).html)
    // With room for what texts and bank details add.
    expect(problems.length).toBeLessThanOrEqual(94)
  })
})

it.each(MAIL_FONTS)("the font %s is what the text is written in", async (font) => {
  const family = await shown({ font }, PHONE, (page) =>
    page.getByText("Vielen Dank").evaluate((heading) => getComputedStyle(heading).fontFamily),
  )
  const [first = ""] = (await mailWith({ font })).html.match(/font-family:[^;"]+/) ?? []
  expect(family.replaceAll('"', "'")).toBe(first.replace("font-family:", ""))
})

describe("a header image", () => {
  const logo = (page: Page) => page.locator(".logo")

  it("is as wide as is set, and no wider than a phone", async () => {
    const widthIn = (width: number) =>
      shown(
        { headerImage: LOGO, logoWidth: 552 },
        { ...PHONE, width },
        async (page) => (await logo(page).boundingBox())?.width,
      )
    expect(await widthIn(700)).toBe(552)
    expect(await widthIn(390)).toBeLessThanOrEqual(390 - 48)
  })

  it("keeps its shape on a phone", async () => {
    const box = await shown({ headerImage: LOGO, logoWidth: 552 }, PHONE, (page) => logo(page).boundingBox())
    // The demo's pictures, which stand in for it, are square.
    expect(Math.abs(box!.height - box!.width)).toBeLessThan(2)
  })

  it("is replaced by the shop's name, in its colour and bold, where pictures are off", async () => {
    const style = await shown({ headerImage: LOGO }, { ...PHONE, images: false }, (page) =>
      logo(page).evaluate((image) => {
        const { color, fontSize, fontWeight } = getComputedStyle(image)
        return { alt: image.getAttribute("alt"), color, fontSize, fontWeight }
      }),
    )
    expect(style).toEqual({ alt: "Nordlicht Handel", color: "rgb(31, 78, 121)", fontSize: "20px", fontWeight: "700" })
  })

  it("stands on its light ground where the reader wants dark colours, so that dark writing in it is seen", async () => {
    const style = await shown({ headerImage: LOGO }, { ...PHONE, colorScheme: "dark" }, (page) =>
      logo(page).evaluate((image) => {
        const { color, backgroundColor } = getComputedStyle(image)
        return { color, backgroundColor }
      }),
    )
    expect(style).toEqual({ color: "rgb(31, 78, 121)", backgroundColor: "rgb(241, 243, 245)" })
  })
})
