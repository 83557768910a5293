import { Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningFields } from "../../src/api/settings-types"
import { useFormats } from "../hooks/use-formats"
import { nextHalfYear } from "../lib/dunning-problems"
import { localDay } from "../lib/stop-draft"
import { LabeledField } from "./labeled-field"
import { DecimalInput } from "./number-input"

type Rates = AdminDunningFields["base_rates"]

interface BaseRatesProps {
  /** The oldest first. */
  rates: Rates
  onChange: (rates: Rates) => void
  disabled: boolean
}

/** The base rate by half-year, the newest first; the days on which it changes are the law's. */
export const BaseRates = ({ rates, onChange, disabled }: BaseRatesProps) => {
  const { t } = useTranslation("orderMail")
  const { calendarDay } = useFormats()
  const next = nextHalfYear(rates, localDay(new Date()))
  const change = (from: string, percent: string) =>
    onChange(rates.map((rate) => (rate.from === from ? { from, percent } : rate)))
  return (
    <>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={disabled}
        onClick={() => onChange([...rates, { from: next, percent: "" }])}
      >
        {t("dunning.addRate", { day: calendarDay(next) })}
      </Button>
      {rates.toReversed().map(({ from, percent }) => (
        <div key={from} data-rate={from} className="flex items-end gap-x-2">
          <LabeledField label={t("dunning.rateFrom", { day: calendarDay(from) })} className="flex-1">
            {(ids) => (
              <DecimalInput {...ids} value={percent} onChange={(typed) => change(from, typed)} disabled={disabled} />
            )}
          </LabeledField>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            className="mb-0.5"
            disabled={disabled || rates.length === 1}
            aria-label={t("dunning.removeRate", { day: calendarDay(from) })}
            onClick={() => onChange(rates.filter((rate) => rate.from !== from))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
    </>
  )
}
