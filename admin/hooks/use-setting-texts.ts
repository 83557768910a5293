import { useTranslation } from "react-i18next"
import { textOf, type TextSetting } from "../lib/sender-draft"
import { EMPTY_SETTINGS, isOneOf } from "../lib/setting-names"
import { useSettingNames } from "./use-setting-names"
import { useSettingValues } from "./use-setting-values"

/** The words for the sender's settings and their values, in the admin's language. */
export const useSettingTexts = () => {
  const { t } = useTranslation("orderMail")

  const names = useSettingNames()
  const { settingValue } = useSettingValues()
  const settingName = (field: TextSetting): string => names.settingName("sender", field)

  /** A value as people read it; what stands in for "nothing" is said in words. */
  const settingText = (field: TextSetting, value: string | string[] | null): string => {
    const text = textOf(value)
    if (text === "") return isOneOf(EMPTY_SETTINGS, field) ? t(`settingEmpty.${field}`) : "-"
    return settingValue(field, text)
  }

  return { settingName, settingText }
}
