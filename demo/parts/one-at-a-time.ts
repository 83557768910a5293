import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { isRunning } from "./process-id"
import { waitFor } from "./wait-for"

/** Longer than any work takes that is done under a lock. */
const PATIENCE_MS = 600_000

/**
 * Runs `work` while no other process runs what is guarded by the same `file`, and waits for its turn before. The file
 * holds the id of the process whose turn it is; one of a process that has ended without removing it does not count.
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  await waitFor(`another process to remove ${file}`, () => claim(file), { timeoutMs: PATIENCE_MS })
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function claim(file: string): boolean {
  // Linked when it is complete: nobody reads the file before the id is in it.
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    const holder = holderOf(file)
    if (holder !== null && !isRunning(holder, "node")) rmSync(file, { force: true })
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** @returns null when it was removed meanwhile */
function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8"))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    return null
  }
}
