import { z } from "@medusajs/framework/zod"
import { LANGUAGES } from "../../../rendering/types"
import { readTemplateFile } from "../../../rendering/template-files"
import type { SectionDefinition } from "./section-definition"

/** The merchant's own words by `<language>:<key>`. */
export type TextFields = Record<string, string>

/** The texts that are shipped, under the names of the fields. */
function shippedTexts(): TextFields {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      flat(JSON.parse(readTemplateFile(`locales/${language}.json`)) as Tree).map(([key, text]) => [
        `${language}:${key}`,
        text,
      ]),
    ),
  )
}

interface Tree {
  [key: string]: string | Tree
}

function flat(tree: Tree, prefix: string = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${prefix}${name}`, value] as [string, string]] : flat(value, `${prefix}${name}.`),
  )
}

const shipped = shippedTexts()
const fields = Object.keys(shipped)

const input = z.partialRecord(z.enum(fields), z.string().max(5000))

/** What the shop's mails say. */
export const textsSection: SectionDefinition<TextFields> = {
  name: "texts",
  sparse: true,
  fields,
  input: input as z.ZodType<Partial<TextFields>>,
  base: () => shipped,
  shown: (value) => value,
}
