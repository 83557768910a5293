/** Digits only, at most three; nothing typed is no number yet. */
export function wholeNumberTyped(text: string): number {
  const digits = text.replace(/\D/g, "").slice(0, 3)
  return digits === "" ? NaN : Number(digits)
}

/** What stands between whole and fraction in a language: "," in German. */
const separatorOf = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? "."

/** @param decimal with a point, or unfinished @returns as it is written in the language: "2,50" */
export const decimalShown = (decimal: string, language: string): string => decimal.replace(".", separatorOf(language))

/** @param text with a point or a comma, whatever the language @returns with a point, without blanks: "2.50" */
export const decimalTyped = (text: string): string => text.replace(/\s/g, "").replace(",", ".")
