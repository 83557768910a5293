import { MathBN } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../kinds/order-facts"
import type { GraphTaxed } from "./graph-order"
import type { Money } from "./money"

/** Adds up the tax lines of order lines and shipping by rate, highest rate first. */
export function sumTaxes(taxed: GraphTaxed[], money: Money): OrderFacts["taxes"] {
  const byRate = new Map<string, { name: string; amount: ReturnType<typeof MathBN.convert> }>()
  for (const line of taxed.flatMap((entry) => entry.tax_lines ?? [])) {
    const rate = MathBN.convert(line.rate).toFixed()
    const known = byRate.get(rate)
    byRate.set(rate, {
      name: known?.name ?? line.description ?? line.code ?? "",
      amount: MathBN.add(known?.amount ?? 0, line.total ?? 0),
    })
  }
  return [...byRate]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([rate_percent, { name, amount }]) => ({ name, rate_percent, amount: money(amount) }))
}
