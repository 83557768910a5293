import { z } from "@medusajs/framework/zod"
import { checkText, tidyText } from "../../../rendering/shared/check-text"
import { findingInWords } from "../../../rendering/shared/text-findings"
import { textCatalog, textSpecOfId } from "../../../rendering/text-catalog"
import { shippedTexts } from "../../../rendering/texts"
import { LANGUAGES, type GermanAddress } from "../../../rendering/types"
import type { SectionDefinition } from "./section-definition"

/** The merchant's own words by `<language>:<key>`. */
export type TextFields = Record<string, string>

const fields = LANGUAGES.flatMap((language) => textCatalog(language).map(({ id }) => id))

const input = z
  .record(z.string(), z.string("takes text"))
  .superRefine((texts, context) => {
    const unknown = Object.keys(texts).filter((id) => textSpecOfId(id) === null)
    if (unknown.length > 0) context.addIssue({ code: "unrecognized_keys", keys: unknown, input: texts })
    for (const [id, text] of Object.entries(texts)) {
      const spec = textSpecOfId(id)
      const [finding] = spec ? checkText(tidyText(text), spec) : []
      if (finding) context.addIssue({ code: "custom", path: [id], message: findingInWords(finding), input: text })
    }
  })
  .transform((texts) => Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, tidyText(text)])))

/** What the shop's mails say. What nobody has set is the shipped text. */
export const textsSection: SectionDefinition<TextFields> = {
  name: "texts",
  sparse: true,
  fields,
  input,
  base: ({ shop }) => shippedFields(shop.germanAddress),
  shown: (value) => value,
}

function shippedFields(germanAddress: GermanAddress): TextFields {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const shipped = shippedTexts(language, germanAddress)
      return textCatalog(language).map(({ id, key }) => [id, shipped.get(key) ?? ""])
    }),
  )
}
