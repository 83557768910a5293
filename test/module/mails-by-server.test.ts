import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Outcome } from "../../src/delivery/types"
import { claimDueMails } from "../../src/modules/order-mail/queries/claim-due-mails"
import { findAwaitedServers } from "../../src/modules/order-mail/queries/find-awaited-servers"
import { findRetriesDueSoon } from "../../src/modules/order-mail/queries/find-retries-due-soon"
import { holdOrphanedMails } from "../../src/modules/order-mail/queries/hold-orphaned-mails"
import { nextDueInMs } from "../../src/modules/order-mail/queries/next-due-in-ms"
import { recordOutcomes } from "../../src/modules/order-mail/queries/record-outcomes"
import { retryAtOnce } from "../../src/modules/order-mail/queries/retry-at-once"
import { createMigratedDataSource, mailRow, queueMail, timelineOf } from "./database"

const LEASE_SECONDS = 60

let dataSource: DataSource
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
})
afterAll(() => drop())
beforeEach(() => dataSource.query("TRUNCATE order_mail CASCADE"))

/** A mail that was tried in vain and waits for ten minutes. */
async function deferredMail(mail_server: string, reason: Outcome["reason"]): Promise<string> {
  const id = await queueMail(dataSource, { mail_server })
  const [claimed] = await claimDueMails(dataSource, 1, LEASE_SECONDS, mail_server)
  const outcome = { mailId: id, token: claimed!.token, state: "deferred", reason, answer: null, retryInSeconds: 600 }
  await recordOutcomes(dataSource, [outcome as Outcome])
  return id
}

async function isDue(id: string): Promise<boolean> {
  return (await mailRow(dataSource, id)).next_attempt_at!.getTime() <= Date.now()
}

/** The plan of a query, as PostgreSQL makes it for a worker. */
async function planOf(run: () => Promise<unknown>): Promise<string> {
  const asked: [string, unknown[]][] = []
  const query = dataSource.query.bind(dataSource)
  dataSource.query = ((sql: string, parameters: unknown[] = []) => {
    asked.push([sql, parameters])
    return query(sql, parameters)
  }) as DataSource["query"]
  try {
    await run()
  } finally {
    dataSource.query = query
  }
  const [sql, parameters] = asked[0]!
  const rows = await query<{ "QUERY PLAN": string }[]>(`EXPLAIN ${sql}`, parameters)
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}

describe("mails by mail server", () => {
  it("are claimed for one server only", async () => {
    const [a, b] = [await queueMail(dataSource, { mail_server: "sc_a" }), await queueMail(dataSource)]
    expect((await claimDueMails(dataSource, 10, LEASE_SECONDS, "sc_a")).map(({ id }) => id)).toEqual([a])
    expect(await nextDueInMs(dataSource, "sc_a")).toBeNull()
    expect(await nextDueInMs(dataSource, "platform")).toBe(0)
    expect((await claimDueMails(dataSource, 10, LEASE_SECONDS, "platform")).map(({ id }) => id)).toEqual([b])
  })

  it("tell which servers they wait for; those that are settled wait for none", async () => {
    expect(await findAwaitedServers(dataSource)).toEqual([])
    for (const mail_server of ["sc_b", "sc_a", "sc_b", "platform"]) await queueMail(dataSource, { mail_server })
    await deferredMail("sc_c", "timeout")
    await queueMail(dataSource, { mail_server: "sc_d" })
    await claimDueMails(dataSource, 1, LEASE_SECONDS, "sc_d")
    expect(await findAwaitedServers(dataSource)).toEqual(["platform", "sc_a", "sc_b", "sc_c"])
  })

  it("are found in the index, whatever else waits", async () => {
    await dataSource.query(
      `INSERT INTO order_mail (id, order_id, order_number, shop_name, kind, occurrence, idempotency_key, state, language,
         mail_server, next_attempt_at)
       SELECT 'om_' || n, 'order', '1', 'x', 'payment-info', n::text, n::text, 'deferred', 'de',
         CASE WHEN n % 50 = 0 THEN 'platform' ELSE 'sc_dead' END, now() - interval '1 hour'
       FROM generate_series(1, 20000) n`,
    )
    await dataSource.query("ANALYZE order_mail")
    const inOrder =
      /Limit.*\n.*LockRows.*\n.*Index Scan using order_mail_due on order_mail.*\n.*Index Cond: .*mail_server/
    expect(await planOf(() => claimDueMails(dataSource, 20, LEASE_SECONDS, "platform"))).toMatch(inOrder)
    expect(await planOf(() => findAwaitedServers(dataSource))).not.toContain("Seq Scan")
    expect(await planOf(() => nextDueInMs(dataSource, "platform"))).not.toMatch(/Seq Scan|Sort/)
    const retries = await planOf(() => findRetriesDueSoon(dataSource, { withinSeconds: 180, limit: 100 }))
    expect(retries).toContain("Index Scan using order_mail_retry")
  })
})

describe("mails of a server that is gone", () => {
  it("are held with the reason; one that may have arrived goes on saying so", async () => {
    const [refused, unknown] = [await deferredMail("sc_a", "timeout"), await deferredMail("sc_a", "outcome-unknown")]
    const other = await deferredMail("sc_b", "timeout")
    await holdOrphanedMails(dataSource, "sc_a")
    const held = { mail_server: "sc_a", state: "held", next_attempt_at: null }
    expect(await mailRow(dataSource, refused)).toMatchObject({ ...held, state_reason: "mail-server-removed" })
    expect((await timelineOf(dataSource, refused)).at(-1)).toMatchObject({
      type: "held",
      reason: "mail-server-removed",
    })
    expect(await mailRow(dataSource, unknown)).toMatchObject({ ...held, state_reason: "outcome-unknown" })
    expect(await mailRow(dataSource, other)).toMatchObject({ mail_server: "sc_b", state: "deferred" })
  })

  it("are held however many there are, but not while a worker has them", async () => {
    await dataSource.query(
      `INSERT INTO order_mail (id, order_id, order_number, shop_name, kind, occurrence, idempotency_key, state, language,
         mail_server, next_attempt_at)
       SELECT 'om_' || n, 'order', '1', 'x', 'payment-info', n::text, n::text, 'queued', 'de', 'sc_a', now()
       FROM generate_series(1, 2500) n`,
    )
    const sending = await queueMail(dataSource, { mail_server: "sc_b" })
    await claimDueMails(dataSource, 1, LEASE_SECONDS, "sc_b")
    await holdOrphanedMails(dataSource, "sc_a")
    await holdOrphanedMails(dataSource, "sc_b")
    expect(await findAwaitedServers(dataSource)).toEqual([])
    const [{ held }] = await dataSource.query<[{ held: number }]>(
      "SELECT count(*)::int AS held FROM order_mail WHERE state = 'held'",
    )
    expect(held).toBe(2500)
    expect(await mailRow(dataSource, sending)).toMatchObject({ mail_server: "sc_b", state: "sending" })
  })
})

describe("mails of a server whose settings are other ones now", () => {
  it("are due at once if the server was the trouble, and keep their wait if it answered", async () => {
    const troubles = [await deferredMail("sc_a", "login-failed"), await deferredMail("sc_a", "process-stopped")]
    const answered = [await deferredMail("sc_a", "greylisted"), await deferredMail("sc_a", "outcome-unknown")]
    const elsewhere = await deferredMail("sc_b", "login-failed")
    await retryAtOnce(dataSource, "sc_a")
    for (const id of troubles) expect(await isDue(id)).toBe(true)
    for (const id of [...answered, elsewhere]) expect(await isDue(id)).toBe(false)
  })
})
