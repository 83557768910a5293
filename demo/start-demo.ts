import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { removePostgres, startPostgres, type EmbeddedPostgres } from "./parts/embedded-postgres"
import { freePort } from "./parts/free-port"
import { startMailInbox, type MailInbox } from "./parts/mail-inbox"
import { movePictures } from "./parts/move-pictures"
import { seedDatabase } from "./parts/seed-database"
import { prepareShop } from "./parts/shop-build"
import { migrateIfNeeded, startShop, type RunningShop, type ShopSettings } from "./parts/shop-process"
import type { SeededShop } from "./seed/seed-shop"
import { DATABASE, FILES, PORTS } from "./settings"

export interface Demo {
  shop: RunningShop
  inbox: MailInbox
  seeded: SeededShop
}

type Say = (line: string) => void

/** Starts everything the demo consists of. What an earlier start has made is used again. */
export async function startDemo(say: Say): Promise<Demo> {
  mkdirSync(FILES.logs, { recursive: true })
  // Before anything takes long: a port that was free stays ours only once something listens on it.
  const preferred = { ...PORTS, ...readJson<typeof PORTS>(FILES.ports) }
  say("Starting PostgreSQL and the mail inbox …")
  const postgres = await startPostgres({ home: FILES.postgres, preferredPort: preferred.postgres, durable: true })
  const inbox = await startMailInbox({
    preferredPorts: { smtp: preferred.smtp, web: preferred.inbox },
    folder: FILES.inbox,
  })
  const directory = await prepareShop(say)
  const port = await freePort(preferred.shop)
  const ports: typeof PORTS = { shop: port, postgres: postgres.port, smtp: inbox.smtpPort, inbox: inbox.webPort }
  writeFileSync(FILES.ports, JSON.stringify(ports))

  const settings: ShopSettings = {
    directory,
    databaseUrl: postgres.url(DATABASE),
    smtpUrl: inbox.smtpUrl,
    port,
    logs: FILES.logs,
  }
  const { shop, seeded } = await startSeededShop(settings, postgres, say)
  return { shop, inbox, seeded }
}

/** Deletes shop, mails and ports of earlier starts; what was built stays, since it is built anew when it is stale. */
export function forgetDemo(): void {
  removePostgres(FILES.postgres)
  for (const file of [FILES.inbox, FILES.migrated, FILES.seeded, FILES.ports]) {
    rmSync(file, { recursive: true, force: true })
  }
}

interface Seeded extends SeededShop {
  /** The shop's address when the pictures were last given theirs. */
  baseUrl: string
}

async function startSeededShop(settings: ShopSettings, postgres: EmbeddedPostgres, say: Say) {
  const seeded = readJson<Seeded>(FILES.seeded)
  const baseUrl = `http://localhost:${settings.port}`
  if (seeded && (await postgres.hasDatabase(DATABASE))) {
    if (await migrateIfNeeded(settings, FILES.migrated)) say("The database has been brought up to date.")
    await movePictures(settings.databaseUrl, seeded.baseUrl, baseUrl)
    remember({ ...seeded, baseUrl })
    say("Starting the shop …")
    return { shop: await startShop(settings), seeded }
  }
  // Also where an earlier start was interrupted half way through.
  await postgres.dropDatabase(DATABASE)
  await postgres.createDatabase(DATABASE)
  const made = await seedDatabase(settings, { stampFile: FILES.migrated, withOrders: true, say })
  remember({ ...made.seeded, baseUrl })
  return made
}

function remember(seeded: Seeded): void {
  writeFileSync(FILES.seeded, JSON.stringify(seeded, null, 2))
}

function readJson<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null
}
