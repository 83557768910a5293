import { readFileSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { MERCHANT_NOTICES, NOTICE_MAILS, type MerchantNotice } from "../../../src/kinds/merchant-notice"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"
import type { StateReason } from "../../../src/kinds/state-reasons"
import { noticeTexts } from "../../../src/rendering/notice-texts"
import { TODOS } from "../../../src/rendering/notice-todo"
import { oneLine } from "../../../src/rendering/one-line"
import { renderNotice } from "../../../src/rendering/render-notice"
import { MERCHANT_LAYOUTS } from "../../../src/rendering/template-files"
import { LANGUAGES, type RenderedMail } from "../../../src/rendering/types"
import { placeholders, withoutPluralForm } from "./locale-files"
import { sampleNotice, sampleNoticeInput } from "./notice-samples"
import { skeletonOfHtml, textOfHtml } from "./text-of-html"

const FOLDER = "src/templates/merchant"
const [reference, ...others] = LANGUAGES

function textsByKey(language: string): Map<string, string> {
  const sections = JSON.parse(readFileSync(`${FOLDER}/${language}.json`, "utf8")) as Record<
    string,
    Record<string, string>
  >
  return new Map(
    Object.entries(sections).flatMap(([section, texts]) =>
      Object.entries(texts).map(([name, text]): [string, string] => [`${section}.${name}`, text]),
    ),
  )
}

const EVERY_SINGLE = LANGUAGES.flatMap((language) => MERCHANT_NOTICES.map((notice) => [notice, language] as const))

describe("texts for merchants", () => {
  it("are there in every language, with a layout for every mail", () => {
    const layouts = NOTICE_MAILS.flatMap((kind) => [`${kind}.mjml`, `${kind}.txt.hbs`])
    expect(readdirSync(FOLDER).sort()).toEqual([...LANGUAGES.map((name) => `${name}.json`), ...layouts].sort())
    expect(MERCHANT_LAYOUTS).toEqual(NOTICE_MAILS.map((kind) => `merchant/${kind}`))
  })

  it.each(others)("have the keys and placeholders of the first language in %s", (language) => {
    const shape = (name: string) => [
      ...new Set([...textsByKey(name)].map(([key, text]) => `${withoutPluralForm(key)} ${placeholders(text).join()}`)),
    ]
    expect(shape(language).sort()).toEqual(shape(reference).sort())
  })

  it.each(LANGUAGES)("have every plural form in %s", (language) => {
    const keys = [...textsByKey(language).keys()]
    for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
      for (const name of ["subject", "more"]) expect(keys).toContain(`digest.${name}_${form}`)
  })

  it("name every kind that the plugin brings, and every way out", () => {
    const keys = [...textsByKey(reference).keys()]
    expect(keys.filter((key) => key.startsWith("kinds."))).toEqual(BUILT_IN_KINDS.map(({ id }) => `kinds.${id}`))
    expect(keys.filter((key) => key.startsWith("todo."))).toEqual(TODOS.map((todo) => `todo.${todo}`))
  })

  it.each(LANGUAGES.flatMap((one, at) => LANGUAGES.slice(at + 1).map((other) => [one, other] as const)))(
    "share no sentence in %s and %s",
    (one, other) => {
      const texts = textsByKey(other)
      const words = (text: string): number => (text.replace(/\{\{[a-z]+\}\}/g, "").match(/\p{L}+/gu) ?? []).length
      const same = [...textsByKey(one)].filter(([key, text]) => texts.get(key) === text && words(text) > 2)
      expect(same).toEqual([])
    },
  )

  it("are an error where they are missing", () => {
    const texts = noticeTexts("pl")
    expect(() => texts("new-order.nothing")).toThrow('There is no text "new-order.nothing" in merchant/pl.json.')
    expect(() => texts("constructor.name")).toThrow("There is no text")
    expect(() => texts("new-order.heading")).toThrow("has no value for its placeholder {{number}}")
  })
})

/** What every mail to a merchant holds to. */
function expectComplete({ subject, html, text, warnings }: RenderedMail): void {
  expect(warnings).toEqual([])
  for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|\bnull\b|NaN/)
  expect(subject.length).toBeLessThan(90)
  const shown = textOfHtml(html)
  const words = text.match(/\p{L}{4,}|\d[\d.,]+/gu) ?? []
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((word) => !html.includes(word) && !shown.includes(word))).toEqual([])
}

describe.each(EVERY_SINGLE)("a mail about %s in %s", (notice, language) => {
  it("says in both parts what happened, and where to look", async () => {
    const mail = await renderNotice(sampleNoticeInput("merchant-notice", language, [sampleNotice(notice)]))
    expectComplete(mail)
    expect(mail.html).toContain(`<html lang="${language}" dir="ltr"`)
    expect(mail.html).toContain('href="https://shop.example/app/orders/order_1"')
    expect(mail.text).toContain("https://shop.example/app/orders/order_1")
    expect(mail.subject).toMatch(notice === "domain-broken" ? /nordlicht\.example/ : /1042/)
    if (notice.startsWith("mail-")) expect(mail.text.includes("User unknown")).toBe(notice !== "mail-complained")
  })

  it("has no link where the admin's address is not known, or is none", async () => {
    for (const url of [null, "javascript:alert(1)", "/app/orders/order_1"]) {
      const input = sampleNoticeInput("merchant-notice", language, [{ ...sampleNotice(notice), url }])
      const mail = await renderNotice(input)
      expectComplete(mail)
      expect(mail.html).not.toContain("<a ")
    }
  })

  it("does with the least that can be known", async () => {
    const facts = { order_number: "7", ...(notice.includes("mail") ? { mail_kind: "review-request" } : {}) }
    const mail = await renderNotice(
      sampleNoticeInput("merchant-notice", language, [{ ...sampleNotice(notice, facts), url: null }]),
    )
    expect(mail.text).not.toMatch(/\{\{|undefined|null/)
    expect(mail.text).not.toMatch(/:\s*$/m)
  })
})

describe.each(LANGUAGES)("a mail about one that could not be made, in %s", (language) => {
  const tell = async (reason: StateReason, detail: string) => {
    const failed = sampleNotice("mail-failed", { order_number: "1042", mail_kind: "payment-info", reason, detail })
    return (await renderNotice(sampleNoticeInput("merchant-notice", language, [failed]))).text
  }
  const texts = noticeTexts(language)

  it("says in the merchant's language that an account is missing, and where to set it up", async () => {
    const text = await tell("bank-account-missing", "There is no bank account for orders in CHF. Add one.")
    expect(text).not.toContain("orders in CHF")
    expect(text).not.toContain(texts("facts.answer"))
    expect(text).toContain(texts("facts.reason"))
    expect(text).toContain(texts("reasons.bank-account-missing"))
    expect(text).toContain(texts("todo.check-bank-details"))
  })

  it("claims no server's answer where no server was asked", async () => {
    for (const reason of ["template-error", "order-unreadable"] as const) {
      const text = await tell(reason, "something is wrong")
      expect(text).not.toContain(texts("facts.answer"))
      expect(text).toMatch(new RegExp(`${texts("facts.reason")}.*something is wrong`))
    }
    for (const reason of ["retries-exhausted", "address-unknown"] as const)
      expect(await tell(reason, "550 no")).toMatch(new RegExp(`${texts("facts.answer")}.*550 no`))
  })
})

describe.each(LANGUAGES)("a digest in %s", (language) => {
  it("tells of everything, sorted by what it is", async () => {
    const mail = await renderNotice(sampleNoticeInput("merchant-digest", language))
    expectComplete(mail)
    const headings = MERCHANT_NOTICES.map((notice) => noticeTexts(language)(`${notice}.group`))
    const at = headings.map((heading) => mail.text.indexOf(heading))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at[0]).toBeGreaterThan(0)
    expect(mail.subject).toMatch(/Nordlicht Handel\u00a0? ?: 6 \p{L}{4,}/u)
  })

  it("says how many there are beyond those it lists", async () => {
    const notices = Array.from({ length: 73 }, () => sampleNotice("mail-failed"))
    const { text } = await renderNotice(sampleNoticeInput("merchant-digest", language, notices))
    expect(text.match(/^- /gm)).toHaveLength(50)
    expect(text).toContain(noticeTexts(language)("digest.more", { count: "23" }, 23))
  })
})

it("counts notices with the plural forms of the language", async () => {
  const subject = async (count: number) => {
    const notices = Array.from({ length: count }, () => sampleNotice("new-order"))
    return (await renderNotice(sampleNoticeInput("merchant-digest", "pl", notices))).subject
  }
  expect(await Promise.all([1, 2, 5, 22].map(subject))).toEqual([
    "Nordlicht Handel: 1 powiadomienie",
    "Nordlicht Handel: 2 powiadomienia",
    "Nordlicht Handel: 5 powiadomień",
    "Nordlicht Handel: 22 powiadomienia",
  ])
})

it("a mail with nothing to tell is an error", async () => {
  await expect(renderNotice(sampleNoticeInput("merchant-digest", "de", []))).rejects.toThrow("it has nothing to tell")
})

const HOSTILE = [
  "Anna\r\nBcc: evil@example.com\r\n\r\nHello",
  '"><script>alert(1)</script>',
  "<img src=x onerror=alert(1)>",
  "{{shop.name}} {{{subject}}} {{#each facts}}x{{/each}}",
  "$t(x) $& $1 $`",
  "--><b>out</b><!--",
  "</title></head><body>",
  "\u202Eesrever\u202C",
  "a\u2028b\u0000c",
]

describe.each(MERCHANT_NOTICES)("what strangers typed, in a mail about %s", (notice: MerchantNotice) => {
  const saying = (text: string, kind: "merchant-notice" | "merchant-digest") => {
    const facts = {
      order_number: text,
      customer_name: text,
      customer_address: text,
      recipient: text,
      mail_kind: text,
      detail: text,
      domain: text,
      amount: "5",
      currency_code: "eur",
    }
    return renderNotice(sampleNoticeInput(kind, "de", [sampleNotice(notice, facts)]))
  }

  it.each(HOSTILE)("stands there as text and adds nothing: %j", async (text) => {
    for (const kind of NOTICE_MAILS) {
      const [mail, plain] = [await saying(text, kind), await saying("plain", kind)]
      expect(skeletonOfHtml(mail.html)).toEqual(skeletonOfHtml(plain.html))
      expect(mail.text.split("\n")).toHaveLength(plain.text.split("\n").length)
      expect(mail.text).toContain(oneLine(text))
      expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    }
  })

  it("is cut where it is endless", async () => {
    const { subject, text } = await saying("x".repeat(100_000), "merchant-notice")
    expect([...subject].length).toBeLessThanOrEqual(150)
    expect(text.length).toBeLessThan(3_000)
  })
})
