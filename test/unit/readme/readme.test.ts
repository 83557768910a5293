import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { runInNewContext } from "node:vm"
import { transpileModule, ModuleKind } from "typescript"
import { describe, expect, it } from "vitest"
import { parseOptions } from "../../../src/modules/order-mail/options"
import { configSnippet } from "./config-snippet"
import { optionRows } from "./option-rows"

const README = readFileSync("README.md", "utf8")

/** Runs the README's `medusa-config.ts` with Medusa's `defineConfig` replaced by one that gives its argument back. */
function evaluateConfig(environment: Record<string, string>): { plugins: { resolve: string; options: unknown }[] } {
  const { outputText } = transpileModule(configSnippet(README), { compilerOptions: { module: ModuleKind.CommonJS } })
  const module = { exports: {} as ReturnType<typeof evaluateConfig> }
  const framework = { defineConfig: <T>(config: T) => config, loadEnv: () => undefined }
  runInNewContext(outputText, {
    module,
    exports: module.exports,
    require: () => framework,
    process: { env: environment, cwd: () => "." },
  })
  // Through JSON, because objects of another context have other prototypes.
  return JSON.parse(JSON.stringify(module.exports)) as ReturnType<typeof evaluateConfig>
}

describe("README", () => {
  it("has every option in its table, with default and sentence as the schema has them, and no other", () => {
    const table = README.split("\n")
      .filter((line) => /^\| `/.test(line))
      .map((line) => line.replace(/\s+/g, " "))
    expect(table).toEqual(optionRows())
  })

  it("shows a configuration that the plugin takes", () => {
    const config = evaluateConfig({
      ORDER_MAIL_SECRET: "x".repeat(64),
      SMTP_URL: "smtp://user:secret@smtp.shop.example:587",
    })
    const plugin = config.plugins.find(({ resolve }) => resolve === "medusa-order-mail")
    expect(parseOptions(plugin?.options).smtp?.url).toBe("smtp://user:secret@smtp.shop.example:587")
  })

  it("shows a configuration that captures mails where no mail server is named", () => {
    const config = evaluateConfig({ ORDER_MAIL_SECRET: "x".repeat(64) })
    expect(parseOptions(config.plugins[0]?.options).smtp).toBeUndefined()
  })

  it.each(["README.md", "docs/how-it-works.md", "docs/settings.md", "docs/http-api.md"])(
    "%s leads to files that exist",
    (file) => {
      const links = [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(
        ([, link]) => link ?? "",
      )
      expect(links.length).toBeGreaterThan(0)
      expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
    },
  )

  it("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }
    const named = [...README.matchAll(/npm (?:run )?(demo|test|lint|bench|build|render|dev|format)\b/g)].map(
      ([, name]) => name,
    )
    expect(named).toEqual(expect.arrayContaining(["demo", "test"]))
    expect(named.filter((name) => !scripts[name ?? ""])).toEqual([])
  })
})
