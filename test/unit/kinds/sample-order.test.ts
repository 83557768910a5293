import { expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"

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
