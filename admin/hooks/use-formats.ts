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

  return { relative: getRelativeDate, exact, fileSize, number }
}
