/**
 * The package as others get it: packed, installed into an empty shop by the README's steps, built, migrated, booted; an
 * order placed over HTTP, and its mail found in a mail server.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adminApi } from "../../demo/parts/admin-api"
import type { RunningProcess } from "../../demo/parts/child-process"
import { removePostgres, startPostgres, type EmbeddedPostgres } from "../../demo/parts/embedded-postgres"
import { freePort } from "../../demo/parts/free-port"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import { REPOSITORY } from "../../demo/parts/repository"
import { GiveUp, waitFor } from "../../demo/parts/wait-for"
import { placeOrder } from "../../demo/place-order"
import { CATALOGUE } from "../../demo/seed/catalogue"
import { seedShop, type SeededShop } from "../../demo/seed/seed-shop"
import type { AdminOrderMail, AdminOrderMailContentResponse } from "../../src/api/types"
import { EmptyShop } from "./empty-shop"
import { packPlugin, type Packed } from "./pack"

const MERCHANT = { email: "merchant@shop.example", password: "a-password-for-this-test" }
const CUSTOMER = "kundin@example.com"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "order-mail-package-")))
let packed: Packed
let shop: EmptyShop
let postgres: EmbeddedPostgres
let inbox: MailInbox
let running: RunningProcess | undefined

beforeAll(async () => {
  packed = await packPlugin(folder)
  postgres = await startPostgres({ home: join(folder, "postgres"), preferredPort: 0, durable: false })
  inbox = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
  await postgres.createDatabase("shop")
  shop = new EmptyShop(join(folder, "shop"), {
    DATABASE_URL: postgres.url("shop"),
    STORE_CORS: "http://localhost:8000",
    ADMIN_CORS: "http://localhost:9000",
    AUTH_CORS: "http://localhost:9000",
    JWT_SECRET: "for-this-test-only-1",
    COOKIE_SECRET: "for-this-test-only-2",
    ORDER_MAIL_SECRET: "0123456789abcdef".repeat(4),
    SMTP_URL: inbox.smtpUrl,
  })
})

afterAll(async () => {
  await running?.stop()
  await inbox?.stop()
  await postgres?.stop()
  removePostgres(join(folder, "postgres"))
  rmSync(folder, { recursive: true, force: true })
})

async function tablesOf(database: string): Promise<string[]> {
  const client = new Client({ connectionString: postgres.url(database) })
  await client.connect()
  try {
    const { rows } = await client.query<{ table_name: string }>(
      "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'order\\_mail%' ORDER BY 1",
    )
    return rows.map((row) => row.table_name)
  } finally {
    await client.end()
  }
}

/** Starts the shop and resolves to its address when it answers. */
async function boot(): Promise<string> {
  const port = await freePort(0)
  const process = await shop.start(port)
  running = process
  const baseUrl = `http://127.0.0.1:${port}`
  await waitFor("the shop to answer", () => answers(baseUrl, process), { timeoutMs: 180_000 })
  return baseUrl
}

async function answers(baseUrl: string, process: RunningProcess): Promise<boolean> {
  if (process.hasEnded()) throw new GiveUp(`The shop did not start:\n${process.lastLines()}`)
  return (await fetch(`${baseUrl}/health`)).ok
}

describe("the packed package", () => {
  it("holds the build, the layouts and the texts", () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        "package.json",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".medusa/server/src/modules/order-mail/index.js",
        ".medusa/server/src/modules/order-mail/index.d.ts",
        ".medusa/server/src/workflows/index.js",
        ".medusa/server/src/admin/index.mjs",
        ".medusa/server/src/admin/index.js",
        "src/templates/payment-info.mjml",
        "src/templates/merchant/merchant-notice.mjml",
        ...["de", "de-informal", "en", "fr", "it", "es", "nl", "pl"].map(
          (name) => `src/templates/locales/${name}.json`,
        ),
      ]),
    )
    expect(packed.files.filter((file) => /^\.medusa\/server\/migrations\/\d+-.*\.js$/.test(file))).not.toEqual([])
  })

  it("holds nothing else", () => {
    const strange = packed.files.filter(
      (file) =>
        !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(file) &&
        !/^\.medusa\/server\/migrations\/[\w-]+\.(js|d\.ts)$/.test(file) &&
        !/^\.medusa\/server\/src\/admin\/(index\.m?js|_chunks\/.*)$/.test(file) &&
        !/^src\/templates\/.*\.(mjml|hbs|json)$/.test(file) &&
        !/^\.medusa\/server\/src\/(api|delivery|dunning|jobs|kinds|links|modules|policies|rendering|sender|subscribers|workflows)\/.*\.(js|d\.ts)$/.test(
          file,
        ),
    )
    expect(strange).toEqual([])
    expect(packed.files.filter((file) => /\.(test|spec)\.|__tests__|tsconfig|medusa-config/.test(file))).toEqual([])
    expect(packed.sizeBytes).toBeLessThan(1_250_000)
  })
})

describe("an empty shop with the packed package", () => {
  it("installs it", async () => {
    await shop.install(packed.tarball)
    expect(existsSync(join(shop.folder, "node_modules", "medusa-order-mail", "package.json"))).toBe(true)
  })

  it("finds a module behind every entry of its exports", async () => {
    const { exports } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { exports: object }
    const entries = Object.keys(exports).map((entry) => `medusa-order-mail${entry.slice(1).replace("*", "order-mail")}`)
    await shop.script(
      "import-everything.mjs",
      `import { createRequire } from "node:module"
       import { readFileSync } from "node:fs"
       const require = createRequire(import.meta.url)
       for (const entry of ${JSON.stringify(entries)}) {
         const file = require.resolve(entry)
         readFileSync(file)
         // The admin needs a browser; "medusa build" imports it below.
         if (entry.endsWith("/admin")) { readFileSync(new URL(import.meta.resolve(entry))); continue }
         const found = require(entry)
         if (Object.keys(found).length === 0) throw new Error(entry + " exports nothing")
       }`,
    )
  })

  it("builds, with the plugin's pages in its admin", async () => {
    shop.configure()
    await shop.medusa(["build"], shop.folder)
    const assets = join(shop.server, "public", "admin", "assets")
    const built = readdirSync(assets).map((name) => ({ name, text: readFileSync(join(assets, name), "utf8") }))
    expect(built.filter(({ name, text }) => name.endsWith(".js") && text.includes("/admin/order-mails"))).not.toEqual(
      [],
    )
    // Medusa's bundler makes only the styles that it finds in use, and has to look into the plugin for that.
    const plugin = join(
      shop.folder,
      "node_modules",
      "medusa-order-mail",
      ".medusa",
      "server",
      "src",
      "admin",
      "index.mjs",
    )
    const widths = new Set(readFileSync(plugin, "utf8").match(/(?<=\bmax-w-\[)\d+px(?=\])/g))
    expect(widths.size).toBeGreaterThan(0)
    const styles = built.filter(({ name }) => name.endsWith(".css")).map(({ text }) => text)
    for (const width of widths) expect(styles.join("")).toContain(`max-w-\\[${width}\\]{max-width:${width}}`)
  })

  it("gets the plugin's tables, and keeps them when it is migrated again", async () => {
    await shop.medusa(["db:migrate", "--execute-safe-links"], shop.server)
    const tables = await tablesOf("shop")
    expect(tables).toEqual(expect.arrayContaining(["order_mail", "order_mail_content", "order_mail_timeline"]))
    await shop.medusa(["db:migrate", "--execute-safe-links"], shop.server)
    expect(await tablesOf("shop")).toEqual(tables)
  })

  it("sends the payment information of an order to the mail server", async () => {
    await shop.medusa(["user", "--email", MERCHANT.email, "--password", MERCHANT.password], shop.server)
    const baseUrl = await boot()
    const admin = await adminApi(baseUrl, MERCHANT.email, MERCHANT.password)
    const seeded: SeededShop = await seedShop(admin, baseUrl, false)
    const order = await placeOrder({
      baseUrl,
      publishableKey: seeded.channels[0]?.publishableKey ?? "",
      email: CUSTOMER,
      name: "Grete Øst",
      lines: [{ sku: CATALOGUE[0]?.variants[0]?.sku ?? "", quantity: 2 }],
      countryCode: "de",
    })

    const message = await waitFor("the mail", () => inbox.messages().at(0))
    const mail = await inbox.read(message)
    expect(mail.to).toEqual([expect.stringContaining(CUSTOMER)])
    expect(mail.from).toContain("bestellung@morgenrot-kaffee.example")
    expect(mail.text).toContain("DE89 3704 0044 0532 0130 00")

    const recorded = await waitFor("the mail to be recorded as sent", async () => {
      const path = `/admin/orders/${order.id}`
      const answer = await admin.get<{ order: { order_mails: AdminOrderMail[] } }>(path, { fields: "id,*order_mails" })
      return answer.order.order_mails.find(({ state }) => state === "sent")
    })
    expect(recorded).toMatchObject({ kind: "payment-info", recipient: CUSTOMER, message_id: mail.message_id })
    const { content } = await admin.get<AdminOrderMailContentResponse>(`/admin/order-mails/${recorded.id}/content`)
    expect(content.sha256).toBe(createHash("sha256").update(message.raw).digest("hex"))
    expect(content.html).toContain("data:image/png;base64,")
    expect(inbox.messages()).toHaveLength(1)
  })

  it("keeps what was sent when it is migrated again, and sends nothing twice when it starts again", async () => {
    await running?.stop()
    await shop.medusa(["db:migrate", "--execute-safe-links"], shop.server)
    const admin = await adminApi(await boot(), MERCHANT.email, MERCHANT.password)
    const { order_mails } = await admin.get<{ order_mails: AdminOrderMail[] }>("/admin/order-mails")
    expect(order_mails.map(({ state, recipient }) => ({ state, recipient }))).toEqual([
      { state: "sent", recipient: CUSTOMER },
    ])
    expect(inbox.messages()).toHaveLength(1)
  })
})
