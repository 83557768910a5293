import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

interface LockedPackage {
  optionalDependencies?: Record<string, string>
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>
}

/** The folders in which Node looks for a package that the one at `path` asks for, nearest first. */
function lookupPaths(path: string, name: string): string[] {
  const parts = path.split("/node_modules/")
  return parts
    .map((_, index) => [...parts.slice(0, parts.length - index), name].join("/node_modules/"))
    .concat(`node_modules/${name}`)
}

describe("package-lock.json", () => {
  it("names the packages of every operating system, because npm ci refuses it otherwise", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !lookupPaths(path, name).some((place) => place in packages)),
    )
    expect(missing).toEqual([])
  })
})
