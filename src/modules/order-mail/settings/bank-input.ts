import { z } from "@medusajs/framework/zod"
import isISO31661Alpha2 from "validator/lib/isISO31661Alpha2"
import isISO4217 from "validator/lib/isISO4217"
import { bicProblem, type BicProblem } from "../../../rendering/shared/bic"
import {
  electronicFormat,
  ibanCountry,
  ibanLength,
  ibanProblem,
  isSwissIban,
  type IbanProblem,
} from "../../../rendering/shared/iban"
import {
  namesSomething,
  REFERENCE_PLACEHOLDERS,
  unknownPlaceholders,
} from "../../../rendering/shared/payment-reference"
import { isSwissText } from "../../../rendering/shared/swiss-text"

const line = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u, "takes one line of text without control characters")

/** @param most a bank or a bill takes no more */
const text = (name: string, most: number) =>
  line.min(1, `takes ${name}`).max(most, `takes ${name} of at most ${most} characters`)

/** A number of either length is shortened before its characters are looked at. */
const TYPED_MAX = 100

const IBAN_WORDS: Record<IbanProblem, (iban: string) => string> = {
  empty: () => "takes an IBAN",
  characters: () => "has characters other than letters and digits",
  country: (iban) => `begins with ${JSON.stringify(ibanCountry(iban))}, which is no country with IBANs`,
  length: (iban) =>
    `has ${iban.length} characters, but an IBAN of ${ibanCountry(iban)} has ${ibanLength(ibanCountry(iban))}`,
  format: (iban) => `has letters where an IBAN of ${ibanCountry(iban)} has digits, or digits where it has letters`,
  checksum: () => "has wrong check digits: a character is mistyped, or two are swapped",
}

const BIC_WORDS: Record<BicProblem, (bic: string) => string> = {
  length: (bic) => `has ${bic.length} characters, but a BIC has 8 or 11`,
  format: () => "begins with something else than six letters, or has characters other than letters and digits",
  country: (bic) => `has ${JSON.stringify(bic.slice(4, 6))} in the fifth and sixth place, which is no country`,
}

/** An IBAN as people type it; comes out in electronic format. */
export const iban = z
  .string()
  .max(TYPED_MAX, "takes an IBAN")
  .transform(electronicFormat)
  .superRefine((value, context) => {
    const problem = ibanProblem(value)
    if (problem) context.addIssue({ code: "custom", message: IBAN_WORDS[problem](value) })
  })

/** A BIC as people type it; comes out in electronic format. */
export const bic = z
  .string()
  .max(TYPED_MAX, "takes a BIC")
  .transform(electronicFormat)
  .superRefine((value, context) => {
    const problem = bicProblem(value)
    if (problem) context.addIssue({ code: "custom", message: BIC_WORDS[problem](value) })
  })

const address = z.strictObject({
  street: text("a street", 70),
  house_number: text("a house number", 16).nullable(),
  postal_code: text("a postal code", 16),
  city: text("a town", 35),
  country_code: z
    .string()
    .refine((code) => /^[A-Z]{2}$/.test(code) && isISO31661Alpha2(code), "takes a country such as CH"),
})

const account = z
  .strictObject({
    currency: z
      .string()
      .refine((code) => /^[A-Z]{3}$/.test(code) && isISO4217(code), "takes a currency such as EUR")
      .nullable(),
    account_holder: text("the account holder", 70),
    iban,
    bic: bic.nullable(),
    bank: text("the name of a bank", 70).nullable(),
    address: address.nullable(),
  })
  .superRefine((value, context) => {
    if (!value.address || !isSwissIban(value.iban)) return
    for (const [field, words] of [
      ["account_holder", value.account_holder] as const,
      ...Object.entries(value.address),
    ]) {
      if (words === null || isSwissText(words)) continue
      const path = field === "account_holder" ? [field] : ["address", field]
      context.addIssue({ code: "custom", path, message: "has characters that a Swiss QR-bill cannot have" })
    }
  })

const accounts = z
  .array(account)
  .min(1, "takes at least one account")
  .max(20, "takes at most 20 accounts")
  .superRefine((list, context) => {
    list.forEach(({ currency }, index) => {
      if (list.findIndex((other) => other.currency === currency) === index) return
      const orders = currency === null ? "orders in all other currencies" : `orders in ${currency}`
      context.addIssue({ code: "custom", path: [index, "currency"], message: `there is another account for ${orders}` })
    })
  })

const PLACEHOLDERS = REFERENCE_PLACEHOLDERS.map((name) => `{{${name}}}`).join(" and ")

const pattern = text("a text", 100).superRefine((value, context) => {
  const [unknown] = unknownPlaceholders(value)
  if (unknown !== undefined)
    context.addIssue({ code: "custom", message: `knows no {{${unknown}}}; there are ${PLACEHOLDERS}` })
  else if (!namesSomething(value))
    context.addIssue({
      code: "custom",
      message: `takes at least one of ${PLACEHOLDERS}: orders would have the same reference`,
    })
})

const providers = z
  .array(text("ids of payment providers", 200))
  .max(50, "takes at most 50 payment providers")
  .transform((ids) => [...new Set(ids)])

const days = "takes a whole number of days, 1 to 365"

/** What may be saved of the section "Bank details". */
export const bankInput = z
  .strictObject({
    accounts,
    reference_pattern: pattern,
    reference_is_creditor_reference: z.boolean(),
    payable_within_days: z.number(days).int(days).min(1, days).max(365, days),
    prepayment_providers: providers,
    invoice_providers: providers,
  })
  .partial()
