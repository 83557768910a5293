import type { OrderFacts } from "./order-facts"

/**
 * First and last name of who ordered, as typed. Guests have no name of their own in Medusa: theirs stands in the billing
 * address, or else in the shipping address.
 *
 * @returns null when the order has no name at all
 */
export function customerName(
  facts: Pick<OrderFacts, "customer" | "billing_address" | "shipping_address">,
): string | null {
  for (const person of [facts.customer, facts.billing_address, facts.shipping_address]) {
    const name = [person?.first_name?.trim(), person?.last_name?.trim()].filter(Boolean).join(" ")
    if (name !== "") return name
  }
  return null
}
