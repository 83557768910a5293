import { DataSource } from "typeorm"
import { inject } from "vitest"
import { createDataSource } from "../../src/modules/order-mail/data-source"
import { insertOrderMail } from "../../src/modules/order-mail/queries/insert-order-mail"
import type { PreparedMail, PreparedRow } from "../../src/sender/prepared-mail"

let made = 0

/** An empty database of its own on the tests' PostgreSQL server. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject("postgresUrl")
  const name = `order_mail_${process.pid}_${made++}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** A migrated database and the plugin's DataSource on it. */
export async function createMigratedDataSource(): Promise<{
  dataSource: DataSource
  url: string
  drop: () => Promise<void>
}> {
  const database = await createDatabase()
  const dataSource = createDataSource({ url: database.url }, () => undefined)
  await dataSource.initialize()
  await dataSource.runMigrations()
  return {
    dataSource,
    url: database.url,
    drop: async () => {
      await dataSource.destroy()
      await database.drop()
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = await new DataSource({ type: "postgres", url }).initialize()
  try {
    await server.query(statement)
  } finally {
    await server.destroy()
  }
}

let mails = 0

/** A queued mail as the workflows prepare it; what the test is about is given, the rest is plausible. */
export function preparedMail(
  overrides: Partial<PreparedRow> = {},
  content: Buffer | null = Buffer.from("Subject: x\r\n\r\nx"),
): PreparedMail {
  const id = `om_test${String(mails++).padStart(6, "0")}`
  return {
    row: {
      id,
      order_id: `order_${id}`,
      order_number: "1042",
      shop_id: "sc_1",
      shop_name: "Kaffeehaus Lindner",
      kind: "payment-info",
      level: null,
      occurrence: "initial",
      idempotency_key: `order_${id}:payment-info:initial`,
      state: "queued",
      state_reason: null,
      state_detail: null,
      recipient: "anna@kunde.example",
      recipient_name: "Anna Müller",
      language: "de",
      sender_identity: "own-domain",
      sender_reason: "operator-vouches",
      from_address: "orders@lindner.example",
      from_name: "Kaffeehaus Lindner",
      reply_to: "orders@lindner.example",
      return_path: `bounces+${id}@lindner.example`,
      subject: "Ihre Bestellung 1042",
      message_id: `<${id}@lindner.example>`,
      currency_code: "eur",
      amount_open: "119.00",
      resend_of: null,
      payable_until: null,
      occasion: null,
      basis: null,
      archive_address: null,
      suggested_recipient: null,
      mail_server: "platform",
      ...overrides,
    },
    content,
  }
}

/** Stores a queued mail and returns its id. */
export async function queueMail(dataSource: DataSource, overrides: Partial<PreparedRow> = {}): Promise<string> {
  const { id } = await insertOrderMail(dataSource, preparedMail(overrides), { cause: "test", userId: null })
  return id
}

export interface MailRow {
  state: string
  state_reason: string | null
  state_detail: string | null
  attempts: number
  next_attempt_at: Date | null
  lease_token: string | null
  sent_at: Date | null
  mail_server: string
}

export async function mailRow(dataSource: DataSource, id: string): Promise<MailRow> {
  const [row] = await dataSource.query<MailRow[]>("SELECT * FROM order_mail WHERE id = $1", [id])
  if (!row) throw new Error(`there is no mail ${id}`)
  return row
}

export async function timelineOf(
  dataSource: DataSource,
  id: string,
): Promise<{ type: string; reason: string | null; data: object }[]> {
  return dataSource.query("SELECT type, reason, data FROM order_mail_timeline WHERE order_mail_id = $1 ORDER BY id", [
    id,
  ])
}
