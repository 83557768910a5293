import { expect, it } from "vitest"
import { compiledLayout, compileLayout } from "../../../src/rendering/compile-layout"
import { DEFAULT_BRANDING } from "../../../src/rendering/default-branding"
import { DEFAULT_COLORS } from "../../../src/rendering/default-colors"
import { compileTemplate } from "../../../src/rendering/handlebars"
import { mailView } from "../../../src/rendering/mail-view"
import { sampleInput } from "../../../src/rendering/sample-input"
import { kindsWithLayout } from "../../../src/rendering/template-files"

it("compiles a layout once per kind and style", async () => {
  const first = await compiledLayout("payment-info", DEFAULT_BRANDING)
  expect(await compiledLayout("payment-info", { ...DEFAULT_BRANDING, colors: { ...DEFAULT_COLORS } })).toBe(first)
})

it.each([
  ["colours", { colors: { ...DEFAULT_COLORS, primary: "#7a1f1f" } }, "#7a1f1f"],
  ["font", { font: "georgia" as const }, "Georgia"],
  ["corner radius", { cornerRadius: 23 }, "23px"],
])("another %s are another layout, and stand in it", async (_, change, sign) => {
  const first = await compiledLayout("payment-info", DEFAULT_BRANDING)
  const other = await compiledLayout("payment-info", { ...DEFAULT_BRANDING, ...change })
  expect(other).not.toBe(first)
  const view = mailView(sampleInput("payment-info", "de"), null)
  expect(other.html(view)).toContain(sign)
  expect(first.html(view)).not.toContain(sign)
})

it("what a mail is only filled with needs no layout of its own", async () => {
  const branding = sampleInput("payment-info", "de").branding
  const changed = { ...branding, shopName: "x", logoWidth: 99, footerLines: ["y"] }
  expect(await compiledLayout("payment-info", changed)).toBe(await compiledLayout("payment-info", branding))
})

it.each(kindsWithLayout())("the layout of %s gives MJML nothing to complain about", async (kind) => {
  expect((await compileLayout(kind, DEFAULT_BRANDING)).warnings).toEqual([])
})

it.each(["invoyce", "../payment-info", "partials/head", ""])(
  "says which layouts there are when asked for %j",
  async (kind) => {
    await expect(compiledLayout(kind, DEFAULT_BRANDING)).rejects.toThrow(
      `There is no layout for mails of kind "${kind}". Layouts exist for: ${kindsWithLayout().join(", ")}.`,
    )
  },
)

it("does not remember a failure", async () => {
  const withCard = (card: string) => ({ ...DEFAULT_BRANDING, colors: { ...DEFAULT_COLORS, card } })
  await expect(compiledLayout("payment-info", withCard("white"))).rejects.toThrow('"card"')
  await expect(compiledLayout("payment-info", withCard("#fff"))).resolves.toBeDefined()
})

it.each(["{{lookup a b}}", "{{log a}}", "{{#with a}}{{/with}}", "{{unknown a}}", "{{> partial}}"])(
  "a template cannot use %s",
  (template) => {
    expect(() => compileTemplate(template, "html")({ language: "de", a: {}, b: "c" })).toThrow()
  },
)

it("a template cannot leave out what it has no value for", () => {
  expect(() => compileTemplate("{{missing}}", "html")({ language: "de" })).toThrow('"missing" not defined')
})

it.each(["{{constructor.name}}", "{{__proto__}}", "{{a.constructor}}", "{{#each __proto__}}x{{/each}}"])(
  "a template gets nothing out of %s",
  (template) => {
    let filled = ""
    try {
      filled = compileTemplate(template, "html")({ language: "de", a: {} })
    } catch (error) {
      expect(String(error)).toContain("not defined")
    }
    expect(filled).toBe("")
  },
)
