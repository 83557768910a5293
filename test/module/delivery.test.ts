import type { DataSource } from "typeorm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import { waitFor } from "../../demo/parts/wait-for"
import type { OrderMailOptions } from "../../src/modules/order-mail/options"
import type { RunningDelivery } from "../../src/modules/order-mail/start-delivery"
import { createMigratedDataSource, mailRow, queueMail, timelineOf } from "./database"
import { runDelivery, type DeliveryRecord } from "./run-delivery"

let database: Awaited<ReturnType<typeof createMigratedDataSource>>
let dataSource: DataSource
let inbox: MailInbox
const running: RunningDelivery[] = []
const emitted: DeliveryRecord["emitted"] = []
const said: string[] = []

beforeAll(async () => {
  database = await createMigratedDataSource()
  dataSource = database.dataSource
  inbox = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
})
afterAll(async () => {
  await inbox.stop()
  await database.drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail CASCADE")
  inbox.clear()
  inbox.rules.remove()
  emitted.length = 0
  said.length = 0
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.stop()))
})

function deliver(overrides: Partial<OrderMailOptions> = {}): RunningDelivery {
  // Long enough that only NOTIFY can explain a mail that leaves at once.
  const delivery = { pollSeconds: 600, retrySeconds: [1] }
  const options = { smtp: { url: inbox.smtpUrl }, delivery, ...overrides }
  const started = runDelivery({ database, record: { emitted, said }, options })
  running.push(started)
  return started
}

async function reaches(id: string, state: string): Promise<void> {
  await waitFor(`mail ${id} to be ${state}`, async () => (await mailRow(dataSource, id)).state === state, {
    everyMs: 20,
  })
}

describe("delivery from the outbox", () => {
  it("sends what was queued before it started, and what is queued while it sleeps", async () => {
    const before = await queueMail(dataSource)
    deliver()
    await reaches(before, "sent")
    const after = await queueMail(dataSource)
    await reaches(after, "sent")
    expect(inbox.messages()).toHaveLength(2)
    expect((await mailRow(dataSource, after)).state_detail).toMatch(/^250/)
    await waitFor("both events", () => emitted.length === 2)
    expect(emitted.map((event) => event.name)).toEqual(["order_mail.sent", "order_mail.sent"])
    expect(emitted[1]!.data).toMatchObject({ id: after, kind: "payment-info", order_id: `order_${after}` })
  })

  it("keeps the server's words when it refuses, and tells other code", async () => {
    const id = await queueMail(dataSource, { recipient: "refuse-550@kunde.example" })
    deliver()
    await reaches(id, "failed")
    const row = await mailRow(dataSource, id)
    expect(row).toMatchObject({ state_reason: "address-unknown", attempts: 1 })
    expect(row.state_detail).toContain("User unknown in virtual mailbox table")
    await waitFor("the event", () => emitted.length === 1)
    expect(emitted[0]).toMatchObject({ name: "order_mail.failed", data: { id, reason: "address-unknown" } })
  })

  it("tries again after a temporary answer", async () => {
    inbox.rules.add({ stage: "message", answer: { type: "reply", code: 451, text: "4.3.0 try later" }, times: 1 })
    const id = await queueMail(dataSource)
    deliver()
    await reaches(id, "sent")
    expect((await timelineOf(dataSource, id)).map(({ type }) => type)).toEqual(["queued", "deferred", "accepted"])
    expect((await mailRow(dataSource, id)).attempts).toBe(2)
  })

  it("says so when the answer to the whole mail was lost, and holds it where the options say so", async () => {
    inbox.rules.add({ stage: "message", answer: { type: "drop" }, times: 1 })
    const id = await queueMail(dataSource)
    deliver({ delivery: { unknownOutcome: "hold", pollSeconds: 600 } })
    await reaches(id, "held")
    expect((await timelineOf(dataSource, id)).at(-1)).toMatchObject({ type: "outcome-unknown" })
  })

  it("sends nothing in capture mode and says so on the mail", async () => {
    const id = await queueMail(dataSource)
    deliver({ smtp: undefined })
    await reaches(id, "skipped")
    expect(await mailRow(dataSource, id)).toMatchObject({ state_reason: "capture-mode" })
    expect(inbox.messages()).toHaveLength(0)
    expect(said.join()).toContain("no SMTP server is configured")
  })

  it("goes on when every database connection is killed under it", async () => {
    const first = await queueMail(dataSource)
    deliver({ delivery: { pollSeconds: 1 } })
    await reaches(first, "sent")
    await dataSource.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    const second = await queueMail(dataSource)
    await reaches(second, "sent")
  })

  it("waits for a mail server that is away and sends when it is back", async () => {
    inbox.rules.add({ stage: "connect", answer: { type: "reply", code: 554, text: "5.3.2 not now" }, times: 1 })
    const id = await queueMail(dataSource)
    deliver()
    await reaches(id, "sent")
    expect((await timelineOf(dataSource, id)).map(({ type }) => type)).toContain("deferred")
  })

  it("lets the shop stop although a mail server hangs in the middle of a mail", async () => {
    const rule = inbox.rules.add({ stage: "message", answer: { type: "hold" }, times: 1 })
    const id = await queueMail(dataSource)
    const delivery = deliver()
    // A mail whose transaction has not begun would be given back. The rule is used up when the whole mail has arrived.
    await waitFor("the server to have the mail", () => inbox.rules.list().length === 0, { everyMs: 10 })
    await delivery.stop(100)
    expect(said.join()).toContain("stopped with 1 mails in hand")
    // Let go, or the connection would stay open behind the next test.
    inbox.rules.release(rule.id)
    await reaches(id, "sent")
  })

  it("shares the outbox with other workers without sending twice", async () => {
    const ids: string[] = []
    for (let n = 0; n < 30; n++) ids.push(await queueMail(dataSource, { recipient: `kunde${n}@kunde.example` }))
    deliver()
    deliver()
    deliver()
    for (const id of ids) await reaches(id, "sent")
    expect(inbox.messages()).toHaveLength(30)
    expect(new Set(inbox.messages().map((message) => message.envelope.to.join())).size).toBe(30)
  })
})
