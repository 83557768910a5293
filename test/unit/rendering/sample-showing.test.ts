import { expect, it } from "vitest"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { sampleShowing } from "../../../src/rendering/sample-showing"
import { textCatalog } from "../../../src/rendering/text-catalog"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"

const OWN_SECTIONS = new Set(["claim", "demand", ...BUILT_IN_KINDS.map(({ id }) => id)])
const TEXTS = textCatalog("de").filter(({ section }) => OWN_SECTIONS.has(section))
const MARK = "Zauberwort"

it.each(TEXTS.map(({ key }) => key))("%s can be seen in a sample mail", async (key) => {
  const spec = TEXTS.find((each) => each.key === key)!
  const shown = sampleShowing(spec)
  const input = sampleInput(shown?.kind ?? spec.section, "de", undefined, shown?.variant)
  const words = `${MARK}:${spec.placeholders.map((name) => `[{{${name}}}]`).join("")}`
  const { subject, html, text } = await renderMail({ ...input, texts: { [spec.id]: words } })
  const said = subject + html + text
  expect(said).toContain(MARK)
  // And whatever the text may say of the order has a value there.
  expect(said).not.toContain("[]")
})

it("the usual mails show what every mail has", () => {
  expect(sampleShowing({ key: "closing.regards", section: "closing" })).toBeNull()
  expect(sampleShowing({ key: "payment-info.intro", section: "payment-info" })).toBeNull()
})
