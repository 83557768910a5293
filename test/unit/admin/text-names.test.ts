import { expect, it } from "vitest"
import {
  NAMED_PLACEHOLDERS,
  NAMED_TEXTS,
  PLURAL_FORMS,
  TEXT_SECTIONS,
  textKeyParts,
} from "../../../admin/lib/text-names"
import { textCatalog } from "../../../src/rendering/text-catalog"
import { LANGUAGES } from "../../../src/rendering/types"

const catalog = LANGUAGES.flatMap((language) => textCatalog(language))
const unique = (values: string[]) => [...new Set(values)].sort()

it("every text of the mails has a name, and nothing else has one", () => {
  expect([...NAMED_TEXTS].sort()).toEqual(unique(catalog.map(({ key }) => textKeyParts(key).base)))
})

it("so has every placeholder", () => {
  expect([...NAMED_PLACEHOLDERS].sort()).toEqual(unique(catalog.flatMap(({ placeholders }) => [...placeholders])))
})

it("so has every plural form, and every part of a mail that kinds have in common", () => {
  const forms = catalog.flatMap(({ key }) => textKeyParts(key).form ?? [])
  expect([...PLURAL_FORMS].sort()).toEqual(unique(forms))
  const shared = catalog.filter(({ section, kinds }) => !kinds.includes(section))
  expect([...TEXT_SECTIONS].sort()).toEqual(unique(shared.map(({ section }) => section)))
})
