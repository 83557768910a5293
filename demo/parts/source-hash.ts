import { createHash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/**
 * One hash over the content of all files under `paths`, for deciding whether something built from them is stale.
 * Times do not count, because a checkout changes them. Symbolic links, missing paths and `ignored` names are left out.
 */
export function sourceHash(root: string, paths: string[], ignored: string[] = []): string {
  const hash = createHash("sha256")
  for (const path of paths) addPath(hash, root, path, ignored)
  return hash.digest("hex")
}

function addPath(hash: ReturnType<typeof createHash>, root: string, path: string, ignored: string[]): void {
  const full = join(root, path)
  const stats = statSync(full, { throwIfNoEntry: false })
  if (!stats) return
  if (!stats.isDirectory()) {
    hash.update(`${path}\0${stats.size}\0`).update(readFileSync(full))
    return
  }
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (!entry.isSymbolicLink() && !ignored.includes(entry.name)) addPath(hash, root, join(path, entry.name), ignored)
  }
}
