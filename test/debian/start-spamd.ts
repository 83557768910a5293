import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startProcess } from "../../demo/parts/child-process"
import { freePort } from "../../demo/parts/free-port"
import { GiveUp, waitFor } from "../../demo/parts/wait-for"
import { askSpamd, type SpamdServer } from "../../src/sender/test-report/spamd-client"

const PROGRAM = process.env["SPAMD"] ?? "/usr/sbin/spamd"

/**
 * Starts SpamAssassin's spamd (Debian package `spamd`) with the rules that come with it and no network. `SPAMD` names
 * the program when it is not in `/usr/sbin`.
 */
export async function startSpamd(): Promise<{ server: SpamdServer; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "spamd-"))
  // spamd gives up root's rights and keeps its state here.
  chmodSync(folder, 0o777)
  const port = await freePort(0)
  const asNobody = process.getuid?.() === 0 ? ["--username=nobody"] : []
  const flags = ["--local", "--nouser-config", "--max-children=1", `--helper-home-dir=${folder}`, "--syslog=stderr"]
  const spamd = await startProcess(PROGRAM, [...flags, ...asNobody, "--listen=127.0.0.1", `--port=${port}`], {
    log: join(folder, "spamd.log"),
  })
  const server = { host: "127.0.0.1", port }
  await waitFor("spamd to answer", async () => {
    if (spamd.hasEnded()) throw new GiveUp(`spamd did not start: ${spamd.lastLines()}`)
    return (await askSpamd(server, Buffer.from("Subject: x\r\n\r\nx\r\n"))).outcome === "scored"
  })
  return {
    server,
    stop: async () => {
      await spamd.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
