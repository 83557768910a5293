import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

interface RulesFile {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: Record<string, unknown>
}
const rules = createRequire(import.meta.url)("../../../.dependency-cruiser.cjs") as RulesFile

/** A small project that breaks every rule at least once, and keeps to them where a line says "allowed". */
const FILES: Record<string, string> = {
  "package.json": JSON.stringify({
    dependencies: { nodemailer: "1.0.0", typeorm: "1.0.0" },
    devDependencies: { vitest: "1.0.0" },
    peerDependencies: { "@medusajs/framework": "1.0.0", "@medusajs/ui": "1.0.0" },
  }),
  "src/rendering/render.ts": `import "typeorm"; import "@medusajs/framework"; import "../workflows/queue"`,
  "src/rendering/allowed.ts": `import "nodemailer"; import "../kinds/kind"; import "node:crypto"`,
  "src/rendering/shared/rule.ts": `import "../allowed"; import "node:fs"`,
  "src/rendering/shared/allowed.ts": `import "nodemailer"`,
  "src/dunning/check-plan.ts": `import "./next-step"; import "../kinds/decimal"; import type { x } from "./next-step"`,
  "src/dunning/next-step.ts": `export {}`,
  "src/kinds/decimal.ts": `export {}`,
  "src/kinds/kind.ts": `export const kind = 1`,
  "src/modules/order-mail/service.ts": `import "../../workflows/queue"; import "../../jobs/sweep"`,
  "src/modules/order-mail/allowed.ts": `import "typeorm"; import "../../kinds/kind"; import "@medusajs/framework"`,
  "src/workflows/queue.ts": `import "../api/types"; import "typeorm"; import "vitest"; import "./nowhere"; import "./left"`,
  "src/workflows/left.ts": `import "./right"`,
  "src/workflows/right.ts": `import "./left"; import "../../test/helper"; import "../../admin/page"`,
  "src/workflows/allowed.ts": `import "../modules/order-mail/allowed"; import "../rendering/allowed"; import "@medusajs/framework"`,
  "src/jobs/sweep.ts": `import "../rendering/allowed"; import "nodemailer"`,
  "src/jobs/allowed.ts": `import "../workflows/allowed"; import "../kinds/kind"; import "@medusajs/framework"`,
  "src/api/types.ts": `export type { kind } from "../kinds/kind"`,
  "admin/page.ts": `import "../src/kinds/kind"; import "../src/dunning/next-step"; import "node:fs"; import "@medusajs/framework"`,
  "src/api/route.ts": `import "../delivery/send"`,
  "src/delivery/send.ts": `export {}`,
  "src/api/allowed.ts": `import "../rendering/allowed"; import type { x } from "../delivery/send"; import "../modules/order-mail/allowed"`,
  "admin/allowed.ts": `import "../src/api/types"; import "../src/dunning/check-plan"; import "../src/rendering/shared/allowed"; import "@medusajs/ui"; import type { x } from "@medusajs/framework"`,
  "test/helper.ts": `export {}`,
  ...Object.fromEntries(
    ["typeorm", "nodemailer", "vitest", "@medusajs/framework", "@medusajs/ui"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, ""],
    ]),
  ),
}

let folder: string
let found: string[]

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "dependency-rules-")))
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const { tsConfig: _, ...options } = rules.options
  const result = await cruise(["src", "admin"], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  })
  found = (result.output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  )
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe("dependency rules", () => {
  it.each([
    "plain-knows-no-framework: src/rendering/render.ts -> node_modules/typeorm/index.js",
    "plain-knows-no-framework: src/rendering/render.ts -> node_modules/@medusajs/framework/index.js",
    "plain-knows-only-plain: src/rendering/render.ts -> src/workflows/queue.ts",
    "only-the-module-knows-typeorm: src/workflows/queue.ts -> node_modules/typeorm/index.js",
    "module-knows-no-workflow: src/modules/order-mail/service.ts -> src/workflows/queue.ts",
    "module-knows-no-workflow: src/modules/order-mail/service.ts -> src/jobs/sweep.ts",
    "workflows-know-no-edge: src/workflows/queue.ts -> src/api/types.ts",
    "edges-hold-no-logic: src/jobs/sweep.ts -> src/rendering/allowed.ts",
    "routes-hold-no-logic: src/api/route.ts -> src/delivery/send.ts",
    "edges-use-medusa-only: src/jobs/sweep.ts -> node_modules/nodemailer/index.js",
    "admin-talks-http-only: admin/page.ts -> src/kinds/kind.ts",
    "admin-talks-http-only: admin/page.ts -> src/dunning/next-step.ts",
    "shared-runs-in-browsers: src/rendering/shared/rule.ts -> src/rendering/allowed.ts",
    "shared-runs-in-browsers: src/dunning/check-plan.ts -> src/dunning/next-step.ts",
    "shared-knows-no-node: src/rendering/shared/rule.ts -> fs",
    "admin-knows-no-node: admin/page.ts -> fs",
    "admin-knows-no-server-package: admin/page.ts -> node_modules/@medusajs/framework/index.js",
    "server-knows-no-admin: src/workflows/right.ts -> admin/page.ts",
    "product-knows-no-tools: src/workflows/right.ts -> test/helper.ts",
    "product-uses-what-is-installed-with-it: src/workflows/queue.ts -> node_modules/vitest/index.js",
    "no-circle: src/workflows/left.ts -> src/workflows/right.ts",
    "no-dead-end: src/workflows/queue.ts -> ./nowhere",
  ])("reports %s", (violation) => {
    expect(found).toContain(violation)
  })

  it("has a violation here for every rule there is", () => {
    const reported = new Set(found.map((line) => line.split(":")[0]))
    expect(rules.forbidden.map((rule) => rule.name).filter((name) => !reported.has(name))).toEqual([])
  })

  it("lets everything else pass", () => {
    expect(found.filter((line) => /allowed\S*\.ts ->/.test(line))).toEqual([])
  })
})
