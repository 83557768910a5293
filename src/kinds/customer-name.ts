import type { OrderFacts } from "./order-facts"

type NamedFacts = Pick<OrderFacts, "customer" | "billing_address" | "shipping_address">

/**
 * First and last name of who ordered, as typed. Guests have no name of their own in Medusa: theirs stands in the billing
 * address, or else in the shipping address.
 *
 * @returns null when the order has no name at all
 */
export function customerName(facts: NamedFacts): string | null {
  const { firstName, lastName } = nameOf(facts)
  return [firstName, lastName].filter(Boolean).join(" ") || null
}

/** The first name of who {@link customerName} names; null when that is a last name alone, or there is none. */
export function customerFirstName(facts: NamedFacts): string | null {
  return nameOf(facts).firstName || null
}

function nameOf(facts: NamedFacts): { firstName: string; lastName: string } {
  for (const person of [facts.customer, facts.billing_address, facts.shipping_address]) {
    const firstName = person?.first_name?.trim() ?? ""
    const lastName = person?.last_name?.trim() ?? ""
    if (firstName !== "" || lastName !== "") return { firstName, lastName }
  }
  return { firstName: "", lastName: "" }
}
