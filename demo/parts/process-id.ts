import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/**
 * Whether the process `pid` runs and has `part` in its command line. Ids are given out again, so an id that was written
 * down by an earlier run proves nothing alone.
 */
export function isRunning(pid: number, part: string): boolean {
  return commandLine(pid).includes(part)
}

function commandLine(pid: number): string {
  try {
    // Linux shows it as a file, also where the program ps is not installed; others have ps.
    if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" })
  } catch {
    return ""
  }
}
