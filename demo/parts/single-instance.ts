import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { isRunning } from "./process-id"

/**
 * Makes sure that one process at a time works with a folder: writes its id to `file` until it ends.
 *
 * @param commandLine a part of the command line that such processes have
 * @throws Error that names the other process when there is one
 */
export function claimSingleInstance(file: string, what: string, commandLine: string): void {
  const other = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { pid: number }).pid : null
  if (other !== null && other !== process.pid && isRunning(other, commandLine)) {
    throw new Error(`${what} is running already, as process ${other}. Stop that one first (Ctrl-C, or: kill ${other}).`)
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid }))
  process.once("exit", () => {
    rmSync(file, { force: true })
  })
}
