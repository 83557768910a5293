import { expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { chooseLanguage } from "../../../src/rendering/language"
import { LANGUAGES } from "../../../src/rendering/types"

const cents = (decimal: string): number => Math.round(Number(decimal) * 100)
const sum = (amounts: string[]): number => amounts.reduce((total, amount) => total + cents(amount), 0)

it("adds up", () => {
  const { items, shipping, taxes, totals } = sampleOrder()
  expect(sum(items.map((line) => line.total))).toBe(cents(totals.items))
  expect(sum(shipping.map((method) => method.total))).toBe(cents(totals.shipping))
  expect(sum([totals.items, totals.shipping])).toBe(cents(totals.total))
  expect(sum(taxes.map((tax) => tax.amount))).toBe(cents(totals.tax))
  expect(sum(items.map((line) => String(Number(line.quantity) * Number(line.unit_price))))).toBe(
    sum([totals.items, totals.discount]),
  )
})

it("is a fresh copy every time", () => {
  sampleOrder().items.pop()
  expect(sampleOrder().items).toHaveLength(3)
})

it.each(LANGUAGES)("is one of a customer who reads %s, at home", (language) => {
  const { locale, items, ...order } = sampleOrder(language)
  expect(chooseLanguage({ ...order, items, locale }, "en")).toEqual({ language, locale })
  expect(chooseLanguage({ ...order, items, locale: null }, "de").language).toBe(language)
  expect(order.shipping_address?.country_code).toBe(locale?.slice(3).toLowerCase())
  expect(JSON.stringify(order)).not.toMatch(language === "de" ? /undefined/ : /Petersen|MwSt|Standardversand/)
})

it("names the languages it has when asked for another", () => {
  expect(() => sampleOrder("sv")).toThrow('no sample order in the language "sv", only in de, en, fr, it, es, nl, pl')
})
