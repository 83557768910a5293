import { expect, it } from "vitest"
import { compiledLayout, compileLayout } from "../../../src/rendering/compile-layout"
import { DEFAULT_COLORS } from "../../../src/rendering/default-colors"
import { compileTemplate } from "../../../src/rendering/handlebars"

it("compiles a layout once per kind and colours", async () => {
  const first = await compiledLayout("payment-info", DEFAULT_COLORS)
  expect(await compiledLayout("payment-info", { ...DEFAULT_COLORS })).toBe(first)
  expect(await compiledLayout("payment-info", { ...DEFAULT_COLORS, primary: "#7a1f1f" })).not.toBe(first)
})

it("the layouts shipped give MJML nothing to complain about", async () => {
  expect((await compileLayout("payment-info", DEFAULT_COLORS)).warnings).toEqual([])
})

it.each(["invoyce", "../payment-info", "partials/head", ""])(
  "says which layouts there are when asked for %j",
  async (kind) => {
    await expect(compiledLayout(kind, DEFAULT_COLORS)).rejects.toThrow(
      `There is no layout for mails of kind "${kind}". Layouts exist for: payment-info.`,
    )
  },
)

it("does not remember a failure", async () => {
  const wrong = { ...DEFAULT_COLORS, card: "white" }
  await expect(compiledLayout("payment-info", wrong)).rejects.toThrow('"card"')
  await expect(compiledLayout("payment-info", { ...wrong, card: "#fff" })).resolves.toBeDefined()
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
