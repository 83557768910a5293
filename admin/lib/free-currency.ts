/** @returns the first currency that no entry of a list has, or null */
export const freeCurrency = (currencies: readonly string[], entries: readonly { currency: string }[]): string | null =>
  currencies.find((code) => !entries.some(({ currency }) => currency === code)) ?? null
