import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { buildPluginIfStale } from "../../demo/parts/plugin-build"
import { REPOSITORY } from "../../demo/parts/repository"

export interface Packed {
  tarball: string
  /** Paths in the package. */
  files: string[]
  sizeBytes: number
}

/** Builds the plugin and packs it as `npm publish` would. */
export async function packPlugin(folder: string): Promise<Packed> {
  await buildPluginIfStale(console.log)
  const { stdout } = await promisify(execFile)("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: REPOSITORY,
    maxBuffer: 16 * 1024 * 1024,
    shell: process.platform === "win32",
  })
  const [packed] = JSON.parse(stdout) as { filename: string; size: number; files: { path: string }[] }[]
  if (!packed) throw new Error(`"npm pack" named no package: ${stdout}`)
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path),
    sizeBytes: packed.size,
  }
}
