import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { readableIdentifier } from "../lib/kinds"
import { textOf, type TextSetting } from "../lib/sender-draft"
import { DKIM_MODES, EMPTY_SETTINGS, NAMED_SETTINGS } from "../lib/setting-names"

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name)

/** The words for settings and their values, in the admin's language. */
export const useSettingTexts = () => {
  const { t } = useTranslation("orderMail")

  const settingName = useCallback(
    (field: string): string =>
      isOneOf(NAMED_SETTINGS, field) ? t(`settingNames.${field}`) : readableIdentifier(field),
    [t],
  )

  const dkimModeName = (mode: string): string => (isOneOf(DKIM_MODES, mode) ? t(`dkimModes.${mode}`) : mode)

  /** A value as people read it; what stands in for "nothing" is said in words. */
  const settingText = (field: TextSetting, value: string | string[] | null): string => {
    const text = textOf(value)
    if (text === "") return isOneOf(EMPTY_SETTINGS, field) ? t(`settingEmpty.${field}`) : "-"
    return field === "dkim" ? dkimModeName(text) : text
  }

  return { settingName, settingText, dkimModeName }
}
