import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"

export const PROGRAM = "demo/render.ts"

export interface RenderCommand {
  /** Folder for `--out`, gone after the tests. */
  out: () => string
  /**
   * Runs the program behind `npm run render -- …`, in a process of its own. Without the part that installs missing
   * packages: no test may do that under the tests that run.
   */
  run: (...args: string[]) => { code: number | null; stdout: string; stderr: string }
  /** A file it wrote, by its path within the folder; null where there is none. */
  read: (file: string) => Buffer | null
  /** The DNS record it wrote beside the message of `path`. */
  record: (path: string) => { name: string; type: string; value: string; strings: string[] }
}

/** The command `npm run render`, for the tests of one file. */
export function useRenderCommand(): RenderCommand {
  let folder = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "render-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const read = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : null)
  return {
    out: () => folder,
    run(...args) {
      const { status, stdout, stderr, error } = spawnSync(process.execPath, ["--import", "tsx", PROGRAM, ...args], {
        encoding: "utf8",
        timeout: 60_000,
      })
      if (error) throw error
      return { code: status, stdout, stderr }
    },
    read,
    record(path) {
      const file = read(`${path}.dns.json`)
      if (!file) throw new Error(`The command wrote no ${path}.dns.json.`)
      return JSON.parse(file.toString("utf8")) as ReturnType<RenderCommand["record"]>
    },
  }
}
