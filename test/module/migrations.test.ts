import { DataSource } from "typeorm"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createDataSource } from "../../src/modules/order-mail/data-source"
import { generateMigration, revertMigration, runMigrations } from "../../src/modules/order-mail/run-migrations"
import { createDatabase } from "./database"

describe("migrations, as Medusa's command line runs them", () => {
  let database: Awaited<ReturnType<typeof createDatabase>>
  let reader: DataSource
  const said: string[] = []

  beforeEach(async () => {
    database = await createDatabase()
    reader = await new DataSource({ type: "postgres", url: database.url }).initialize()
    said.length = 0
  })
  afterEach(async () => {
    await reader.destroy()
    await database.drop()
  })

  function given(schema = "public") {
    const logger = { info: (text: string) => said.push(text), error: (text: string) => said.push(text) }
    const connection = {
      client: { config: { connection: { connectionString: database.url }, searchPath: [schema] } },
    }
    const container = { resolve: <T>() => connection as T }
    return { container, logger } as unknown as Parameters<typeof runMigrations>[0]
  }

  async function tables(): Promise<string[]> {
    const rows = await reader.query<{ tablename: string }[]>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    )
    return rows.map((row) => row.tablename)
  }

  it("create the tables; a second run changes nothing", async () => {
    expect((await runMigrations(given())).map(({ name }) => name)).toEqual([
      "CreateOrderMail1763740800000",
      "CreateOrderMailDomain1763827200000",
      "CreateOrderMailShop1763913600000",
      "CreateOrderMailNotice1764000000000",
      "CreateOrderMailDunning1764086400000",
    ])
    expect(await tables()).toEqual([
      "order_mail",
      "order_mail_content",
      "order_mail_domain",
      "order_mail_domain_change",
      "order_mail_domain_check",
      "order_mail_dunning_case",
      "order_mail_dunning_change",
      "order_mail_dunning_stop",
      "order_mail_encryption_key",
      "order_mail_installation",
      "order_mail_migration",
      "order_mail_notice",
      "order_mail_settings_change",
      "order_mail_shop",
      "order_mail_timeline",
    ])
    const [{ installed_at }] = await reader.query("SELECT installed_at FROM order_mail_installation")
    expect(await runMigrations(given())).toEqual([])
    expect(await reader.query("SELECT installed_at FROM order_mail_installation")).toEqual([{ installed_at }])
  })

  it("are reverted without a trace; a second revert does no harm, and they run again", async () => {
    await runMigrations(given())
    await revertMigration(given())
    expect(await tables()).toEqual([])
    await revertMigration(given())
    expect(await tables()).toEqual([])
    expect(await runMigrations(given())).toHaveLength(5)
  })

  it("make the tables in the schema that the shop's configuration names", async () => {
    await reader.query('CREATE SCHEMA "Shop 2"')
    await runMigrations(given("Shop 2"))
    expect(await tables()).toEqual([])
    const [{ count }] = await reader.query(`SELECT count(*)::int FROM "Shop 2".order_mail_installation`)
    expect(count).toBe(1)
    await revertMigration(given("Shop 2"))
    expect(await reader.query("SELECT 1 FROM pg_tables WHERE schemaname = 'Shop 2'")).toEqual([])
  })

  it("asks for nothing at the start of a connection, because connection poolers refuse that", async () => {
    const dataSource = createDataSource({ url: database.url, schema: "public" }, () => undefined)
    expect(dataSource.options).not.toHaveProperty("extra.options")
  })

  it("are not generated, and it says so", async () => {
    await generateMigration(given())
    expect(said.join()).toContain("written by hand")
  })
})
