import type { SectionAtLevel } from "../../../../modules/order-mail/settings/order-mail-settings"
import { textCatalog } from "../../../../rendering/text-catalog"
import { shippedTexts } from "../../../../rendering/texts"
import { LANGUAGES, type GermanAddress } from "../../../../rendering/types"

type TextFields = SectionAtLevel<"texts">["fields"]

/**
 * Texts as a shop's mails say them: what nobody has set is the shipped text in the form of address that applies there.
 * @param language null: all
 */
export function shippedTextFields(fields: TextFields, germanAddress: GermanAddress, asked: string | null): TextFields {
  const languages = LANGUAGES.filter((language) => asked === null || language === asked)
  const entries = languages.flatMap((language) => {
    const shipped = shippedTexts(language, germanAddress)
    return textCatalog(language).flatMap(({ id, key }) => {
      const field = fields[id]
      if (!field) return []
      const said = <T extends { value: string; origin: string }>(of: T): T =>
        of.origin === "options" ? { ...of, value: shipped.get(key) ?? of.value } : of
      return [[id, { ...said(field), inherited: said(field.inherited) }] as const]
    })
  })
  return Object.fromEntries(entries)
}
