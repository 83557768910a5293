import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMED_KINDS, readableIdentifier } from "../lib/kinds"
import { isOneOf } from "../lib/setting-names"
import { NAMED_PLACEHOLDERS, NAMED_TEXTS, TEXT_SECTIONS, textKeyParts } from "../lib/text-names"

/** What texts and placeholders of mails are called, in the admin's language; what has no name there by its identifier. */
export const useTextNames = () => {
  const { t } = useTranslation("orderMail")

  const textName = useCallback(
    (key: string): string => {
      const { base, form } = textKeyParts(key)
      const name = isOneOf(NAMED_TEXTS, base)
        ? t(`textNames.${base}`)
        : readableIdentifier(base.replace(/^[^.]*\./, ""))
      return form ? t(`pluralForms.${form}`, { name }) : name
    },
    [t],
  )

  const placeholderName = useCallback(
    (name: string): string =>
      isOneOf(NAMED_PLACEHOLDERS, name) ? t(`placeholderNames.${name}`) : readableIdentifier(name),
    [t],
  )

  /** Of the texts of a kind alone, and of those that several have in common. */
  const textSectionName = useCallback(
    (section: string): string => {
      if (isOneOf(TEXT_SECTIONS, section)) return t(`textSections.${section}`)
      return isOneOf(NAMED_KINDS, section) ? t("texts.ofKind") : readableIdentifier(section)
    },
    [t],
  )

  return { textName, placeholderName, textSectionName }
}
