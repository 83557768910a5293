import { describe, expect, it } from "vitest"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { LANGUAGES, type Language, type RenderInput } from "../../../src/rendering/types"
import { textOfHtml } from "./text-of-html"

const NBSP = "\u00a0"

function inputWith(change: (input: RenderInput) => void, language: Language = "de"): RenderInput {
  const input = sampleInput("payment-info", language)
  change(input)
  return input
}

const EXPECTED: Record<Language, { date: string; reference: string }> = {
  de: { date: "14. August 2026", reference: "Verwendungszweck" },
  en: { date: "14 August 2026", reference: "Payment reference" },
  fr: { date: "14 août 2026", reference: "Référence du virement" },
  it: { date: "14 agosto 2026", reference: "Causale" },
  es: { date: "14 de agosto de 2026", reference: "Concepto" },
  nl: { date: "14 augustus 2026", reference: "Omschrijving" },
  pl: { date: "14 sierpnia 2026 r.", reference: "Tytuł przelewu" },
}

/** @param amount as German writes it */
function money(amount: string, language: Language): string {
  if (language === "en") return `€${amount.replace(",", ".")}`
  return language === "nl" ? `€${NBSP}${amount}` : `${amount}${NBSP}€`
}

describe.each(LANGUAGES)("payment-info in %s", (language) => {
  it("states everything needed to pay in HTML and in text", async () => {
    const { html, text } = await renderMail(sampleInput("payment-info", language))
    const { date, reference } = EXPECTED[language]
    const amount = money("161,95", language)
    for (const part of [textOfHtml(html), text]) {
      for (const detail of ["Nordlicht Handel GmbH", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "Commerzbank"]) {
        expect(part).toContain(detail)
      }
      expect(part).toContain(amount)
      expect(part).toContain(date)
      expect(part).toMatch(new RegExp(`${reference}(${NBSP}?:)?\\s+1042`))
    }
  })

  it("lists what was ordered, with amounts and tax as the order has them", async () => {
    const { html, text } = await renderMail(sampleInput("payment-info", language))
    for (const part of [textOfHtml(html), text]) {
      expect(part).toContain("Leinenhemd Amrum")
      expect(part).toContain("M / Weiß")
      expect(part).toContain(`2 × ${money("59,90", language)}`)
      for (const amount of ["107,82", "25,20", "24,03", "157,05", "4,90", "18,00", "3,22", "17,45"]) {
        expect(part).toContain(money(amount, language))
      }
      expect(part).toMatch(/MwSt\. 19\s?%/)
      expect(part).toMatch(/MwSt\. 7\s?%/)
      expect(part).toContain("Segelmacherei Petersen")
      expect(part).toContain("Fährstraße 12")
    }
  })

  it("says which language it is in, for screen readers and for hyphenation", async () => {
    const { html } = await renderMail(sampleInput("payment-info", language))
    expect(html).toContain(`<html lang="${language}" dir="ltr"`)
    expect(html).toMatch(new RegExp(`role="article"[^>]* lang="${language}"`))
  })

  it("has every layout table marked as such", async () => {
    const { html } = await renderMail(sampleInput("payment-info", language))
    const unmarked = (html.match(/<table[^>]*>/g) ?? []).filter((table) => !table.includes('role="presentation"'))
    expect(unmarked).toEqual([])
  })

  it("embeds the payment QR code with a text instead of it", async () => {
    const { html, inlineImages } = await renderMail(sampleInput("payment-info", language))
    const [image] = inlineImages
    expect(inlineImages).toHaveLength(1)
    expect(image?.contentType).toBe("image/png")
    const tag = html.match(/<img[^>]*src="cid:[^>]*>/)?.[0]
    expect(tag).toContain(`src="cid:${image?.cid}"`)
    expect(tag).toMatch(/alt="[^"]*QR[^"]+161/)
  })
})

it("has a subject that is not HTML", async () => {
  const { subject } = await renderMail(inputWith(({ branding }) => (branding.shopName = "Müller & Söhne")))
  expect(subject).toBe("Ihre Bestellung 1042 bei Müller & Söhne: Zahlungsinformationen")
})

it("gives the same mail for the same input", async () => {
  expect(await renderMail(sampleInput("payment-info", "de"))).toEqual(
    await renderMail(sampleInput("payment-info", "de")),
  )
})

it("needs nothing from anywhere but product pictures", async () => {
  const { html } = await renderMail(sampleInput("payment-info", "de"))
  const loaded = [...html.matchAll(/(?:src|background|url)\s*[=(]\s*["']?(https?:[^"')\s]+)/g)].map(
    ([, address]) => address,
  )
  expect(new Set(loaded.map((address) => new URL(address!).host))).toEqual(new Set(["nordlicht.example"]))
  expect(html).not.toMatch(/<link|@import|@font-face|<script/)
})

it("is small", async () => {
  const { html } = await renderMail(sampleInput("payment-info", "de"))
  expect(Buffer.byteLength(html)).toBeLessThan(16_000)
})

it("stays below the size at which Gmail cuts a mail off", async () => {
  const long = inputWith(({ facts }) => {
    facts.items = Array.from({ length: 40 }, () => facts.items[0]!)
  })
  expect(Buffer.byteLength((await renderMail(long)).html)).toBeLessThan(102_000)
})

it("has no QR code where the standard has none", async () => {
  const { html, inlineImages } = await renderMail(
    inputWith(({ facts, payment }) => {
      facts.currency_code = "chf"
      payment!.currency = "CHF"
    }),
  )
  expect(inlineImages).toEqual([])
  expect(html).not.toContain("cid:")
  expect(textOfHtml(html)).toContain(`161,95${NBSP}CHF`)
})

it("leaves out what the account and the order do not have", async () => {
  const { html, text } = await renderMail(
    inputWith((input) => {
      Object.assign(input.payment!, { bic: null, bank: null })
      Object.assign(input.facts, { billing_address: null, shipping_address: null, taxes: [], shipping: [] })
      input.facts.totals.discount = "0"
      input.branding = { ...input.branding, shopUrl: null, footerLines: [] }
    }),
  )
  for (const part of [textOfHtml(html), text]) {
    expect(part).not.toMatch(
      /BIC|^Bank|adresse|MwSt|Standardversand|Rabatt|Guthaben|nordlicht\.example|Bereits bezahlt|null/m,
    )
  }
})

it("shows one address when both are the same", async () => {
  const { text } = await renderMail(inputWith(({ facts }) => (facts.billing_address = facts.shipping_address)))
  expect(text.match(/Fährstraße 12/g)).toHaveLength(1)
  expect(text).toContain("Rechnungs- und Lieferadresse:")
})

it("shows what was paid and what is still open", async () => {
  const { text } = await renderMail(
    inputWith(({ facts, payment }) => {
      Object.assign(facts.totals, { paid: "61.95", refunded: "10", open: "110" })
      payment!.amount = "110"
    }),
  )
  expect(text).toContain(`Bereits bezahlt: 61,95${NBSP}€\nErstattet: 10,00${NBSP}€\nOffener Betrag: 110,00${NBSP}€`)
})

it("says what lies between the lines and the total where a gift card or a refund was credited", async () => {
  const { html, text } = await renderMail(
    inputWith(({ facts }) => void Object.assign(facts.totals, { credit: "20.00", total: "141.95", open: "141.95" })),
  )
  const credited = `Guthaben und Gutschriften: -20,00${NBSP}€\nGesamtbetrag: 141,95${NBSP}€`
  expect(text).toContain(credited)
  expect(textOfHtml(html)).toContain("Guthaben und Gutschriften")
})

describe("the greeting", () => {
  it.each([
    ["the customer's name", {}, "Guten Tag Jördis Petersen,"],
    [
      "the billing name of a guest",
      { customer: { id: null, first_name: null, last_name: null, company: null } },
      "Guten Tag Jördis Petersen,",
    ],
    [
      "no name",
      {
        customer: { id: null, first_name: " ", last_name: null, company: null },
        billing_address: null,
        shipping_address: null,
      },
      "Guten Tag,",
    ],
  ])("uses %s", async (_, changes, greeting) => {
    const { text } = await renderMail(inputWith(({ facts }) => Object.assign(facts, changes)))
    expect(text.split("\n")[0]).toBe(greeting)
  })
})

describe("the footer", () => {
  it("explains a sender that is not the shop, and where replies go", async () => {
    const { html, text } = await renderMail(inputWith((input) => (input.sentOnBehalfOf = "hallo@nordlicht.example")))
    const sentence =
      "Diese E-Mail wurde im Auftrag von Nordlicht Handel versendet. Ihre Antwort erreicht den Shop unter hallo@nordlicht.example."
    expect(text).toContain(sentence)
    expect(textOfHtml(html)).toContain(sentence)
  })

  it("says nothing of it otherwise", async () => {
    expect((await renderMail(sampleInput("payment-info", "de"))).text).not.toContain("im Auftrag von")
  })
})

describe("pictures", () => {
  it("shows only those with a web address", async () => {
    const addresses = ["javascript:alert(1)", "data:image/png;base64,AA==", "/static/p.png"]
    const { html } = await renderMail(
      inputWith(({ facts }) => facts.items.forEach((line, index) => (line.thumbnail = addresses[index] ?? null))),
    )
    expect(html).not.toMatch(/javascript:|data:|static\/p\.png|class="picture"/)
  })

  it("have no alternative text, because the title stands beside them", async () => {
    const { html } = await renderMail(sampleInput("payment-info", "de"))
    expect(html).toMatch(/<img class="picture" src="https:\/\/nordlicht\.example\/[^"]+" alt=""/)
  })
})

describe("a mail that cannot be rendered", () => {
  it.each([
    ["an unknown kind", (input: RenderInput) => (input.kind = "invoyce"), 'no layout for mails of kind "invoyce"'],
    ["no payment instructions", (input: RenderInput) => (input.payment = null), "there are no payment instructions"],
    [
      "an amount that is none",
      (input: RenderInput) => (input.facts.totals.total = "12,50"),
      '"12,50" is no decimal number',
    ],
    ["a colour that is none", (input: RenderInput) => (input.branding.colors.card = "white"), 'The colour "card"'],
  ])("names kind, order and cause: %s", async (_, change, cause) => {
    const input = inputWith((input) => {
      input.branding = { ...input.branding, colors: { ...input.branding.colors } }
      change(input)
    })
    const error = await renderMail(input).catch((error: unknown) => error)
    expect(String(error)).toContain(`The mail "${input.kind}" for order ${input.facts.id} could not be rendered: `)
    expect(String(error)).toContain(cause)
  })
})
