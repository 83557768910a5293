import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { MAIL_FONTS } from "../../src/rendering/shared/font-stacks"
import { BUSINESS_CUSTOMERS, DKIM_MODES, GERMAN_ADDRESSES, isOneOf, NOTICE_MODES, SWITCHED } from "../lib/setting-names"
import { MAIL_LANGUAGES } from "../lib/test-mail"
import { useDunningValues } from "./use-dunning-values"
import { useFontName } from "./use-font-name"

/** Values of settings as people read them, in the admin's language. */
export const useSettingValues = () => {
  const { t } = useTranslation("orderMail")
  const fontName = useFontName()
  const dunningValue = useDunningValues()

  /** `value` as the log has it; what has no word of its own stays as it is. */
  const settingValue = useCallback(
    (field: string, value: string): string => {
      if (field === "dkim" && isOneOf(DKIM_MODES, value)) return t(`dkimModes.${value}`)
      if (field === "german_address" && isOneOf(GERMAN_ADDRESSES, value)) return t(`germanAddresses.${value}`)
      if (field.startsWith("notice:") && isOneOf(NOTICE_MODES, value)) return t(`noticeModes.${value}`)
      if (LANGUAGE_FIELDS.includes(field) && isOneOf(MAIL_LANGUAGES, value)) return t(`languages.${value}`)
      if (field === "font" && isOneOf(MAIL_FONTS, value)) return fontName(value)
      if (field === "business_customers" && isOneOf(BUSINESS_CUSTOMERS, value))
        return t(`businessCustomers.${value}.label`)
      if (isSwitch(field) && isOneOf(SWITCHED, value)) return t(`settingValues.${value}`)
      return dunningValue(field, value) ?? value
    },
    [t, fontName, dunningValue],
  )

  return { settingValue }
}

const LANGUAGE_FIELDS = ["language", "notice_language"]
const isSwitch = (field: string) => field.startsWith("kind:") || SWITCHES.includes(field)
const SWITCHES = ["reference_is_creditor_reference", "prepayment_active", "invoice_active", "flat_fee"]
