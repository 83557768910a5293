import { useTranslation } from "react-i18next"
import { LabeledField } from "./labeled-field"
import { WholeNumberInput } from "./number-input"
import { TickField } from "./tick-field"

/** Where whoever switches it on begins: well after the last of the steps that are shipped. */
const FIRST_DAYS = 30

interface DunningCancelInputProps {
  /** Null: never. */
  value: number | null
  onChange: (days: number | null) => void
  disabled: boolean
}

/** Whether, and how many days after the order, an unpaid order is canceled without anybody's doing. */
export const DunningCancelInput = ({ value, onChange, disabled }: DunningCancelInputProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <>
      <TickField
        label={t("dunning.cancelOn")}
        value={value !== null}
        onChange={(isOn) => onChange(isOn ? FIRST_DAYS : null)}
        disabled={disabled}
      />
      {value !== null && (
        <LabeledField label={t("dunning.cancelDays")} className="basis-24">
          {(ids) => <WholeNumberInput {...ids} value={value} onChange={onChange} disabled={disabled} />}
        </LabeledField>
      )}
    </>
  )
}
