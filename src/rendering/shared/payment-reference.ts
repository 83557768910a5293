import { creditorReference } from "./creditor-reference"
import { sepaText } from "./sepa-text"

/** What a pattern can name. Customer numbers are the shop's own: Medusa has none. */
export const REFERENCE_PLACEHOLDERS = ["order_number", "customer_number"] as const
export type ReferencePlaceholder = (typeof REFERENCE_PLACEHOLDERS)[number]

/** How payers are asked to name an order. */
export interface ReferenceSettings {
  /** Text with `{{order_number}}` and `{{customer_number}}`. */
  pattern: string
  /** Make an ISO 11649 creditor reference of what the pattern gives. */
  isCreditorReference: boolean
}

export interface ReferenceSubject {
  orderNumber: string
  customerNumber: string | null
}

/** SEPA: the longest unstructured remittance information. */
const MAX_LENGTH = 140
const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

/**
 * The remittance information of an order, the same each time it is asked for: the pattern filled in, in the characters
 * that every SEPA bank passes on, or as a creditor reference.
 *
 * Where the pattern names a customer who has no number, where it gives more than fits or nothing at all, it is the order's
 * number alone: half a reference finds no order, and "Customer 1042" would name another customer.
 */
export function paymentReference(subject: ReferenceSubject, settings: ReferenceSettings): string {
  const filled = sepaText(fill(settings.pattern, subject) ?? "")
  const number = sepaText(subject.orderNumber)
  const text = filled === "" || filled.length > MAX_LENGTH ? number : filled
  if (!settings.isCreditorReference) return text
  return creditorReference(text) ?? creditorReference(number) ?? text
}

/** Placeholders of a pattern that stand for nothing. */
export function unknownPlaceholders(pattern: string): string[] {
  return namesIn(pattern).filter((name) => !isPlaceholder(name))
}

/** Whether a pattern tells orders or customers apart. */
export function namesSomething(pattern: string): boolean {
  return namesIn(pattern).some(isPlaceholder)
}

/** Whether a pattern asks for the customer's number, which not every customer has. */
export function namesCustomer(pattern: string): boolean {
  return namesIn(pattern).includes("customer_number")
}

/** @returns null where the pattern names a customer who has no number */
function fill(pattern: string, { orderNumber, customerNumber }: ReferenceSubject): string | null {
  const customer = sepaText(customerNumber ?? "")
  if (customer === "" && namesCustomer(pattern)) return null
  const values: Record<ReferencePlaceholder, string> = {
    order_number: orderNumber,
    customer_number: customer,
  }
  return pattern.replace(PLACEHOLDER, (_, name: string) => (isPlaceholder(name) ? values[name] : ""))
}

function namesIn(pattern: string): string[] {
  return [...pattern.matchAll(PLACEHOLDER)].map(([, name = ""]) => name)
}

function isPlaceholder(name: string): name is ReferencePlaceholder {
  return REFERENCE_PLACEHOLDERS.some((known) => known === name)
}
