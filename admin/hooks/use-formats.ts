import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"

/** Medusa's language codes are not all BCP 47 ("enGB", "ptBR"); the browser's own language is good enough for those. */
const localeOf = (language: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}

/** Dates, numbers and sizes in the admin's language: dates relative for reading, exact for comparing with a server log. */
export const useFormats = () => {
  const { i18n } = useTranslation()
  const { getRelativeDate } = useDate()

  const exact = (iso: string): string =>
    new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: "medium", timeStyle: "medium" }).format(new Date(iso))

  /** 20480 -> "20.5 kB" (1 kB = 1,000 bytes). */
  const fileSize = (bytes: number): string => {
    const [amount, unit] =
      bytes < 1_000
        ? [bytes, "byte"]
        : bytes < 1_000_000
          ? [bytes / 1_000, "kilobyte"]
          : [bytes / 1_000_000, "megabyte"]
    const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const
    return new Intl.NumberFormat(localeOf(i18n.language), style).format(amount)
  }

  const number = (value: number): string => new Intl.NumberFormat(localeOf(i18n.language)).format(value)

  /** "3 December", with the year where it is another than now. */
  const day = (iso: string): string => {
    const date = new Date(iso)
    const year = date.getFullYear() === new Date().getFullYear() ? {} : ({ year: "numeric" } as const)
    return new Intl.DateTimeFormat(localeOf(i18n.language), { day: "numeric", month: "long", ...year }).format(date)
  }

  /** A day without a time of day, `YYYY-MM-DD`, which is the same everywhere. */
  const calendarDay = (calendar: string): string =>
    new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: "long", timeZone: "UTC" }).format(new Date(calendar))

  /** @param amount decimal string in major units: a number would lose digits */
  const money = (amount: string, currencyCode: string): string =>
    new Intl.NumberFormat(localeOf(i18n.language), { style: "currency", currency: currencyCode }).format(
      amount as Intl.StringNumericLiteral,
    )

  return { relative: getRelativeDate, exact, fileSize, number, day, calendarDay, money }
}
