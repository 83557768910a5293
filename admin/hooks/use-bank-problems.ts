import { useTranslation } from "react-i18next"
import { bicProblem } from "../../src/rendering/shared/bic"
import { electronicFormat, ibanCountry, ibanLength, ibanProblem } from "../../src/rendering/shared/iban"
import { useCountryNames } from "./use-region-names"

/** What an IBAN or BIC has to say for itself while it is typed. */
export interface NumberNote {
  text: string
  /** `unfinished`: what is there can still become right. */
  standing: "empty" | "unfinished" | "wrong" | "right"
}

/** The words for what is wrong with an IBAN or BIC, as typed. */
export const useBankProblems = () => {
  const { t } = useTranslation("orderMail")
  const countryName = useCountryNames()

  const ibanText = (typed: string): string => {
    const iban = electronicFormat(typed)
    const problem = ibanProblem(iban)
    const country = ibanCountry(iban)
    const length = ibanLength(country) ?? 0
    if (problem === null) return t("ibanNotes.right", { country: countryName(country) })
    if (problem === "country") return t("ibanNotes.country", { code: country })
    const named = length > 0 ? countryName(country) : country
    return t(`ibanNotes.${problem}`, { country: named, length, typed: iban.length })
  }

  const bicText = (typed: string): string => {
    const bic = electronicFormat(typed)
    const problem = bicProblem(bic)
    if (problem === null) return t("bicNotes.right", { country: countryName(bic.slice(4, 6)) })
    return t(`bicNotes.${problem}`, { code: bic.slice(4, 6), typed: bic.length })
  }

  const ibanNote = (typed: string): NumberNote => {
    const iban = electronicFormat(typed)
    const problem = ibanProblem(iban)
    if (problem === "empty") return { text: t("ibanNotes.hint"), standing: "empty" }
    if (problem === null) return { text: ibanText(typed), standing: "right" }
    const length = ibanLength(ibanCountry(iban))
    const isShort =
      (problem === "country" && iban.length < 2) || (problem === "length" && length !== null && iban.length < length)
    if (!isShort) return { text: ibanText(typed), standing: "wrong" }
    const text = length === null ? t("ibanNotes.hint") : t("ibanNotes.typing", { typed: iban.length, length })
    return { text, standing: "unfinished" }
  }

  const bicNote = (typed: string): NumberNote => {
    const bic = electronicFormat(typed)
    if (bic === "") return { text: t("bicNotes.hint"), standing: "empty" }
    const problem = bicProblem(bic)
    if (problem === null) return { text: bicText(typed), standing: "right" }
    if (problem === "length" && bic.length < 11)
      return { text: t("bicNotes.typing", { typed: bic.length }), standing: "unfinished" }
    return { text: bicText(typed), standing: "wrong" }
  }

  return { ibanText, bicText, ibanNote, bicNote }
}
