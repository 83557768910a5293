import { describe, expect, it } from "vitest"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import type { Branding, RenderedMail } from "../../../src/rendering/types"
import { skeletonOfHtml, textOfHtml } from "./text-of-html"

const LOGO = { url: "https://files.example/logo.png", width: 720, height: 240 }

function mailWith(branding: Partial<Branding>): Promise<RenderedMail> {
  const input = sampleInput("payment-info", "de")
  return renderMail({ ...input, branding: { ...input.branding, ...branding } })
}

const logoTag = ({ html }: RenderedMail) => html.match(/<img class="logo"[^>]*>/)?.[0]

describe("the header image", () => {
  it("has the size it is shown in and the shop's name in its place", async () => {
    const mail = await mailWith({ headerImage: LOGO, logoWidth: 180 })
    expect(logoTag(mail)).toBe(
      '<img class="logo" src="https://files.example/logo.png" alt="Nordlicht Handel" width="180" height="60" style="max-width:100%;height:auto">',
    )
  })

  it("is shown narrower where it would be higher than 240 pixels", async () => {
    const sizeOf = async (width: number, height: number) =>
      logoTag(await mailWith({ headerImage: { ...LOGO, width, height }, logoWidth: 180 }))
        ?.match(/width="(\d+)" height="(\d+)"/)
        ?.slice(1)
    expect(await sizeOf(40, 1200)).toEqual(["8", "240"])
    expect(await sizeOf(1, 1200)).toEqual(["1", "240"])
    expect(await sizeOf(300, 400)).toEqual(["180", "240"])
    expect(await sizeOf(301, 400)).toEqual(["180", "239"])
  })

  it("stands in place of the name at the top, not beside it", async () => {
    const top = ({ html }: RenderedMail) => textOfHtml(html).split("Vielen Dank")[0]
    expect(top(await mailWith({ headerImage: null }))).toContain("Nordlicht Handel")
    expect(top(await mailWith({ headerImage: LOGO }))).not.toContain("Nordlicht Handel")
  })

  it("is not part of the text, which has the name", async () => {
    const { text } = await mailWith({ headerImage: LOGO })
    expect(text).toBe((await mailWith({ headerImage: null })).text)
  })

  it.each([
    ["javascript:alert(1)", LOGO],
    ["data:image/png;base64,AA==", LOGO],
    ["/static/logo.png", LOGO],
    ["https://user:password@files.example/logo.png", LOGO],
    ["", LOGO],
    ["https://files.example/logo.png", { width: 0, height: 0 }],
    ["https://files.example/logo.png", { width: Number.NaN, height: 1 }],
  ])("is left out where it cannot be shown: %j, %j", async (url, { width, height }) => {
    const mail = await mailWith({ headerImage: { url, width, height } })
    expect(mail.html).toBe((await mailWith({ headerImage: null })).html)
  })

  it("cannot leave its attributes", async () => {
    const hostile = `https://files.example/"onerror="alert(1)" x='<script>'{{shop.name}}.png`
    const mail = await mailWith({ headerImage: { ...LOGO, url: hostile }, shopName: `"><script>alert(1)</script>` })
    expect(skeletonOfHtml(mail.html)).toEqual(skeletonOfHtml((await mailWith({ headerImage: LOGO })).html))
    expect(logoTag(mail)).toContain('alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  })
})

describe("the footer", () => {
  const legal = {
    company: "Petersen & Söhne GmbH",
    address: "Hafen 1\r\n\n  Haus <b>B</b>\n24937 Flensburg",
    register: "Amtsgericht Flensburg, HRB 1",
    vatId: "DE123456789",
  }
  const LINES = [
    "Petersen & Söhne GmbH",
    "Hafen 1",
    "Haus <b>B</b>",
    "24937 Flensburg",
    "Amtsgericht Flensburg, HRB 1",
    "USt-IdNr.: DE123456789",
    "Geschäftsführer: A. Petersen",
  ]

  it("has company, address, register, VAT id and further lines, one below the other", async () => {
    const { html, text } = await mailWith({ legal, footerLines: ["Geschäftsführer: A. Petersen", " "] })
    expect(text.trim().split("\n").slice(-LINES.length)).toEqual(LINES)
    expect(html).toContain(
      LINES.map((line) => `${line.replace("&", "&amp;").replace(/<(\/?b)>/g, "&lt;$1&gt;")}<br>`).join(""),
    )
  })

  it("has nothing of what there is not", async () => {
    const nothing = { company: null, address: null, register: null, vatId: null }
    const { html, text } = await mailWith({ legal: nothing, footerLines: [], shopUrl: null })
    expect(text.trim()).toMatch(/Nordlicht Handel\n\n-+$/)
    expect(text).not.toMatch(/USt|null/)
    expect(textOfHtml(html)).not.toMatch(/USt|null/)
  })

  it.each(["javascript:alert(1)", 'https://"><script>', "//evil.example", "data:text/html,x"])(
    "does not link to %j",
    async (shopUrl) => {
      const { html } = await mailWith({ shopUrl })
      expect(html).not.toMatch(/<a\s[^>]*href="(?!https:\/\/)/)
      expect(html).not.toContain("<script>")
    },
  )
})

describe("colours, font and corners", () => {
  it("are the shop's own, everywhere", async () => {
    const colors = {
      background: "#101112",
      card: "#202122",
      text: "#f0f1f2",
      primary: "#a0b1c2",
      buttonText: "#030405",
    }
    const { html, warnings } = await mailWith({ colors, font: "courier", cornerRadius: 17, headerImage: LOGO })
    expect(warnings).toEqual([])
    for (const color of Object.values(colors)) expect(html).toContain(color)
    expect(html).toContain("font-family:'Courier New', Courier, monospace")
    expect(html).not.toContain("Segoe UI")
    expect(html).toContain(".strip { border-radius: 17px 17px 0 0; }")
  })

  it("are refused where they would not be what they say", async () => {
    await expect(mailWith({ font: "x;}" as Branding["font"] })).rejects.toThrow("The font of the branding")
    await expect(mailWith({ cornerRadius: 99 })).rejects.toThrow("The corner radius of the branding is 99")
  })
})
