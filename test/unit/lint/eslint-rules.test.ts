import { ESLint, Linter } from "eslint"
import { describe, expect, it } from "vitest"

/**
 * Lints a line with one rule as the project's configuration sets it for a file. One rule at a time, because the whole
 * set needs types, and a file that does not exist has none.
 */
async function findings(path: string, rule: string, code: string): Promise<string[]> {
  const config = (await new ESLint().calculateConfigForFile(path)) as Linter.Config
  const level = config.rules?.[rule]
  if (level === undefined) return []
  const { plugins, languageOptions = {} } = config
  const parser = { ...languageOptions, parserOptions: { project: null } }
  return new Linter()
    .verify(code, [{ files: ["**"], plugins, languageOptions: parser, rules: { [rule]: level } }], path)
    .map((message) => message.ruleId ?? message.message)
}

const ENVIRONMENT = "export const url = process.env.SMTP_URL"

// The first test loads eslint with all its plugins, which takes long on a busy machine.
describe("eslint rules of this project", { timeout: 60_000 }, () => {
  it.each([
    ["src/rendering/new-file.ts", "no-restricted-globals", ENVIRONMENT],
    ["src/delivery/new-file.ts", "no-restricted-globals", ENVIRONMENT],
    ["src/kinds/new-file.ts", "no-restricted-imports", `import { env } from "node:process"`],
    ["src/workflows/new-file.ts", "no-restricted-properties", ENVIRONMENT],
    ["src/modules/order-mail/new-file.ts", "no-restricted-properties", ENVIRONMENT],
    ["src/sender/new-file.ts", "@typescript-eslint/no-explicit-any", "export const anything: any = 1"],
    ["admin/lib/new-file.ts", "@typescript-eslint/ban-ts-comment", "// @ts-ignore\nexport const one = 1"],
    ["admin/lib/new-file.ts", "@medusajs/admin-no-medusa-utils-import", `import "@medusajs/framework/utils"`],
    ["admin/widgets/new-widget.tsx", "@medusajs/widget-must-export-config", "export default () => null"],
    ["test/unit/new.test.ts", "no-restricted-syntax", "await new Promise((done) => setTimeout(done, 100))"],
    ["src/jobs/new-file.ts", "no-console", `console.log("here")`],
  ])("in %s, %s reports it", async (path, rule, code) => {
    expect(await findings(path, rule, code)).toEqual([rule])
  })

  it.each([
    ["medusa-config.ts", "no-restricted-properties", ENVIRONMENT],
    ["demo/new-file.ts", "no-restricted-properties", ENVIRONMENT],
    ["src/delivery/new-file.ts", "no-restricted-globals", "export const size = Buffer.byteLength('x')"],
  ])("in %s, %s lets it pass", async (path, rule, code) => {
    expect(await findings(path, rule, code)).toEqual([])
  })

  it("does not let a comment switch a rule off", async () => {
    const config = (await new ESLint().calculateConfigForFile("src/index.ts")) as Linter.Config
    expect(config.linterOptions?.noInlineConfig).toBe(true)
  })
})
