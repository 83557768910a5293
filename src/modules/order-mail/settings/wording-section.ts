import { z } from "@medusajs/framework/zod"
import { GERMAN_ADDRESSES, LANGUAGES, type GermanAddress, type Language } from "../../../rendering/types"
import type { SectionDefinition } from "./section-definition"

/** The fields of the section "Wording". */
export interface WordingFields {
  /** Of mails whose order tells none. */
  language: Language
  german_address: GermanAddress
}

const input = z
  .strictObject({
    language: z.enum(LANGUAGES, `takes one of ${LANGUAGES.join(", ")}`),
    german_address: z.enum(GERMAN_ADDRESSES, `takes one of ${GERMAN_ADDRESSES.join(", ")}`),
  })
  .partial()

/** In which language and form the shop's mails speak to customers. */
export const wordingSection: SectionDefinition<WordingFields> = {
  name: "wording",
  fields: ["language", "german_address"],
  input: input as z.ZodType<Partial<WordingFields>>,
  base: ({ shop }) => ({ language: shop.language, german_address: shop.germanAddress }),
  shown: (value) => value,
}
