/** Whether somebody bought as a consumer (§ 13 BGB) or for a business; a consumer when in doubt. */
export type CustomerType = "consumer" | "business"

/** How default interest is found: a fixed yearly rate, or points over the German base rate. In percent, as decimal strings. */
export type InterestRule = { type: "fixed"; percent: string } | { type: "over-base-rate"; points: string }

/** What the law of a country lets a shop ask of a customer in default. */
export interface CountryProfile {
  /** Null: no interest is asked for. */
  interest: Readonly<Record<CustomerType, InterestRule | null>>
  /** Whether fees that a plan's step has are asked for. */
  fees: Readonly<Record<CustomerType, boolean>>
  /** Flat compensation for the costs of collecting, once for a claim. */
  flatFee: Readonly<Record<CustomerType, { currency: string; amount: string } | null>>
}

const NOTHING: CountryProfile = {
  interest: { consumer: null, business: null },
  fees: { consumer: false, business: false },
  flatFee: { consumer: null, business: null },
}

const FORTY_EUROS = { currency: "EUR", amount: "40.00" }

/**
 * By ISO 3166-1 alpha-2. No legal advice.
 *
 * DE: 5 points over the base rate from consumers, § 288 (1) BGB; 9 from businesses, § 288 (2); EUR 40 from businesses only,
 * § 288 (5). Fees of consumers are possible and 0 by default (see default-plans.ts).
 *
 * AT: 4 % from consumers, § 1000 (1) ABGB. From businesses § 456 UGB asks for 9.2 points over the Austrian base rate, which
 * is another one than the German and in no table here: no interest rather than a wrong one. EUR 40 from businesses, § 458 UGB.
 * No fees from consumers, because a fee clause beside interest does not hold (FACTS, ecolex 2021).
 *
 * CH: 5 %, Art. 104 (1) OR, whoever the customer is. Fees only where the contract says so, which the merchant must know.
 */
const PROFILES: Readonly<Record<string, CountryProfile>> = {
  DE: {
    interest: {
      consumer: { type: "over-base-rate", points: "5" },
      business: { type: "over-base-rate", points: "9" },
    },
    fees: { consumer: true, business: true },
    flatFee: { consumer: null, business: FORTY_EUROS },
  },
  AT: {
    interest: { consumer: { type: "fixed", percent: "4" }, business: null },
    fees: { consumer: false, business: true },
    flatFee: { consumer: null, business: FORTY_EUROS },
  },
  CH: {
    interest: { consumer: { type: "fixed", percent: "5" }, business: { type: "fixed", percent: "5" } },
    fees: { consumer: true, business: true },
    flatFee: NOTHING.flatFee,
  },
}

/** Countries with a profile of their own; in all others nothing is asked for but the open amount. */
export const PROFILED_COUNTRIES = ["DE", "AT", "CH"] as const

/** @param country ISO 3166-1 alpha-2 in either case, of the billing address; null when it is not known */
export function countryProfile(country: string | null): CountryProfile {
  const code = country?.toUpperCase() ?? ""
  return Object.hasOwn(PROFILES, code) ? (PROFILES[code] ?? NOTHING) : NOTHING
}
