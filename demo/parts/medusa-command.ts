import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { REPOSITORY } from "./repository"

const resolvePackage = (name: string) => createRequire(join(REPOSITORY, "package.json")).resolve(`${name}/package.json`)

/** Version of the installed Medusa. */
export function medusaVersion(): string {
  return (JSON.parse(readFileSync(resolvePackage("@medusajs/medusa"), "utf8")) as { version: string }).version
}

/** Arguments that run Medusa's command line with this Node: `node …/cli.js <arguments>`. */
export function medusaCommand(...args: string[]): string[] {
  return [join(resolvePackage("@medusajs/cli"), "..", "cli.js"), ...args]
}

/** What every Medusa process of ours is started with. */
export const MEDUSA_ENVIRONMENT = {
  // Neither "production", whose session cookies need https, nor "development", which compiles the admin on every start.
  NODE_ENV: "demo",
  MEDUSA_DISABLE_TELEMETRY: "true",
}
