import PostalMime from "postal-mime"
import { describe, expect, it } from "vitest"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import {
  GERMAN_ADDRESSES,
  LANGUAGES,
  type Language,
  type RenderedMail,
  type RenderInput,
} from "../../../src/rendering/types"
import { composeMessage } from "../../../src/sender/compose-message"
import { textsByKey } from "./locale-files"
import { textOfHtml } from "./text-of-html"

const EVERY_MAIL = kindsWithLayout().flatMap((kind) =>
  LANGUAGES.flatMap((language) =>
    (language === "de" ? GERMAN_ADDRESSES : (["formal"] as const)).map(
      (germanAddress) => [kind, language, germanAddress] as const,
    ),
  ),
)

/** Paid in part, with a credit and a fallback sender: every line a layout has is there. */
function fullInput(kind: string, language: Language, facts: OrderFacts = sampleOrder()): RenderInput {
  Object.assign(facts.totals, { paid: "20", refunded: "10", credit: "5", open: "146.95" })
  return { ...sampleInput(kind, language, facts), sentOnBehalfOf: "hallo@nordlicht.example", testMail: true }
}

function orderOf(pieces: number): OrderFacts {
  const order = sampleOrder()
  const [line] = order.items
  return { ...order, items: line ? [{ ...line, quantity: String(pieces) }] : [] }
}

/** RFC 5322, 2.1.1: a line should have at most 78 characters. */
const LINE_LENGTH = 78

describe.each(EVERY_MAIL)("%s in %s (%s)", (kind, language, germanAddress) => {
  it("has every text, in both parts", async () => {
    const { subject, html, text, warnings } = await renderMail({ ...fullInput(kind, language), germanAddress })
    const keys = [...textsByKey(language).keys()]
    expect(warnings).toEqual([])
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|\bnull\b/)
      expect(keys.filter((key) => part.includes(key))).toEqual([])
    }
    expect(text.split("\n").length).toBeGreaterThan(30)
  })

  it("has a subject that fits in a line, as a test, too", async () => {
    const { subject } = await renderMail({ ...fullInput(kind, language), germanAddress })
    expect(subject.length).toBeLessThan(LINE_LENGTH)
    expect(subject).toMatch(/^\[Test\] .*1042.*Nordlicht Handel/)
  })

  it("names its language in the header and in HTML, and arrives as it was written", async () => {
    const rendered = await renderMail({ ...fullInput(kind, language), germanAddress })
    const address = "shop@nordlicht.example"
    const { bytes } = await composeMessage(
      {
        ...rendered,
        mailId: "om_1",
        from: { name: "Nordlicht Handel", address },
        replyTo: address,
        to: { name: "Jördis Petersen", address: "joerdis.petersen@example.com" },
        language,
        date: new Date("2026-07-31T09:25:00Z"),
      },
      "not a secret: this message is never sent",
      "nordlicht.example",
    )
    const message = await PostalMime.parse(bytes)
    expect(message.headers.find(({ key }) => key === "content-language")?.value).toBe(language)
    expect(message.html).toContain(`<html lang="${language}" dir="ltr"`)
    expect(message.subject).toBe(rendered.subject)
    expect(message.text?.trimEnd()).toBe(rendered.text.trimEnd())
  })

  it("says the same in both parts", async () => {
    const { html, text } = await renderMail({ ...fullInput(kind, language), germanAddress })
    const shown = textOfHtml(html)
    const words = text.match(/\p{L}{4,}|\d[\d.,]+/gu) ?? []
    expect(words.length).toBeGreaterThan(80)
    expect(words.filter((word) => word !== "https" && !shown.includes(word))).toEqual([])
  })
})

const PIECES: Record<Language, readonly [string, string, string, string]> = {
  de: ["1 Artikel", "2 Artikel", "5 Artikel", "22 Artikel"],
  en: ["1 item", "2 items", "5 items", "22 items"],
  fr: ["1 article", "2 articles", "5 articles", "22 articles"],
  it: ["1 articolo", "2 articoli", "5 articoli", "22 articoli"],
  es: ["1 artículo", "2 artículos", "5 artículos", "22 artículos"],
  nl: ["1 artikel", "2 artikelen", "5 artikelen", "22 artikelen"],
  pl: ["1 produkt", "2 produkty", "5 produktów", "22 produkty"],
}

describe.each(LANGUAGES)("the pieces of an order in %s", (language) => {
  it.each([1, 2, 5, 22].map((pieces, at) => [pieces, PIECES[language][at] ?? ""] as const))(
    "%i: %s",
    async (pieces, words) => {
      const { html, text } = await renderMail(sampleInput("payment-info", language, orderOf(pieces)))
      expect(text).toMatch(new RegExp(`^${words}\u00a0?: `, "m"))
      expect(textOfHtml(html)).toContain(` ${words} `)
    },
  )
})

it("counts what is sold by measure as one piece", async () => {
  const order = sampleOrder()
  order.items.forEach((line, at) => (line.quantity = ["2.5", "0.75", "3"][at] ?? "1"))
  expect((await renderMail(sampleInput("payment-info", "en", order))).text).toContain("\n5 items: ")
})

describe("a German mail", () => {
  const FORMAL = /\b(Sie|Ihr|Ihre[mnrs]?|Ihnen)\b/
  const INFORMAL = /\b(du|dich|dir|dein|deine[mnrs]?)\b/i

  it.each(kindsWithLayout())("of the kind %s says Sie by default, and du where the shop does", async (kind) => {
    const formal = await renderMail(fullInput(kind, "de"))
    const informal = await renderMail({ ...fullInput(kind, "de"), germanAddress: "informal" })
    for (const shown of [
      (mail: RenderedMail) => mail.subject,
      (mail: RenderedMail) => textOfHtml(mail.html),
      (mail: RenderedMail) => mail.text,
    ]) {
      expect(shown(formal)).toMatch(FORMAL)
      expect(shown(formal)).not.toMatch(INFORMAL)
      expect(shown(informal)).toMatch(INFORMAL)
      expect(shown(informal)).not.toMatch(FORMAL)
    }
  })

  it.each([
    ["Jördis", "Petersen", "Hallo Jördis,"],
    [" Jördis ", null, "Hallo Jördis,"],
    [null, "Petersen", "Hallo,"],
  ])("greets %s %s by the first name where it says du", async (first_name, last_name, greeting) => {
    const order = sampleOrder()
    Object.assign(order.customer, { first_name, last_name })
    const { text } = await renderMail({ ...sampleInput("payment-info", "de", order), germanAddress: "informal" })
    expect(text.split("\n")[0]).toBe(greeting)
  })
})

it("greets by the whole name in every other language, whatever German does", async () => {
  for (const language of LANGUAGES.filter((each) => each !== "de")) {
    const { text } = await renderMail({ ...sampleInput("payment-info", language), germanAddress: "informal" })
    expect(text.split("\n")[0]).toContain("Jördis Petersen")
  }
})
