/** What the law about reminders that stands beside them counts in. */
const FIRST = "EUR"

/** @returns a currency that no entry of a list has, euros first, or null */
export const freeCurrency = (
  currencies: readonly string[],
  entries: readonly { currency: string }[],
): string | null => {
  const free = currencies.filter((code) => !entries.some(({ currency }) => currency === code))
  return free.find((code) => code === FIRST) ?? free[0] ?? null
}
