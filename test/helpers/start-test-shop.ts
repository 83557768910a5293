import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startPostgres, type EmbeddedPostgres } from "../../demo/parts/embedded-postgres"
import { freePort } from "../../demo/parts/free-port"
import { startMailInbox } from "../../demo/parts/mail-inbox"
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
const LOGS = join(HOME, "logs")
const TEMPLATE_FILE = join(HOME, "template.json")
const DATABASE = "order_mail_test"
/** The seeded database that every test shop starts from. */
export const TEMPLATE = "order_mail_template"

/** What tests need to know about the shop that runs for them; plain data, because it crosses processes. */
export interface TestShop extends SeededShop {
  /** Without a path. */
  baseUrl: string
  /** The built shop that it runs from. */
  directory: string
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

/** Starts the demo shop with an empty history of orders, its database and its mail inbox, for one test run. */
export async function startTestShop(): Promise<{ shop: TestShop; stop: () => Promise<void> }> {
  mkdirSync(LOGS, { recursive: true })
  claimSingleInstance(join(HOME, "running.json"), "The tests' shop", "vitest")
  const directory = await prepareShop(console.log)
  const postgres = await startPostgres({ home: join(HOME, "postgres"), preferredPort: 5540, durable: false })
  const inbox = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
  const dnsPort = await freePort(5353)
  const spamdPort = await freePort(7830)
  const settings: ShopSettings = {
    directory,
    databaseUrl: postgres.url(DATABASE),
    smtpUrl: inbox.smtpUrl,
    port: await freePort(9100),
    logs: LOGS,
    // A test that waits for a second try, or for the sweep, should not wait a minute for it.
    env: {
      ORDER_MAIL_RETRY_SECONDS: "2,2,5,60",
      ORDER_MAIL_SWEEP_GRACE_SECONDS: "1",
      ORDER_MAIL_DNS_SERVER: `127.0.0.1:${dnsPort}`,
      ORDER_MAIL_SPAMD_PORT: String(spamdPort),
      ORDER_MAIL_ARCHIVE_ADDRESS: "archiv@morgenrot-kaffee.example",
    },
  }
  const template = await currentTemplate(postgres, settings)
  await postgres.dropDatabase(DATABASE)
  await postgres.createDatabase(DATABASE, TEMPLATE)
  await movePictures(settings.databaseUrl, template.baseUrl, `http://localhost:${settings.port}`)
  const shop = await startShop(settings)
  return {
    shop: {
      baseUrl: shop.baseUrl,
      directory,
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
      await shop.stop()
      await inbox.stop()
      await postgres.stop()
    },
  }
}

async function currentTemplate(postgres: EmbeddedPostgres, settings: ShopSettings): Promise<Template> {
  const madeFrom = `${migrationsHash()}-${sourceHash(REPOSITORY, ["demo/seed"])}`
  const known = existsSync(TEMPLATE_FILE) ? (JSON.parse(readFileSync(TEMPLATE_FILE, "utf8")) as Template) : null
  if (known?.madeFrom === madeFrom && (await postgres.hasDatabase(TEMPLATE))) return known

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
