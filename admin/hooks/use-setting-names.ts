import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { readableIdentifier } from "../lib/kinds"
import { isOneOf, NAMED_SETTINGS, NOTICES } from "../lib/setting-names"
import type { SectionName } from "../lib/section-names"
import { MAIL_LANGUAGES } from "../lib/test-mail"
import { useMailTexts } from "./use-mail-texts"
import { useTextNames } from "./use-text-names"

/** The names of settings in the admin's language; what has none, for example of a newer version, is shown by its identifier. */
export const useSettingNames = () => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const { textName } = useTextNames()

  /** `field` as the server names it: `shop_name`, `kind:payment-info`, `en:payment-info.subject`. */
  const settingName = useCallback(
    (section: SectionName, field: string): string => {
      const names: readonly string[] = NAMED_SETTINGS[section]
      if (names.includes(field)) return t(`settingNames.${field}`)
      const [prefix = "", name = ""] = splitOnce(field)
      if (section === "notifications" && prefix === "kind") return t("settingNames.kind", { kind: kindName(name) })
      if (section === "notifications" && prefix === "notice" && isOneOf(NOTICES, name)) return t(`notices.${name}`)
      if (section === "texts" && isOneOf(MAIL_LANGUAGES, prefix))
        return `${textName(name)} (${t(`languages.${prefix}`)})`
      return readableIdentifier(field)
    },
    [t, kindName, textName],
  )

  return { settingName }
}

const splitOnce = (field: string): string[] => /^([^:]+):(.+)$/.exec(field)?.slice(1) ?? []
