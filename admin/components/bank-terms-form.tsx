import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { REFERENCE_PLACEHOLDERS } from "../../src/rendering/shared/payment-reference"
import { useSectionForm } from "../hooks/use-section-form"
import { isQrAccount } from "../lib/account-draft"
import { EXAMPLE, exampleWithoutCustomerNumber, patternProblem, referenceExample } from "../lib/reference-example"
import type { SectionSettings } from "../lib/section-draft"
import type { InheritableInput } from "./inheritable-field"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"

const FIELDS = ["reference_pattern", "reference_is_creditor_reference", "payable_within_days"] as const

/** Edits what customers state, and until when they pay. */
export const BankTermsForm = ({ settings, onSaved }: { settings: SectionSettings<"bank">; onSaved: () => void }) => {
  const { t } = useTranslation("orderMail")
  const form = useSectionForm({
    settings,
    fields: FIELDS,
    problemAt: (field, draft) => {
      if (field === "payable_within_days") return isDays(draft[field].value) ? null : t("bank.daysProblem")
      const found = field === "reference_pattern" ? patternProblem(draft[field].value) : null
      return found && t(`patternProblems.${found.problem}`, { name: found.name })
    },
    onSaved,
  })
  const { reference_pattern: pattern, reference_is_creditor_reference: isCreditor } = form.draft
  const problem = patternProblem(pattern.value)
  const ofUnnumbered = problem ? null : exampleWithoutCustomerNumber(pattern.value, isCreditor.value)
  return (
    <SettingsForm title={t("bank.editTerms")} form={form}>
      <SectionInput
        {...form.at("reference_pattern")}
        error={
          problem && !pattern.isInherited
            ? t(`patternProblems.${problem.problem}`, { name: problem.name })
            : form.at("reference_pattern").error
        }
        label={t("settingNames.reference_pattern")}
        hint={t("bank.patternHint")}
      >
        {(input, value, set) => <PatternInput input={input} value={value} onChange={set} />}
      </SectionInput>
      <SectionInput {...form.at("reference_is_creditor_reference")} label={t("bank.referenceForm")} isGroup>
        {({ disabled }, value, set) => (
          <RadioGroup
            value={value ? "creditor" : "text"}
            onValueChange={(chosen) => set(chosen === "creditor")}
            disabled={disabled}
            aria-label={t("bank.referenceForm")}
          >
            <RadioGroup.ChoiceBox value="text" label={t("bank.asText")} description={t("bank.asTextHint")} />
            <RadioGroup.ChoiceBox
              value="creditor"
              label={t("bank.asCreditorReference")}
              description={t("bank.asCreditorReferenceHint")}
            />
          </RadioGroup>
        )}
      </SectionInput>
      <div role="status" className="bg-ui-bg-subtle txt-small flex flex-col gap-y-1 rounded-md border p-3">
        {!problem && (
          <span data-testid="reference-example" className="[overflow-wrap:anywhere]">
            {t("bank.example", {
              number: EXAMPLE.orderNumber,
              reference: referenceExample(pattern.value, isCreditor.value),
            })}
          </span>
        )}
        {ofUnnumbered !== null && (
          <span data-testid="reference-example-without-customer-number" className="[overflow-wrap:anywhere]">
            {t("bank.exampleWithoutCustomerNumber", { reference: ofUnnumbered })}
          </span>
        )}
        {settings.fields.accounts.value.some(isQrAccount) && (
          <span className="text-ui-fg-subtle">{t("bank.qrIbanTerms")}</span>
        )}
      </div>
      <SectionInput
        {...form.at("payable_within_days")}
        label={t("bank.payableWithin")}
        hint={t("bank.payableWithinHint")}
      >
        {(input, value, set) => (
          <Input
            {...input}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={Number.isNaN(value) ? "" : String(value)}
            onChange={(event) => set(daysTyped(event.target.value))}
          />
        )}
      </SectionInput>
    </SettingsForm>
  )
}

const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= 365

/** Digits only; nothing typed is no number yet. */
const daysTyped = (text: string) => {
  const digits = text.replace(/\D/g, "").slice(0, 3)
  return digits === "" ? NaN : Number(digits)
}

interface PatternInputProps {
  input: InheritableInput
  value: string
  onChange: (pattern: string) => void
}

/** The pattern, with a button for each placeholder, which goes where the cursor is. */
const PatternInput = ({ input, value, onChange }: PatternInputProps) => {
  const { t } = useTranslation("orderMail")
  const field = useRef<HTMLInputElement>(null)
  const insert = (placeholder: string) => {
    const { selectionStart, selectionEnd } = field.current ?? {}
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
    onChange(`${value.slice(0, from)}{{${placeholder}}}${value.slice(to)}`)
    field.current?.focus()
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        {...input}
        ref={field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div role="group" aria-label={t("bank.placeholders")} className="flex flex-wrap gap-2">
        {REFERENCE_PLACEHOLDERS.map((placeholder) => (
          <Button
            key={placeholder}
            type="button"
            size="small"
            variant="secondary"
            disabled={input.disabled}
            onClick={() => insert(placeholder)}
          >
            {t(`referencePlaceholders.${placeholder}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
