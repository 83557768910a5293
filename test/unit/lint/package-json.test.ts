import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

interface Manifest {
  keywords: string[]
  files: string[]
  exports: Record<string, unknown>
  engines: { node: string }
  scripts: Record<string, string>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional: boolean }>
  devDependencies: Record<string, string>
}
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest

describe("package.json", () => {
  it("pins exactly what the shop will run", () => {
    expect(Object.entries(manifest.dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it("leaves Medusa to the shop", () => {
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith("@medusajs/"))).toEqual([])
    const required = Object.keys(manifest.peerDependencies).filter(
      (name) => !manifest.peerDependenciesMeta[name]?.optional,
    )
    expect(required.sort()).toEqual(["@medusajs/framework", "@medusajs/medusa"])
    expect(Object.keys(manifest.devDependencies)).toEqual(
      expect.arrayContaining(Object.keys(manifest.peerDependencies)),
    )
  })

  it("can be found by Medusa's list of integrations", () => {
    expect(manifest.keywords).toEqual(
      expect.arrayContaining(["medusa-v2", "medusa-plugin-integration", "medusa-plugin-notification"]),
    )
  })

  it("exports what Medusa's plugin loader asks for", () => {
    expect(Object.keys(manifest.exports)).toEqual(
      expect.arrayContaining([
        "./package.json",
        "./workflows",
        "./.medusa/server/src/modules/*",
        "./modules/*",
        "./admin",
      ]),
    )
  })

  it("builds before it is published, and ships the build and its templates only", () => {
    expect(manifest.scripts["prepublishOnly"]).toBe("npm run build")
    expect(manifest.files).toEqual([".medusa/server", "src/templates", "CHANGELOG.md"])
    expect(manifest.engines.node).toBe(">=20.19")
  })
})
