import { describe, expect, it } from "vitest"
import { checkText } from "../../../src/rendering/shared/check-text"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import { textCatalog, textSpec, textSpecOfId } from "../../../src/rendering/text-catalog"
import { shippedTexts } from "../../../src/rendering/texts"
import { LANGUAGES } from "../../../src/rendering/types"
import { textsByKey } from "./locale-files"

describe.each(LANGUAGES)("the catalogue in %s", (language) => {
  it("has every text of the customers' mails, and no other", () => {
    const keys = [...textsByKey(language).keys()].filter((key) => !/^(test-mail|copy|punctuation|notice)\./.test(key))
    expect(
      textCatalog(language)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(keys.sort())
  })

  it("lets every shipped text be saved as it is", () => {
    for (const form of ["formal", "informal"] as const) {
      const shipped = shippedTexts(language, form)
      for (const spec of textCatalog(language)) {
        expect(checkText(shipped.get(spec.key) ?? "", spec), spec.id).toEqual([])
      }
    }
  })

  it("has the same rules as in every other language", () => {
    const rules = (key: string) => {
      const { rich, maxLength, placeholders, mandatory } = textSpec("en", key) ?? {}
      return { rich, maxLength, placeholders: placeholders && [...placeholders].sort(), mandatory }
    }
    for (const spec of textCatalog(language)) {
      const key = spec.key.replace(/_(zero|two|few|many)$/, "_other")
      const { rich, maxLength, placeholders, mandatory } = spec
      expect(
        { rich, maxLength, placeholders: [...placeholders].sort(), mandatory: [...mandatory].sort() },
        key,
      ).toEqual({
        ...rules(key),
        mandatory: [...(rules(key).mandatory ?? [])].sort(),
      })
    }
  })
})

describe("a text", () => {
  it("has markup where it is a paragraph or a hint, and nowhere else", () => {
    const rich = textCatalog("en").filter((spec) => spec.rich)
    expect(rich.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["payment-info.intro", "greeting.named", "payment.reference-hint", "closing.questions"]),
    )
    for (const key of ["payment-info.subject", "payment-info.preheader", "payment-info.heading", "payment.qr-alt"])
      expect(textSpec("en", key)?.rich, key).toBe(false)
  })

  it("can say what its mail knows, and must say what it is for", () => {
    expect(textSpec("en", "payment-info.intro")).toMatchObject({
      id: "en:payment-info.intro",
      section: "payment-info",
      placeholders: expect.arrayContaining(["name", "number", "date", "amount", "payable_until", "iban", "reference"]),
      mandatory: [],
    })
    expect(textSpec("en", "payment-info.preheader")?.mandatory).toEqual(["amount", "payable_until", "reference"])
    expect(textSpec("en", "payment.payable-until")?.mandatory).toEqual(["payable_until"])
    expect(textSpec("en", "order.heading")?.mandatory).toEqual(["number"])
    expect(textSpec("en", "footer.on-behalf")?.mandatory).toEqual(["address"])
    // Mails of other kinds have it, too, and need not know where to pay.
    expect(textSpec("en", "closing.questions")?.placeholders).not.toContain("iban")
  })

  it("is known in each of its plural forms", () => {
    const forms = textCatalog("pl").filter(({ key }) => key.startsWith("order.items-total"))
    expect(forms.map(({ key }) => key.replace("order.items-total_", "")).sort()).toEqual([
      "few",
      "many",
      "one",
      "other",
    ])
    for (const form of forms)
      expect(form).toMatchObject({ kinds: expect.arrayContaining(kindsWithLayout()), mandatory: ["pieces"] })
  })
})

it("texts come in the order of the mail, the subject first", () => {
  const keys = textCatalog("de").flatMap(({ key, kinds }) => (kinds.includes("payment-info") ? [key] : []))
  expect(keys.slice(0, 3)).toEqual(["payment-info.subject", "payment-info.preheader", "payment-info.heading"])
  expect(keys.indexOf("payment-info.intro")).toBeLessThan(keys.indexOf("closing.questions"))
})

it.each([
  "xx:payment-info.intro",
  "de:payment-info.nothing",
  "payment-info.intro",
  "de:",
  "",
  "de:test-mail.banner",
  "__proto__",
  "de:constructor",
  "de:payment-info.intro\n",
])("%j names no text", (id) => {
  expect(textSpecOfId(id)).toBeNull()
})
