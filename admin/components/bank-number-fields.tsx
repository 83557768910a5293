import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type NumberNote, useBankProblems } from "../hooks/use-bank-problems"
import { type AccountDraft, groupedIban, isForeignBic } from "../lib/account-draft"
import { LabeledField } from "./labeled-field"

interface NumberFieldProps {
  label: string
  value: string
  note: NumberNote
  /** What is wrong with an unfinished number, once it is left. */
  problem: string
  /** From the first try to save on. */
  error: string | null
  onChange: (value: string) => void
  onLeave?: () => void
}

/** A number with check digits: what is wrong is said as soon as it cannot become right any more. */
const NumberField = ({ label, value, note, problem, error, onChange, onLeave }: NumberFieldProps) => {
  const [isLeft, setIsLeft] = useState(false)
  const isWrong = note.standing === "wrong" || (note.standing === "unfinished" && isLeft)
  const shown = note.standing === "unfinished" && isLeft ? problem : note.text
  return (
    <div>
      <LabeledField label={label} hint={shown} error={error ?? (isWrong ? shown : null)}>
        {(ids) => (
          <Input
            {...ids}
            type="text"
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={value}
            onFocus={() => setIsLeft(false)}
            onBlur={() => {
              setIsLeft(true)
              onLeave?.()
            }}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </LabeledField>
      {/* Heard while typing; the count of characters would only be in the way. */}
      <span role="status" className="sr-only">
        {note.standing === "right" || isWrong ? shown : ""}
      </span>
    </div>
  )
}

interface IbanFieldProps {
  value: string
  onChange: (iban: string) => void
  error: string | null
}

export const IbanField = ({ value, onChange, error }: IbanFieldProps) => {
  const { t } = useTranslation("orderMail")
  const { ibanNote, ibanText } = useBankProblems()
  return (
    <NumberField
      label={t("accountFields.iban")}
      value={value}
      note={ibanNote(value)}
      problem={ibanText(value)}
      error={error}
      onChange={onChange}
      onLeave={() => onChange(groupedIban(value))}
    />
  )
}

interface BicFieldProps {
  account: AccountDraft
  onChange: (bic: string) => void
  error: string | null
}

export const BicField = ({ account, onChange, error }: BicFieldProps) => {
  const { t } = useTranslation("orderMail")
  const { bicNote, bicText } = useBankProblems()
  const note = bicNote(account.bic)
  return (
    <NumberField
      label={t("accountFields.bic")}
      value={account.bic}
      note={isForeignBic(account) ? { ...note, text: `${note.text}. ${t("bicNotes.foreign")}` } : note}
      problem={bicText(account.bic)}
      error={error}
      onChange={onChange}
    />
  )
}
