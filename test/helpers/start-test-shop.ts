import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startPostgres, type EmbeddedPostgres } from "../../demo/parts/embedded-postgres"
import { freePort } from "../../demo/parts/free-port"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import { movePictures } from "../../demo/parts/move-pictures"
import { REPOSITORY, TEST_HOME } from "../../demo/parts/repository"
import { seedDatabase } from "../../demo/parts/seed-database"
import { prepareShop } from "../../demo/parts/shop-build"
import { migrationsHash, startShop, type ShopSettings } from "../../demo/parts/shop-process"
import { claimSingleInstance } from "../../demo/parts/single-instance"
import { sourceHash } from "../../demo/parts/source-hash"
import type { SeededShop } from "../../demo/seed/seed-shop"
import { ADMIN } from "../../demo/settings"

const HOME = join(TEST_HOME, "shop")
const TEMPLATE_FILE = join(HOME, "template.json")
/** How many ports of a kind each shop may look through, so that shops that start together do not meet. */
const PORTS_EACH = 20
/** The seeded database that every test shop starts from. */
export const TEMPLATE = "order_mail_template"

/** What tests need to know about the shop that runs for them; plain data, because it crosses processes. */
export interface TestShop extends SeededShop {
  /** Without a path. */
  baseUrl: string
  /** The built shop that it runs from. */
  directory: string
  /** The file with what it prints. */
  log: string
  admin: typeof ADMIN
  databaseUrl: string
  /** What the seeded database {@link TEMPLATE} is made from; another value, another database. */
  templateMadeFrom: string
  /** The mail server it sends to, which is that of the inbox. */
  smtpUrl: string
  /** Address of the inbox's web server, for reading mails and for making its mail server refuse them. */
  inboxUrl: string
  /** Port of the DNS server the shop asks; a test that needs answers starts one there. */
  dnsPort: number
  /** Port at which the shop asks for spam scores; a test that needs some starts a server there. */
  spamdPort: number
}

/** A seeded database, kept as a template while migrations and seed are what they were. */
interface Template extends SeededShop {
  madeFrom: string
  baseUrl: string
}

/**
 * Starts demo shops with an empty history of orders for one test run: one database server and one build for all, and for
 * each a process, a database and a mail inbox of its own, so that what one has or is set to is nobody else's.
 */
export async function startTestShops(count: number): Promise<{ shops: TestShop[]; stop: () => Promise<void> }> {
  mkdirSync(HOME, { recursive: true })
  claimSingleInstance(join(HOME, "running.json"), "The tests' shop", "vitest")
  const directory = await prepareShop(console.log)
  const postgres = await startPostgres({ home: join(HOME, "postgres"), preferredPort: 5540, durable: false })
  const places: Place[] = []
  for (let index = 0; index < count; index++) places.push(await makePlace(index, directory, postgres))
  const [first] = places
  if (!first) throw new Error("No shop was asked for.")
  const template = await currentTemplate(postgres, first.settings)
  const started = await Promise.all(places.map((place) => startTestShop(place, postgres, template)))
  return {
    shops: started.map(({ shop }) => shop),
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()))
      await postgres.stop()
    },
  }
}

/** Where a shop will run: its settings and what stands ready for it. */
interface Place {
  settings: ShopSettings
  database: string
  inbox: MailInbox
  dnsPort: number
  spamdPort: number
}

async function makePlace(index: number, directory: string, postgres: EmbeddedPostgres): Promise<Place> {
  const database = `order_mail_test_${index + 1}`
  const portFrom = (preferred: number) => freePort(preferred + index * PORTS_EACH)
  const inbox = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
  const dnsPort = await portFrom(5353)
  const spamdPort = await portFrom(7830)
  return {
    database,
    inbox,
    dnsPort,
    spamdPort,
    settings: {
      directory,
      databaseUrl: postgres.url(database),
      smtpUrl: inbox.smtpUrl,
      port: await portFrom(9100),
      logs: join(HOME, `logs-${index + 1}`),
      // A test that waits for a second try, or for the sweep, should not wait a minute for it.
      env: {
        ORDER_MAIL_RETRY_SECONDS: "2,2,5,60",
        ORDER_MAIL_SWEEP_GRACE_SECONDS: "1",
        ORDER_MAIL_DNS_SERVER: `127.0.0.1:${dnsPort}`,
        ORDER_MAIL_SPAMD_PORT: String(spamdPort),
        ORDER_MAIL_ARCHIVE_ADDRESS: "archiv@morgenrot-kaffee.example",
      },
    },
  }
}

async function startTestShop(
  { settings, database, inbox, dnsPort, spamdPort }: Place,
  postgres: EmbeddedPostgres,
  template: Template,
): Promise<{ shop: TestShop; stop: () => Promise<void> }> {
  mkdirSync(settings.logs, { recursive: true })
  await postgres.dropDatabase(database)
  await postgres.createDatabase(database, TEMPLATE)
  await movePictures(settings.databaseUrl, template.baseUrl, `http://localhost:${settings.port}`)
  const running = await startShop(settings)
  return {
    shop: {
      baseUrl: running.baseUrl,
      directory: settings.directory,
      log: running.log,
      admin: ADMIN,
      channels: template.channels,
      regions: template.regions,
      databaseUrl: settings.databaseUrl,
      templateMadeFrom: template.madeFrom,
      smtpUrl: inbox.smtpUrl,
      inboxUrl: inbox.webUrl,
      dnsPort,
      spamdPort,
    },
    stop: async () => {
      await running.stop()
      await inbox.stop()
    },
  }
}

async function currentTemplate(postgres: EmbeddedPostgres, settings: ShopSettings): Promise<Template> {
  const madeFrom = `${migrationsHash()}-${sourceHash(REPOSITORY, ["demo/seed"])}`
  const known = existsSync(TEMPLATE_FILE) ? (JSON.parse(readFileSync(TEMPLATE_FILE, "utf8")) as Template) : null
  if (known?.madeFrom === madeFrom && (await postgres.hasDatabase(TEMPLATE))) return known

  mkdirSync(settings.logs, { recursive: true })
  await postgres.dropDatabase(TEMPLATE)
  await postgres.createDatabase(TEMPLATE)
  const { shop, seeded } = await seedDatabase(
    { ...settings, databaseUrl: postgres.url(TEMPLATE) },
    { stampFile: join(HOME, "migrated.txt"), withOrders: false, say: console.log },
  )
  await shop.stop()
  const template: Template = { ...seeded, madeFrom, baseUrl: shop.baseUrl }
  writeFileSync(TEMPLATE_FILE, JSON.stringify(template, null, 2))
  return template
}
