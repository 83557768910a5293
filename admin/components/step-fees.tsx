import { Trash } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningStep } from "../../src/api/settings-types"
import { useStoreCurrencies } from "../hooks/use-store-currencies"
import { freeCurrency } from "../lib/free-currency"
import { CurrencyChoice } from "./currency-choice"
import { LabeledField } from "./labeled-field"
import { DecimalInput } from "./number-input"

type Fees = AdminDunningStep["fees"]

interface StepFeesProps {
  fees: Fees
  onChange: (fees: Fees) => void
  error: string | null
  disabled: boolean
}

/** What a step costs the customer, by currency; nothing unless the merchant adds something. */
export const StepFees = ({ fees, onChange, error, disabled }: StepFeesProps) => {
  const { t } = useTranslation("orderMail")
  const free = freeCurrency(useStoreCurrencies(), fees)
  const change = (index: number, part: Partial<Fees[number]>) =>
    onChange(fees.map((fee, place) => (place === index ? { ...fee, ...part } : fee)))
  return (
    <LabeledField label={t("dunning.fees")} hint={t("dunning.feesHint")} error={error} isGroup>
      {() => (
        <>
          {fees.length === 0 && <Text size="small">{t("dunning.noFees")}</Text>}
          {fees.map((fee, index) => (
            <div key={fee.currency} data-fee={fee.currency} className="flex flex-wrap items-end gap-x-2 gap-y-2">
              <LabeledField label={t("accountFields.currency")} className="flex-1 basis-28">
                {(ids) => (
                  <CurrencyChoice
                    {...ids}
                    value={fee.currency}
                    taken={fees.map(({ currency }) => currency)}
                    onChange={(currency) => change(index, { currency })}
                    disabled={disabled}
                  />
                )}
              </LabeledField>
              {(["consumer", "business"] as const).map((customer) => (
                <LabeledField key={customer} label={t(`customerTypes.${customer}`)} className="basis-24">
                  {(ids) => (
                    <DecimalInput
                      {...ids}
                      value={fee[customer]}
                      onChange={(amount) => change(index, { [customer]: amount })}
                      disabled={disabled}
                    />
                  )}
                </LabeledField>
              ))}
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                className="mb-0.5"
                disabled={disabled}
                aria-label={t("dunning.removeFee", { currency: fee.currency })}
                onClick={() => onChange(fees.filter((_, place) => place !== index))}
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
            onClick={() => free && onChange([...fees, { currency: free, consumer: "0", business: "0" }])}
          >
            {t("dunning.addFee")}
          </Button>
        </>
      )}
    </LabeledField>
  )
}
