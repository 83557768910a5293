import {
  namesCustomer,
  namesSomething,
  paymentReference,
  unknownPlaceholders,
} from "../../src/rendering/shared/payment-reference"

/** The order and customer that examples are made of. */
export const EXAMPLE = { orderNumber: "1042", customerNumber: "20077" }

export const MAX_PATTERN_LENGTH = 100

export const PATTERN_PROBLEMS = ["missing", "tooLong", "unknown", "namesNothing"] as const
type PatternProblem = (typeof PATTERN_PROBLEMS)[number]

/** What is wrong with a pattern, and the placeholder that is none. */
export function patternProblem(pattern: string): { problem: PatternProblem; name?: string } | null {
  if (pattern.trim() === "") return { problem: "missing" }
  if (pattern.trim().length > MAX_PATTERN_LENGTH) return { problem: "tooLong" }
  const [name] = unknownPlaceholders(pattern)
  if (name !== undefined) return { problem: "unknown", name: `{{${name}}}` }
  return namesSomething(pattern) ? null : { problem: "namesNothing" }
}

/** The reference that mails about the example order would ask for. */
export const referenceExample = (pattern: string, isCreditorReference: boolean): string =>
  paymentReference(EXAMPLE, { pattern, isCreditorReference })

/** The same for a customer without a number; null where the pattern asks for none. */
export const exampleWithoutCustomerNumber = (pattern: string, isCreditorReference: boolean): string | null =>
  namesCustomer(pattern)
    ? paymentReference({ ...EXAMPLE, customerNumber: null }, { pattern, isCreditorReference })
    : null
