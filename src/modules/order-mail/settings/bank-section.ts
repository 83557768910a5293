import type { z } from "@medusajs/framework/zod"
import { formatIban } from "../../../rendering/format"
import { bankInput } from "./bank-input"
import { SettingRefused, type SectionDefinition } from "./section-definition"

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

/** Where and how the shop's orders are paid. */
export const bankSection: SectionDefinition<BankFields> = {
  name: "bank",
  fields: BANK_FIELDS,
  input: bankInput as z.ZodType<Partial<BankFields>>,
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
    return value.map((entry) => (typeof entry === "string" ? entry : shownAccount(entry))).join("\n")
  },
  check({ prepayment_providers, invoice_providers }) {
    const inBoth = invoice_providers.find((id) => prepayment_providers.includes(id))
    if (inBoth !== undefined)
      throw new SettingRefused("invoice_providers", `${inBoth} counts as prepayment already; it can be one of both`)
  },
}

/** `EUR: Holder, IBAN, BIC, bank, address`. */
function shownAccount({ currency, account_holder, iban, bic, bank, address }: BankAccount): string {
  const place = address && [
    [address.street, address.house_number].filter(Boolean).join(" "),
    `${address.country_code}-${address.postal_code} ${address.city}`,
  ]
  const parts = [account_holder, formatIban(iban), bic, bank, ...(place ?? [])].filter((part) => part !== null)
  return `${currency === null ? "" : `${currency}: `}${parts.join(", ")}`
}
