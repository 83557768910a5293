import { Input, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccountForm } from "../hooks/use-account-form"
import { useCurrencyNames } from "../hooks/use-region-names"
import { useStoreCurrencies } from "../hooks/use-store-currencies"
import { accountCode, accountOf, type AccountField, draftIbanProblem, isQrAccount } from "../lib/account-draft"
import type { SectionSettings } from "../lib/section-draft"
import { BankAddressFields } from "./bank-address-fields"
import { BicField, IbanField } from "./bank-number-fields"
import { LabeledField } from "./labeled-field"
import { SettingsForm } from "./settings-form"

interface BankAccountFormProps {
  settings: SectionSettings<"bank">
  /** Of the account; the number of accounts for a new one. */
  index: number
  onSaved: () => void
}

const PLAIN = { type: "text", autoComplete: "off", spellCheck: false } as const

/** Adds or edits an account. */
export const BankAccountForm = ({ settings, index, onSaved }: BankAccountFormProps) => {
  const { t } = useTranslation("orderMail")
  const { form, account, others, isNew, startsOwnList, type, errorAt } = useAccountForm({ settings, index, onSaved })
  const complete = accountOf(account)

  const text = (field: AccountField, hint?: string) => (
    <LabeledField label={t(`accountFields.${field}`)} hint={hint} error={errorAt(field)}>
      {(ids) => (
        <Input {...ids} {...PLAIN} value={account[field]} onChange={(event) => type({ [field]: event.target.value })} />
      )}
    </LabeledField>
  )

  return (
    <SettingsForm title={isNew ? t("bank.addAccount") : t("bank.editAccount")} form={form}>
      {startsOwnList && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("bank.startsOwnList")}
        </Text>
      )}
      <CurrencyField
        value={account.currency}
        taken={others.map(({ currency }) => currency ?? "")}
        onChange={(currency) => type({ currency })}
        error={errorAt("currency")}
      />
      {text("account_holder", t("bank.holderHint"))}
      <IbanField value={account.iban} onChange={(iban) => type({ iban })} error={errorAt("iban")} />
      <BicField account={account} onChange={(bic) => type({ bic })} error={errorAt("bic")} />
      {text("bank", t("bank.bankHint"))}
      <BankAddressFields account={account} type={type} errorAt={errorAt} />
      <div role="status" className="txt-small text-ui-fg-subtle">
        {draftIbanProblem(account) === null && t(`bankCodes.${accountCode(complete)}`)}
        {draftIbanProblem(account) === null && isQrAccount(complete) && ` ${t("bank.qrIban")}`}
      </div>
    </SettingsForm>
  )
}

/** Radix takes no empty value. */
const ALL = "all"

interface CurrencyFieldProps {
  value: string
  /** Currencies of the other accounts. */
  taken: readonly string[]
  onChange: (currency: string) => void
  error: string | null
}

const CurrencyField = ({ value, taken, onChange, error }: CurrencyFieldProps) => {
  const { t } = useTranslation("orderMail")
  const nameOf = useCurrencyNames()
  const currencies = [...new Set([...useStoreCurrencies(), "EUR", "CHF", value])].filter(
    (code) => code !== "" && (code === value || !taken.includes(code)),
  )
  return (
    <LabeledField label={t("accountFields.currency")} hint={t("bank.currencyHint")} error={error}>
      {(ids) => (
        <Select value={value || ALL} onValueChange={(chosen) => onChange(chosen === ALL ? "" : chosen)}>
          <Select.Trigger {...ids}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {(value === "" || !taken.includes("")) && (
              <Select.Item value={ALL}>{t("bank.otherCurrencies")}</Select.Item>
            )}
            {currencies.sort().map((code) => (
              <Select.Item key={code} value={code}>
                {`${code} · ${nameOf(code)}`}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </LabeledField>
  )
}
