import { describe, expect, it } from "vitest"
import { addDecimals, compareDecimals } from "../../../src/kinds/decimal"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"
import { sampleMail, sampleVariants } from "../../../src/kinds/sample-mail"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { GERMAN_ADDRESSES, LANGUAGES, type Language, type RenderInput } from "../../../src/rendering/types"
import { textsByKey } from "./locale-files"
import { textOfHtml } from "./text-of-html"

const SAMPLES = BUILT_IN_KINDS.flatMap(({ id }) => sampleVariants(id).map((variant) => [id, variant] as const))
const FORMS = LANGUAGES.flatMap((language) =>
  (language === "de" ? GERMAN_ADDRESSES : (["formal"] as const)).map((form) => [language, form] as const),
)
const NBSP = "\u00a0"

async function german(kind: string, variant?: string, change: (input: RenderInput) => void = () => undefined) {
  const input = sampleInput(kind, "de", undefined, variant)
  change(input)
  const { subject, html, text, inlineImages } = await renderMail(input)
  return { subject, text, shown: textOfHtml(html), pictures: inlineImages.length }
}

describe.each(SAMPLES)("%s, %s", (kind, variant) => {
  it.each(FORMS)("is whole in %s (%s)", async (language, germanAddress) => {
    const input = { ...sampleInput(kind, language, undefined, variant), germanAddress, testMail: true }
    const { subject, html, text, warnings } = await renderMail(input)
    expect(warnings).toEqual([])
    const keys = [...textsByKey(language).keys()]
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|\bnull\b|NaN/)
      expect(keys.filter((key) => part.includes(key))).toEqual([])
    }
    // RFC 5322, 2.1.1: a line should have at most 78 characters.
    expect(subject.length).toBeLessThan(78)
    expect(subject).toMatch(/^\[Test\] .*1042.*Nordlicht Handel/)
    const shown = textOfHtml(html)
    const words = text.match(/\p{L}{4,}|\d[\d.,]+/gu) ?? []
    expect(words.filter((word) => word !== "https" && !shown.includes(word))).toEqual([])
  })

  it("has a subject of its own", async () => {
    const subjects = await Promise.all(SAMPLES.map(async (each) => (await german(...each)).subject))
    const { subject } = await german(kind, variant)
    // Whether an order was paid in full or beyond, and what of it was paid when it was canceled, is said in the mail.
    const shared = ["over", "complete", "unpaid", "part-paid"].includes(variant) ? 2 : 1
    expect(subjects.filter((each) => each === subject)).toHaveLength(shared)
  })

  it("has amounts that add up", () => {
    const { facts, occasion } = sampleMail({ kind, variant })
    const { total, paid, refunded, open } = facts.totals
    const isCanceled = facts.status === "canceled"
    if (refunded === "0" && !isCanceled) expect(compareDecimals(addDecimals(open, paid), total)).toBe(0)
    const captured = facts.captures.reduce((sum, { amount }) => addDecimals(sum, amount), "0")
    expect(compareDecimals(captured, paid)).toBe(0)
    if (occasion.type !== "demand") return
    const { claim } = occasion.demand
    const sum = claim ? [claim.principal, claim.interest, claim.costs].reduce(addDecimals) : open
    expect(compareDecimals(sum, occasion.demand.total)).toBe(0)
    for (const payment of claim?.payments ?? []) {
      const credited = [payment.costs, payment.interest, payment.principal].reduce(addDecimals)
      expect(compareDecimals(credited, payment.amount)).toBe(0)
    }
  })
})

describe("mails that ask for money", () => {
  it.each([
    ["payment-info", "level-1", "161,95", "14. August 2026"],
    ["payment-reminder", "before-due", "161,95", "14. August 2026"],
    ["payment-reminder", "level-1", "161,95", "24. August 2026"],
    ["dunning", "level-2", "165,03", "14. September 2026"],
    ["payment-received", "partial", "61,95", "14. August 2026"],
  ])("%s (%s) states amount, date and account, with a code to scan", async (kind, variant, amount, day) => {
    const { text, shown, pictures } = await german(kind, variant)
    for (const part of [text, shown]) {
      for (const detail of [
        `${amount}${NBSP}€`,
        `Zahlbar bis ${day}`,
        "DE89 3704 0044 0532 0130 00",
        "Verwendungszweck",
      ])
        expect(part).toContain(detail)
    }
    expect(pictures).toBe(1)
  })

  it.each([
    ["payment-received", "complete"],
    ["payment-received", "over"],
    ["refund-issued", "refund"],
    ["order-canceled-unpaid", "unpaid"],
    ["order-canceled-unpaid", "part-paid"],
  ])("%s (%s) is none of them, and needs no bank account", async (kind, variant) => {
    const { text, shown, pictures } = await german(kind, variant)
    for (const part of [text, shown]) expect(part).not.toMatch(/DE89|IBAN|Zahlbar bis|Offener Betrag/)
    expect(pictures).toBe(0)
  })
})

describe("a reminder", () => {
  it("before the due date names the day and blames no one", async () => {
    const { subject, text } = await german("payment-reminder", "before-due")
    expect(subject).toContain("Zahlung bald fällig")
    expect(text).toContain("ist bis zum 14. August 2026 zu bezahlen")
    expect(subject + text).not.toMatch(/Erinnerung|Mahnung|überfällig|war bis/i)
  })

  it("says that it is not the first one only where one was sent before, whatever its level", async () => {
    const reminded = (remindedBefore: boolean) => (input: RenderInput) => {
      if (input.occasion.type === "demand") Object.assign(input.occasion.demand, { remindedBefore })
    }
    const again = /bereits an Ihre Bestellung/
    expect((await german("payment-reminder", "level-2")).text).toMatch(again)
    expect((await german("payment-reminder", "level-2", reminded(false))).text).not.toMatch(again)
    expect((await german("payment-reminder", "level-1")).text).not.toMatch(again)
    expect((await german("payment-reminder", "level-1", reminded(true))).text).toMatch(again)
  })

  it("offers to cancel the order only where the plan does", async () => {
    expect((await german("payment-reminder", "level-2")).text).toContain("und wir stornieren sie")
    expect((await german("payment-reminder", "level-1")).text).not.toContain("stornieren")
  })

  it.each(SAMPLES.filter(([kind, variant]) => kind === "payment-reminder" || variant === "level-1"))(
    "%s (%s) threatens with nothing",
    async (kind, variant) => {
      const { subject, text } = await german(kind, variant)
      expect(subject + text).not.toMatch(/letzte Mahnung|rechtlich|Anwalt|Inkasso|Forderung|\bGericht/i)
    },
  )
})

describe("a dunning letter", () => {
  it("has its level in subject and heading", async () => {
    const { subject, shown } = await german("dunning", "level-2")
    expect(subject).toMatch(/^2\. Mahnung/)
    expect(shown).toContain(" 2. Mahnung ")
  })

  it("is the last one where no other step follows, whatever its level", async () => {
    const isLast = (last: boolean) => (input: RenderInput) => {
      if (input.occasion.type === "demand") input.occasion.demand.isLast = last
    }
    expect((await german("dunning", "level-1", isLast(true))).subject).toMatch(/^Letzte Mahnung/)
    expect((await german("dunning", "last", isLast(false))).subject).toMatch(/^3\. Mahnung/)
  })

  it("shows how the sum comes about, and where payments went", async () => {
    const { text, shown } = await german("dunning", "last")
    const lines = [
      "So setzt sich der Betrag zusammen",
      "----------------------------------------",
      `Ihre Zahlung vom 9. September 2026: 50,00${NBSP}€`,
      `  angerechnet auf Kosten: 2,50${NBSP}€, auf Zinsen: 0,64${NBSP}€, auf die Bestellung: 46,86${NBSP}€`,
      `Offen aus der Bestellung: 115,09${NBSP}€`,
      `Verzugszinsen: 0,16${NBSP}€`,
      `  ab 18. August 2026, derzeit 6,27${NBSP}% im Jahr`,
      `Kosten wegen des Zahlungsverzugs: 2,50${NBSP}€`,
      `Zu zahlen: 117,75${NBSP}€`,
    ]
    expect(text).toContain(lines.join("\n"))
    // What is open of the order by Medusa's count is another sum, and would only confuse.
    for (const part of [text, shown]) expect(part).not.toContain("111,95")
    for (const amount of ["46,86", "115,09", "0,16", "117,75"]) expect(shown).toContain(`${amount}${NBSP}€`)
  })

  it("says nothing of costs and interest where there are none", async () => {
    const { text, shown } = await german("dunning", "level-1")
    for (const part of [text, shown]) expect(part).not.toMatch(/Zinsen|Kosten|setzt sich/)
    const noInterest = await german("dunning", "level-2", ({ occasion }) => {
      if (occasion.type !== "demand" || !occasion.demand.claim) return
      Object.assign(occasion.demand.claim, { interest: "0.00", interestFrom: null, interestPercent: null })
    })
    expect(noInterest.text).toContain("Kosten wegen")
    expect(noInterest.text).not.toMatch(/zinsen|im Jahr/i)
  })
})

describe("a payment", () => {
  it("that is too much says by how much", async () => {
    const { text } = await german("payment-received", "over")
    expect(text).toContain(`Zahlung über 170,00${NBSP}€ erhalten`)
    expect(text).toContain(`und 8,05${NBSP}€ haben Sie zu viel bezahlt`)
  })

  it("is that of its occasion, and the newest where a person asks", async () => {
    const two = [
      { id: "capt_1", amount: "11.00", at: "2026-08-01T10:00:00.000Z" },
      { id: "capt_2", amount: "22.00", at: "2026-08-02T22:30:00.000Z" },
    ]
    const received = async (occasion: RenderInput["occasion"]) =>
      (
        await german("payment-received", "partial", (input) =>
          Object.assign(input, { occasion, facts: { ...input.facts, captures: two } }),
        )
      ).text
    expect(await received({ type: "payment", payment: two[0]! })).toContain(
      `Am 1. August 2026 haben wir Ihre Zahlung über 11,00${NBSP}€`,
    )
    // Half past midnight in Berlin.
    expect(await received({ type: "placed" })).toContain(`Am 3. August 2026 haben wir Ihre Zahlung über 22,00${NBSP}€`)
  })
})

it("a canceled order says what comes back, and never that something is open", async () => {
  const { text } = await german("order-canceled-unpaid", "part-paid")
  expect(text).toContain(`schon bezahlt haben (50,00${NBSP}€), bekommen Sie zurück`)
  expect((await german("order-canceled-unpaid", "unpaid")).text).not.toContain("zurück")
})

it.each(FORMS)(
  "a canceled order gives no reason in %s (%s): the merchant may have canceled for any",
  async (language, form) => {
    const input = { ...sampleInput("order-canceled-unpaid", language), germanAddress: form }
    const { subject, text } = await renderMail(input)
    expect(subject + text).not.toMatch(
      /deshalb|daher|darum|weil|therefore|because|por eso|porque|donc|parce que|quindi|perché|daarom|omdat|dlatego|ponieważ/i,
    )
  },
)

it.each(LANGUAGES)("a copy for the merchant says so in %s, above the mail that the customer got", async (language) => {
  const input = sampleInput("dunning", language)
  const address = "kundin@example.com"
  const [mail, copy] = [await renderMail(input), await renderMail({ ...input, copyOf: address })]
  expect(copy.subject).toMatch(/^\[[^\]]+\] /)
  expect(copy.subject.endsWith(` ${mail.subject}`)).toBe(true)
  expect(copy.text).toMatch(/^\*\*\* .*kundin@example\.com/)
  expect(copy.text.endsWith(mail.text)).toBe(true)
  expect(textOfHtml(copy.html)).toContain(address)
  expect(textOfHtml(mail.html) + mail.text).not.toContain(address)
  const hostile = await renderMail({ ...input, copyOf: '"<b>x</b>\r\nBcc: y"@example.com' })
  expect(hostile.subject).toBe(copy.subject)
  expect(hostile.html).not.toContain("<b>x</b>")
})

describe("a merchant's own words", () => {
  const said = async (texts: Record<string, string>, kind: string, variant: string, language: Language = "de") =>
    (await renderMail({ ...sampleInput(kind, language, undefined, variant), texts })).text

  it("for every reminder stand in those that have no words of their own", async () => {
    const texts = {
      "de:payment-reminder.intro": "Moin {{level}}",
      "de:payment-reminder.early-intro": "Bald: {{due_day}}",
    }
    expect(await said(texts, "payment-reminder", "level-1")).toContain("\nMoin 1\n")
    expect(await said(texts, "payment-reminder", "before-due")).toContain("\nBald: 14. August 2026\n")
    // The second reminder has shipped words of its own.
    expect(await said(texts, "payment-reminder", "level-2")).toContain("bereits an Ihre Bestellung")
  })

  it("for a preheader that occasions share stand in all of them", async () => {
    const texts = { "de:dunning.preheader": "Kurz: {{amount}} {{payable_until}} {{reference}}" }
    for (const variant of ["level-1", "last"]) {
      const { html } = await renderMail({ ...sampleInput("dunning", "de", undefined, variant), texts })
      expect(html).toContain("Kurz: ")
    }
  })
})
