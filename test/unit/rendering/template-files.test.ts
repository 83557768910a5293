import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readTemplateFile } from "../../../src/rendering/template-files"
import { templatesFolder } from "../../../src/rendering/templates-folder"
import packageJson from "../../../package.json"

const REPOSITORY = join(__dirname, "..", "..", "..")

describe("the folder of templates", () => {
  it.each([
    ["sources", join("src", "rendering")],
    ["compiled code, which has none of its own", join(".medusa", "server", "src", "rendering")],
  ])("is the same for %s", (_, codeFolder) => {
    expect(templatesFolder(join(REPOSITORY, codeFolder))).toBe(join(REPOSITORY, "src", "templates"))
    expect(existsSync(join(templatesFolder(join(REPOSITORY, codeFolder)), "payment-info.mjml"))).toBe(true)
  })

  it("is part of the package, which is also what `medusa plugin:develop` gives a shop", () => {
    expect(packageJson.files).toContain("src/templates")
  })

  it.each(["../rendering/types.ts", "partials/../../../package.json", "/etc/hostname", "..", ""])(
    "is not left, whatever is asked for: %s",
    (name) => {
      expect(() => readTemplateFile(name)).toThrow(`There is no template file "${name}"`)
    },
  )
})
