import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningFields } from "../../src/api/settings-types"
import { useBaseRateTexts } from "../hooks/use-base-rate-texts"

interface BaseRateWarningProps {
  /** The day from which on the rate is not known; null: it is. */
  missing: string | null
  /** The last rate that is known. */
  last: AdminDunningFields["base_rates"][number] | undefined
}

/** Says that the base rate of today has to be entered, and what is computed with until then. */
export const BaseRateWarning = ({ missing, last }: BaseRateWarningProps) => {
  const { t } = useTranslation("orderMail")
  const { rateText, dayText } = useBaseRateTexts()
  if (missing === null) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="base-rate-missing">
        <span className="text-ui-fg-base txt-compact-small-plus block">
          {t("dunning.rateMissing", { day: dayText(missing) })}
        </span>
        <span className="block">{last && t("dunning.rateMissingText", rateText(last))}</span>
      </Alert>
    </div>
  )
}
