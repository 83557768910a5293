import { describe, expect, it } from "vitest"
import { customerName } from "../../../src/kinds/customer-name"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { sampleOrder } from "../../../src/kinds/sample-order"

type Names = [string | null, string | null]

function orderOf(customer: Names, billing: Names | null, shipping: Names | null): OrderFacts {
  const order = sampleOrder()
  const named = (address: OrderFacts["billing_address"], names: Names | null) =>
    names && address && { ...address, first_name: names[0], last_name: names[1] }
  return {
    ...order,
    customer: { ...order.customer, first_name: customer[0], last_name: customer[1] },
    billing_address: named(order.billing_address, billing),
    shipping_address: named(order.shipping_address, shipping),
  }
}

describe("customerName", () => {
  it.each<[string, OrderFacts, string | null]>([
    ["the customer's own", orderOf(["Anna", "Müller"], ["Berta", "Buch"], null), "Anna Müller"],
    ["a guest's, from the billing address", orderOf([null, null], ["Berta", "Buch"], ["Carl", "Clever"]), "Berta Buch"],
    [
      "from the shipping address, where the billing address has none",
      orderOf([null, " "], [null, ""], ["Carl", null]),
      "Carl",
    ],
    ["one of a single word", orderOf([null, "Sukarno"], null, null), "Sukarno"],
    ["none at all", orderOf([null, null], null, null), null],
  ])("takes %s", (_, order, name) => expect(customerName(order)).toBe(name))
})
