import { createRequire } from "node:module"
import { join } from "node:path"
import { REPOSITORY } from "./repository"

/** Arguments that run Medusa's command line with this Node: `node …/cli.js <arguments>`. */
export function medusaCommand(...args: string[]): string[] {
  const packageFile = createRequire(join(REPOSITORY, "package.json")).resolve("@medusajs/cli/package.json")
  return [join(packageFile, "..", "cli.js"), ...args]
}

/** What every Medusa process of ours is started with. */
export const MEDUSA_ENVIRONMENT = {
  // Neither "production", whose session cookies need https, nor "development", which compiles the admin on every start.
  NODE_ENV: "demo",
  MEDUSA_DISABLE_TELEMETRY: "true",
}
