import { z } from "@medusajs/framework/zod"
import type { SectionDefinition } from "./section-definition"

/** Where money goes to. */
export interface BankAccount {
  /** ISO 4217, upper case; null: orders in every currency that no other account is for. */
  currency: string | null
  account_holder: string
  /** Electronic format, without blanks. */
  iban: string
  bic: string | null
  bank: string | null
  /** Structured address of the holder, which a Swiss QR-bill demands. */
  address: {
    street: string
    house_number: string | null
    postal_code: string
    city: string
    country_code: string
  } | null
}

/** The fields of the section "Bank details". */
export interface BankFields {
  accounts: BankAccount[]
  reference_pattern: string
  /** The reference is an ISO 11649 creditor reference made of the pattern. */
  reference_is_creditor_reference: boolean
  payable_within_days: number
  prepayment_providers: string[]
  invoice_providers: string[]
}

const BANK_FIELDS = [
  "accounts",
  "reference_pattern",
  "reference_is_creditor_reference",
  "payable_within_days",
  "prepayment_providers",
  "invoice_providers",
] as const satisfies (keyof BankFields)[]

const line = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u, "takes one line of text without control characters")
const providers = z.array(line.min(1).max(100)).max(50)

const account = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "takes a currency such as EUR")
    .nullable(),
  account_holder: line.min(1).max(70),
  iban: z.string().max(34),
  bic: z.string().max(11).nullable(),
  bank: line.max(70).nullable(),
  address: z
    .strictObject({
      street: line.max(70),
      house_number: line.max(16).nullable(),
      postal_code: line.max(16),
      city: line.max(35),
      country_code: z.string().regex(/^[A-Z]{2}$/, "takes a country such as CH"),
    })
    .nullable(),
})

const input = z
  .strictObject({
    accounts: z.array(account).max(20),
    reference_pattern: line.min(1).max(100),
    reference_is_creditor_reference: z.boolean(),
    payable_within_days: z.number().int().min(1).max(365),
    prepayment_providers: providers,
    invoice_providers: providers,
  })
  .partial()

/** Where and how the shop's orders are paid. */
export const bankSection: SectionDefinition<BankFields> = {
  name: "bank",
  fields: BANK_FIELDS,
  input: input as z.ZodType<Partial<BankFields>>,
  base: ({ bankTransfer: { accountHolder, iban, bic, bank, payableWithinDays, providers } }) => ({
    accounts: [{ currency: null, account_holder: accountHolder, iban, bic, bank, address: null }],
    reference_pattern: "{{order_number}}",
    reference_is_creditor_reference: false,
    payable_within_days: payableWithinDays,
    prepayment_providers: providers,
    invoice_providers: [],
  }),
  shown: (value) => {
    if (!Array.isArray(value)) return String(value)
    return value
      .map((entry) => (typeof entry === "string" ? entry : [entry.currency ?? "*", entry.iban].join(" ")))
      .join("\n")
  },
}
