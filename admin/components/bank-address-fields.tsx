import { Input, Select, Text } from "@medusajs/ui"
import { countrySpecs } from "ibantools"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useCountryNames } from "../hooks/use-region-names"
import { type AccountDraft, type AccountField, needsAddress } from "../lib/account-draft"
import { LabeledField } from "./labeled-field"

interface BankAddressFieldsProps {
  account: AccountDraft
  type: (part: Partial<AccountDraft>) => void
  errorAt: (field: AccountField) => string | null
}

/** The holder's address, asked for where a QR-bill states it. */
export const BankAddressFields = ({ account, type, errorAt }: BankAddressFieldsProps) => {
  const { t } = useTranslation("orderMail")
  if (!needsAddress(account)) return null
  const text = (field: AccountField) => (
    <LabeledField label={t(`accountFields.${field}`)} error={errorAt(field)}>
      {(ids) => (
        <Input
          {...ids}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={account[field]}
          onChange={(event) => type({ [field]: event.target.value, ...countryOf(account) })}
        />
      )}
    </LabeledField>
  )
  return (
    <fieldset className="flex flex-col gap-y-4" data-testid="bank-address">
      <legend className="txt-compact-small-plus text-ui-fg-base mb-1">{t("bank.address")}</legend>
      <Text size="small" className="text-ui-fg-subtle">
        {t("bank.addressHint")}
      </Text>
      <div className="grid grid-cols-[minmax(0,1fr)_112px] gap-x-3">
        {text("street")}
        {text("house_number")}
      </div>
      <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3">
        {text("postal_code")}
        {text("city")}
      </div>
      <CountryField
        value={account.country_code}
        onChange={(country_code) => type({ country_code })}
        error={errorAt("country_code")}
      />
    </fieldset>
  )
}

/** Most holders are where their account is. */
const countryOf = ({ country_code, iban }: AccountDraft) => ({
  country_code: country_code || iban.trim().slice(0, 2).toUpperCase(),
})

/** ISO 3166-1, as ibantools lists it; Kosovo's code is not of that standard. */
const COUNTRIES = Object.keys(countrySpecs).filter((code) => code !== "XK")

interface CountryFieldProps {
  value: string
  onChange: (code: string) => void
  error: string | null
}

const CountryField = ({ value, onChange, error }: CountryFieldProps) => {
  const { t, i18n } = useTranslation("orderMail")
  const nameOf = useCountryNames()
  const countries = useMemo(
    () =>
      COUNTRIES.map((code) => ({ code, name: nameOf(code) })).sort((one, other) =>
        one.name.localeCompare(other.name, i18n.language),
      ),
    [nameOf, i18n.language],
  )
  return (
    <LabeledField label={t("accountFields.country_code")} error={error}>
      {(ids) => (
        <Select value={value} onValueChange={onChange}>
          <Select.Trigger {...ids}>
            <Select.Value placeholder={t("bank.chooseCountry")} />
          </Select.Trigger>
          <Select.Content>
            {countries.map(({ code, name }) => (
              <Select.Item key={code} value={code}>
                {name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </LabeledField>
  )
}
