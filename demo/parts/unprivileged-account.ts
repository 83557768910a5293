import { readFileSync, statSync } from "node:fs"
import { dirname } from "node:path"

export interface Account {
  uid: number
  gid: number
}

/**
 * The account PostgreSQL runs under when this process is root, since it refuses to run as root; null for everyone
 * else, who run it as themselves.
 *
 * `nobody` exists on practically every system, so no account has to be created on somebody's machine.
 */
export function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"))
  if (!line) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has no account "nobody" to run it with. Start as an ordinary user.',
    )
  }
  const [, , uid, gid] = line.split(":")
  return { uid: Number(uid), gid: Number(gid) }
}

/** Whether `account` may enter every directory above `path`; root's home, for one, is closed to others. */
export function canReach(account: Account, path: string): boolean {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const { mode, uid, gid } = statSync(directory)
    const entered = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001
    if (!entered) return false
    if (directory === dirname(directory)) return true
  }
}
