import { describe, expect, it } from "vitest"
import { MAIL_LANGUAGES, mailLanguageOf, orderNumberOf, orderWithNumber } from "../../../admin/lib/test-mail"
import { LANGUAGES } from "../../../src/rendering/types"

describe("the languages to choose from", () => {
  it("are those that mails can be written in", () => {
    expect(MAIL_LANGUAGES).toEqual(LANGUAGES)
  })

  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["enGB", "en"],
    ["fr", "fr"],
    ["esAR", "es"],
    ["pl", "pl"],
    ["ptBR", "en"],
  ])("begin with the admin's own: %s", (language, expected) => {
    expect(mailLanguageOf(language)).toBe(expected)
  })
})

describe("the order with a number", () => {
  const orders = [
    { id: "a", display_id: 104, custom_display_id: null },
    { id: "b", display_id: 1042, custom_display_id: null },
    { id: "c", display_id: 7, custom_display_id: "104" },
  ]

  it.each([
    ["1042", "b"],
    [" # 1042 ", "b"],
    ["104", "c"],
    ["10", undefined],
  ])("%j is found by all of it, the shop's own number first", (typed, id) => {
    expect(orderWithNumber(orders, orderNumberOf(typed))?.id).toBe(id)
  })
})
