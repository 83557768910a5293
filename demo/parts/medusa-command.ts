import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { DEMO_HOME, REPOSITORY } from "./repository"

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
export function medusaEnvironment(): NodeJS.ProcessEnv {
  const settings = join(DEMO_HOME, "settings")
  mkdirSync(join(settings, "medusa"), { recursive: true })
  writeFileSync(join(settings, "medusa", "config.json"), JSON.stringify({ telemetry: { enabled: false } }))
  return {
    // Neither "production", whose session cookies need https, nor "development", which compiles the admin on each start.
    NODE_ENV: "demo",
    // Medusa would otherwise write into the user's home, and leave a process behind that looks for usage data to send.
    XDG_CONFIG_HOME: settings,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}
