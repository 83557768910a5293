/** `npm run screenshots` as it is called. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PNG } from "pngjs"
import { afterAll, beforeAll, expect, it } from "vitest"

let out: string

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "screenshots-"))
})

afterAll(() => rmSync(out, { recursive: true, force: true }))

/** Without the part that installs missing packages: no test may do that under the tests that run. */
function screenshots(...args: string[]) {
  return spawnSync(process.execPath, ["--import", "tsx", "demo/screenshots.ts", ...args], { encoding: "utf8" })
}

it("writes a picture for every look, each another one", () => {
  const { status, stderr } = screenshots("--out", out, "--kind", "payment-info", "--language", "de")
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  const files = readdirSync(join(out, "de")).sort()
  expect(files).toEqual(
    ["desktop-dark", "desktop-light", "desktop-no-images", "phone-dark", "phone-light", "phone-no-images"].map(
      (look) => `payment-info-${look}.png`,
    ),
  )
  const pictures = files.map((file) => readFileSync(join(out, "de", file)))
  expect(pictures.map((picture) => PNG.sync.read(picture).width)).toEqual([1400, 1400, 1400, 780, 780, 780])
  expect(new Set(pictures.map((picture) => picture.toString("base64"))).size).toBe(files.length)
})

it.each([
  [["--kind", "invoyce", "--out", "x"], '--kind is "invoyce"; accepted: dunning, order-canceled-unpaid, payment-info'],
  [["--language", "xx", "--out", "x"], '--language is "xx"; accepted: de, en'],
  [[], "--out is missing"],
  [["--ouch"], "--ouch"],
])("says what is wrong with %j", (args, words) => {
  const { status, stderr } = screenshots(...args)
  expect(status).toBe(2)
  expect(stderr).toContain(words)
  expect(stderr).toContain("Usage: npm run screenshots")
})
