import { Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningFields } from "../../src/api/settings-types"
import { useStoreCurrencies } from "../hooks/use-store-currencies"
import { freeCurrency } from "../lib/free-currency"
import { CurrencyChoice } from "./currency-choice"
import { LabeledField } from "./labeled-field"
import { DecimalInput } from "./number-input"

type Amounts = AdminDunningFields["minimum_amounts"]

interface MinimumAmountsProps {
  amounts: Amounts
  onChange: (amounts: Amounts) => void
  disabled: boolean
}

/** From which open amount on an order is reminded of it, by currency. */
export const MinimumAmounts = ({ amounts, onChange, disabled }: MinimumAmountsProps) => {
  const { t } = useTranslation("orderMail")
  const free = freeCurrency(useStoreCurrencies(), amounts)
  const change = (index: number, part: Partial<Amounts[number]>) =>
    onChange(amounts.map((entry, place) => (place === index ? { ...entry, ...part } : entry)))
  return (
    <>
      {amounts.map((entry, index) => (
        <div key={entry.currency} data-amount={entry.currency} className="flex items-end gap-x-2">
          <LabeledField label={t("accountFields.currency")} className="flex-1">
            {(ids) => (
              <CurrencyChoice
                {...ids}
                value={entry.currency}
                taken={amounts.map(({ currency }) => currency)}
                onChange={(currency) => change(index, { currency })}
                disabled={disabled}
              />
            )}
          </LabeledField>
          <LabeledField label={t("dunning.amount")} className="basis-28">
            {(ids) => (
              <DecimalInput
                {...ids}
                value={entry.amount}
                onChange={(amount) => change(index, { amount })}
                disabled={disabled}
              />
            )}
          </LabeledField>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            className="mb-0.5"
            disabled={disabled}
            aria-label={t("dunning.removeAmount", { currency: entry.currency })}
            onClick={() => onChange(amounts.filter((_, place) => place !== index))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={disabled || free === null}
        onClick={() => free && onChange([...amounts, { currency: free, amount: "5" }])}
      >
        {t("dunning.addAmount")}
      </Button>
    </>
  )
}
