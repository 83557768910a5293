import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createHash } from "node:crypto"
import { join } from "node:path"
import { Client } from "pg"
import { startProcess, runProcess, type ProcessOptions, type RunningProcess } from "./child-process"
import { freePort } from "./free-port"
import { isRunning } from "./process-id"
import { copyPrograms, postgresPrograms } from "./postgres-binaries"
import { canReach, unprivilegedAccount, type Account } from "./unprivileged-account"
import { GiveUp, waitFor } from "./wait-for"

const USER = "postgres"
const PASSWORD = "order-mail"

export interface EmbeddedPostgres {
  port: number
  /** The address of a database, for Medusa and pg. */
  url: (database: string) => string
  hasDatabase: (name: string) => Promise<boolean>
  /** Creates a database, as a copy of `template` when one is named; nobody may be connected to that one. */
  createDatabase: (name: string, template?: string) => Promise<void>
  /** Drops a database and whoever is still connected to it; harmless when there is none. */
  dropDatabase: (name: string) => Promise<void>
  /** Ends every connection and stops the server; the data stays. */
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Folder for data and log. Kept between starts; {@link removePostgres} deletes it. */
  home: string
  /** First port to try; the next free one is taken. */
  preferredPort: number
  /**
   * False for data that may be lost when the machine fails: PostgreSQL then does not wait for the disk, which makes
   * tests much faster.
   */
  durable: boolean
}

/**
 * Starts a PostgreSQL of our own on loopback, from programs that npm installed. The first start creates the cluster.
 *
 * A server that an earlier run left behind (it was killed and could not stop it) is stopped first.
 *
 * @throws Error with the last lines of its log when it does not come up.
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount()
  const place = placeFor(options.home, account)
  const spawning = { ...account, cwd: place.home, log: join(options.home, "postgres.log") }
  mkdirSync(options.home, { recursive: true })
  await stopLeftover(place.data)
  if (!existsSync(join(place.data, "PG_VERSION"))) await createCluster(place, spawning)

  const port = await freePort(options.preferredPort)
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    // Sockets would need a short path that both accounts may write to; loopback TCP works everywhere.
    unix_socket_directories: "",
    max_connections: 200,
    log_min_messages: "warning",
    ...(options.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = await startProcess(join(place.programs, "bin", "postgres"), ["-D", place.data, ...flags], {
    ...spawning,
    // PostgreSQL's "fast shutdown": it ends the sessions and writes everything to disk.
    stopSignal: "SIGINT",
  })
  const postgres = handleOf(server, port)
  await waitFor("PostgreSQL", () => answers(server, postgres), { timeoutMs: 60_000 })
  return postgres
}

/** Deletes the data of a stopped server. */
export function removePostgres(home: string): void {
  rmSync(placeFor(home, unprivilegedAccount()).home, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
}

interface Place {
  home: string
  data: string
  programs: string
}

/** Where data and programs are: in `home` and node_modules, or where the account that runs PostgreSQL can reach them. */
function placeFor(home: string, account: Account | null): Place {
  const programs = postgresPrograms()
  mkdirSync(home, { recursive: true })
  if (!account || (canReach(account, join(home, "data")) && canReach(account, join(programs, "bin")))) {
    return { home, data: join(home, "data"), programs }
  }
  const name = `medusa-order-mail-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`
  const elsewhere = join("/var/tmp", name)
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  return {
    home: elsewhere,
    data: join(elsewhere, "data"),
    programs: copyPrograms(programs, join(elsewhere, "programs")),
  }
}

async function createCluster(place: Place, spawning: ProcessOptions): Promise<void> {
  // What an interrupted creation left behind would stop the next one.
  rmSync(place.data, { recursive: true, force: true })
  mkdirSync(place.data, { mode: 0o700 })
  const passwordFile = join(place.home, "password")
  writeFileSync(passwordFile, PASSWORD)
  if (typeof spawning.uid === "number" && typeof spawning.gid === "number")
    chownSync(place.data, spawning.uid, spawning.gid)
  await runProcess(
    join(place.programs, "bin", "initdb"),
    [
      `--pgdata=${place.data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The built-in locale is the same on every machine; the system's may be missing or differ.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
    ],
    spawning,
  )
  rmSync(passwordFile)
}

/** postmaster.pid holds the process id in its first line and the data directory in its second. */
async function stopLeftover(data: string): Promise<void> {
  const file = join(data, "postmaster.pid")
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  if (!isRunning(pid, data)) return
  process.kill(pid, "SIGINT")
  await waitFor("an earlier PostgreSQL to stop", () => !existsSync(file))
}

async function answers(server: RunningProcess, postgres: EmbeddedPostgres): Promise<true> {
  if (server.hasEnded()) throw new GiveUp(`PostgreSQL did not start. Its last lines:\n${server.lastLines()}`)
  await postgres.hasDatabase(USER)
  return true
}

function handleOf(server: RunningProcess, port: number): EmbeddedPostgres {
  const url = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`
  const ask = async (sql: string, values: string[] = []) => {
    const client = new Client({ connectionString: url(USER), connectionTimeoutMillis: 10_000 })
    await client.connect()
    try {
      return await client.query(sql, values)
    } finally {
      await client.end()
    }
  }
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  return {
    port,
    url,
    hasDatabase: async (name) => (await ask("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount === 1,
    createDatabase: async (name, template) => {
      await ask(`CREATE DATABASE ${quoted(name)}${template ? ` TEMPLATE ${quoted(template)}` : ""}`)
    },
    dropDatabase: async (name) => {
      await ask(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`)
    },
    stop: () => server.stop(),
  }
}
