/** Where the demo shop sells: region, currency and tax. Rates are percentages, prices include them. */
export const COUNTRIES = [
  { code: "de", region: "Deutschland", currency: "eur", standard: 19, reduced: 7, shipping: 4.9 },
  { code: "at", region: "Österreich", currency: "eur", standard: 20, reduced: 10, shipping: 8.9 },
  { code: "ch", region: "Schweiz", currency: "chf", standard: 8.1, reduced: 2.6, shipping: 12 },
  { code: "gb", region: "United Kingdom", currency: "gbp", standard: 20, reduced: 0, shipping: 9.5 },
] as const

export const CURRENCIES = ["eur", "chf", "gbp"] as const

/** The one that is the shop's home. */
export const HOME_CURRENCY = "eur"
