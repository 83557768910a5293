import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runProcess } from "./child-process"
import { medusaEnvironment } from "./medusa-command"
import { oneAtATime } from "./one-at-a-time"
import { REPOSITORY } from "./repository"
import { sourceHash } from "./source-hash"

const BUILD = join(REPOSITORY, ".medusa", "server")
const LOCK = join(REPOSITORY, ".medusa", "building")
/** Beside the build and not in it, because the build is what is published. */
const STAMP = join(REPOSITORY, ".medusa", "built-from.json")
const SOURCES = ["src", "admin", "migrations", "package.json", "tsconfig.json"]

interface Stamp {
  sources: string
  /** When the build was made, to notice one that somebody made by hand since. */
  builtAtMs: number
}

/**
 * Builds the plugin into `.medusa/server` (`npm run build`) when its sources are not those of the last build.
 *
 * @returns whether it had to be built
 * @throws Error with the compiler's messages when the build fails
 */
export function buildPluginIfStale(say: (line: string) => void): Promise<boolean> {
  return oneAtATime(LOCK, () => buildIfStale(say))
}

async function buildIfStale(say: (line: string) => void): Promise<boolean> {
  const sources = sourceHash(REPOSITORY, SOURCES, ["__admin-extensions__.js"])
  if (isCurrent(sources)) return false
  say("Building the plugin …")
  const log = join(REPOSITORY, ".medusa", "build.log")
  await runProcess("npm", ["run", "build"], {
    cwd: REPOSITORY,
    // As when somebody builds by hand.
    env: { ...process.env, ...medusaEnvironment(), NODE_ENV: "development" },
    log,
    shell: process.platform === "win32",
  })
  const stamp: Stamp = { sources, builtAtMs: builtAtMs() }
  writeFileSync(STAMP, JSON.stringify(stamp))
  return true
}

function isCurrent(sources: string): boolean {
  if (!existsSync(STAMP)) return false
  const stamp = JSON.parse(readFileSync(STAMP, "utf8")) as Stamp
  return stamp.sources === sources && stamp.builtAtMs === builtAtMs()
}

function builtAtMs(): number {
  return statSync(join(BUILD, "src", "modules", "order-mail", "index.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
