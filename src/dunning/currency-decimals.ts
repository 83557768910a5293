const decimalsOfCurrencies = new Map<string, number>()

/**
 * @param currency ISO 4217, in either case
 * @returns decimals amounts of the currency have, by CLDR: 2 for EUR, 0 for JPY, 3 for KWD; 2 for one that is not known
 * @throws RangeError when the code is not three letters
 */
export function currencyDecimals(currency: string): number {
  const code = currency.toUpperCase()
  const known = decimalsOfCurrencies.get(code)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  decimalsOfCurrencies.set(code, decimals)
  return decimals
}
