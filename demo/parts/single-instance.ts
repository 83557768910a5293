import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

/**
 * Makes sure that one process at a time works with a folder: writes its id to `file` until it ends.
 *
 * @param commandLine a part of the command line that such processes have
 * @throws Error that names the other process when there is one
 */
export function claimSingleInstance(file: string, what: string, commandLine: string): void {
  const other = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { pid: number }).pid : null
  if (other !== null && other !== process.pid && runs(other, commandLine)) {
    throw new Error(`${what} is running already, as process ${other}. Stop that one first (Ctrl-C, or: kill ${other}).`)
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid }))
  process.once("exit", () => {
    rmSync(file, { force: true })
  })
}

/** Process ids are given out again, so the command line is looked at too, where the system shows it. */
function runs(pid: number, commandLine: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
  const file = `/proc/${pid}/cmdline`
  return !existsSync(file) || readFileSync(file, "utf8").includes(commandLine)
}
