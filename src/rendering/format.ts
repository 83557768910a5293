import { isDecimal } from "../kinds/decimal"

/** Making one of these costs a hundred times as much as using it. Keyed by locale and what is formatted, so they stay few. */
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const countryNames = new Map<string, string>()
const plainNumberLocales = new Map<string, string>()

/**
 * @param amount decimal string in major units; it reaches Intl as a string, so no float ever holds it
 * @param currency ISO 4217 in either case
 * @returns for example "1.161,95 €" for de-DE and "€1,161.95" for en-IE
 * @throws RangeError when the amount is no decimal number
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  // Spanish, Italian and Polish leave four digits together in running text, but not in columns of amounts.
  const format = numberFormat(locale, { style: "currency", currency, useGrouping: "always" })
  return withCommonBlanks(format.format(decimal(amount)))
}

/** @param quantity decimal string, at most three decimals are shown */
export function formatQuantity(quantity: string, locale: string): string {
  const format = numberFormat(plainNumberLocale(locale), { maximumFractionDigits: 3 })
  return withCommonBlanks(format.format(decimal(quantity)))
}

/** @param percent decimal string, "19" means 19 % */
export function formatPercent(percent: string, locale: string): string {
  const options = { style: "unit", unit: "percent", maximumFractionDigits: 3 } as const
  return withCommonBlanks(numberFormat(plainNumberLocale(locale), options).format(decimal(percent)))
}

/** @param instant ISO 8601 @param timeZone IANA name; the calendar day is taken there */
export function formatDate(instant: string, timeZone: string, locale: string): string {
  return withFrenchFirst(dateFormat(locale, timeZone).format(new Date(instant)), locale)
}

/** @param day calendar date `YYYY-MM-DD`; it is the same day everywhere, so no time zone moves it */
export function formatCalendarDay(day: string, locale: string): string {
  return withFrenchFirst(dateFormat(locale, "UTC").format(new Date(`${day}T00:00:00Z`)), locale)
}

/**
 * ISO 13616: the print format has a blank after every fourth character. Ordinary blanks, because bank forms drop
 * those when the number is pasted, and not all drop others.
 */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ")
}

/** @param code ISO 3166-1 alpha-2 in either case; an unknown one is shown as it is, in upper case */
export function formatCountry(code: string, locale: string): string {
  const region = code.toUpperCase()
  if (!/^[A-Z]{2}$/.test(region)) {
    return region
  }
  return remembered(
    countryNames,
    `${locale} ${region}`,
    () => new Intl.DisplayNames(locale, { type: "region" }).of(region) ?? region,
  )
}

/**
 * The narrow no-break blank of French amounts (U+202F) is missing in older fonts, where a box stands for it, and bank
 * forms that drop other blanks keep it.
 */
function withCommonBlanks(text: string): string {
  return text.replaceAll("\u202f", "\u00a0")
}

/** French writes the first of a month as an ordinal ("le 1er août"); CLDR has no form for that. */
function withFrenchFirst(date: string, locale: string): string {
  return locale.startsWith("fr") ? date.replace(/^1 /, "1er ") : date
}

/**
 * CLDR gives English in most of the continent's countries a decimal comma in numbers and a point in amounts: "1,5 × €28.00".
 * A mail keeps to one of them, that of the amounts.
 */
function plainNumberLocale(locale: string): string {
  if (!locale.startsWith("en")) return locale
  return remembered(plainNumberLocales, locale, () => {
    const amount = numberFormat(locale, { style: "currency", currency: "EUR", useGrouping: "always" })
    return decimalSign(amount) === decimalSign(numberFormat(locale, {})) ? locale : "en"
  })
}

function decimalSign(format: Intl.NumberFormat): string | undefined {
  return format.formatToParts(1.5).find(({ type }) => type === "decimal")?.value
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style ?? "decimal"} ${options.currency ?? ""}`
  return remembered(numberFormats, key, () => new Intl.NumberFormat(locale, options))
}

function dateFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return remembered(
    dateFormats,
    `${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }),
  )
}

function remembered<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key)
  if (known !== undefined) {
    return known
  }
  const made = make()
  cache.set(key, made)
  return made
}

function decimal(text: string): `${number}` {
  if (!isDecimal(text)) {
    throw new RangeError(`"${text}" is no decimal number; amounts and quantities are strings such as "119.00".`)
  }
  return text
}
