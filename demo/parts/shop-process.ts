import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runProcess, startProcess } from "./child-process"
import { medusaCommand, medusaEnvironment, medusaVersion } from "./medusa-command"
import { isRunning } from "./process-id"
import { REPOSITORY } from "./repository"
import { sourceHash } from "./source-hash"
import { GiveUp, waitFor } from "./wait-for"

export interface ShopSettings {
  /** The built shop, see `prepareShop`. */
  directory: string
  databaseUrl: string
  /** Null: capture mode. */
  smtpUrl: string | null
  port: number
  /** Folder for the logs. */
  logs: string
  /** More environment, for example ORDER_MAIL_RETRY_SECONDS. */
  env?: Record<string, string>
}

export interface RunningShop {
  /** `http://localhost:<port>` */
  baseUrl: string
  pid: number
  log: string
  stop: () => Promise<void>
  /** Resolves when the shop has ended, by itself or by `stop`. */
  ended: Promise<unknown>
}

/** Starts the shop and waits until it answers. @throws Error with the last lines of its log when it does not. */
export async function startShop(settings: ShopSettings): Promise<RunningShop> {
  const baseUrl = `http://localhost:${settings.port}`
  const log = join(settings.logs, "shop.log")
  const pidFile = join(settings.logs, "shop.pid")
  await stopLeftover(pidFile)
  const args = medusaCommand("start", "--host", "127.0.0.1", "--port", String(settings.port))
  const shop = await startProcess(process.execPath, args, { cwd: settings.directory, env: environment(settings), log })
  writeFileSync(pidFile, String(shop.pid))
  try {
    await waitFor("the shop to answer", () => isHealthy(baseUrl, shop.hasEnded, shop.lastLines), { timeoutMs: 180_000 })
  } catch (error) {
    await shop.stop()
    throw error
  }
  return { baseUrl, pid: shop.pid, log, stop: () => shop.stop(), ended: shop.ended }
}

/** An earlier run that was killed could not stop its shop, which would go on sending mails from the same database. */
async function stopLeftover(pidFile: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8")) : 0
  const [program = ""] = medusaCommand()
  if (!pid || !isRunning(pid, program)) return
  process.kill(pid, "SIGKILL")
  await waitFor("an earlier shop to end", () => !isRunning(pid, program))
}

/**
 * Runs `medusa db:migrate`, unless `stampFile` says that this database has had the same migrations.
 *
 * @returns whether it had to run
 */
export async function migrateIfNeeded(settings: Omit<ShopSettings, "port">, stampFile: string): Promise<boolean> {
  const wanted = migrationsHash()
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return false
  await runMedusa(settings, "migrate", ["db:migrate", "--execute-safe-links"])
  writeFileSync(stampFile, wanted)
  return true
}

/** Changes when the plugin's tables and links do, or the Medusa they stand beside. */
export function migrationsHash(): string {
  return `${medusaVersion()}-${sourceHash(REPOSITORY, ["migrations", "src/links"])}`
}

/** Creates a user who may log in to the admin; fails when there is one with this address. */
export async function createAdminUser(
  settings: Omit<ShopSettings, "port">,
  email: string,
  password: string,
): Promise<void> {
  await runMedusa(settings, "user", ["user", "--email", email, "--password", password])
}

async function runMedusa(settings: Omit<ShopSettings, "port">, name: string, args: string[]): Promise<void> {
  await runProcess(process.execPath, medusaCommand(...args), {
    cwd: settings.directory,
    env: environment(settings),
    log: join(settings.logs, `${name}.log`),
  })
}

function environment(settings: Omit<ShopSettings, "port"> & { port?: number }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...medusaEnvironment(),
    DATABASE_URL: settings.databaseUrl,
    ...(settings.smtpUrl ? { ORDER_MAIL_SMTP_URL: settings.smtpUrl } : {}),
    ...(settings.port ? addressesAt(`http://localhost:${settings.port}`) : {}),
    ...settings.env,
  }
}

/** The shop's own, and the admin's, which mails to the shop link to. */
function addressesAt(address: string): NodeJS.ProcessEnv {
  return { ORDER_MAIL_SHOP_URL: address, MEDUSA_BACKEND_URL: address }
}

async function isHealthy(baseUrl: string, hasEnded: () => boolean, lastLines: () => string): Promise<boolean> {
  if (hasEnded()) throw new GiveUp(`The shop did not start. Its last lines:\n${lastLines()}`)
  return (await fetch(`${baseUrl}/health`)).ok
}
