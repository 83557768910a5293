import type { DataSource } from "typeorm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { freePort } from "../../demo/parts/free-port"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import { waitFor } from "../../demo/parts/wait-for"
import type { OwnMailServer } from "../../src/modules/order-mail/mail-servers"
import { SETTINGS_CHANNEL } from "../../src/modules/order-mail/queries/settings-channel"
import type { RunningDelivery } from "../../src/modules/order-mail/start-delivery"
import { FaultServer } from "../unit/delivery/servers/fault-server"
import { createMigratedDataSource, mailRow, queueMail, timelineOf } from "./database"
import { runDelivery, type DeliveryRecord } from "./run-delivery"

let database: Awaited<ReturnType<typeof createMigratedDataSource>>
let dataSource: DataSource
let platform: MailInbox
let own: MailInbox
const running: RunningDelivery[] = []
let record: DeliveryRecord
/** The own servers that are set now, as the settings would list them. */
let servers: OwnMailServer[]
let made = 0

beforeAll(async () => {
  database = await createMigratedDataSource()
  dataSource = database.dataSource
  platform = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
  own = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
})
afterAll(async () => {
  await Promise.all([platform.stop(), own.stop()])
  await database.drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail CASCADE")
  for (const inbox of [platform, own]) {
    inbox.clear()
    inbox.rules.remove()
  }
  record = { emitted: [], said: [] }
  servers = []
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.stop()))
})

/** Neither polling nor the retry schedule explains what happens soon. */
const LATE = { pollSeconds: 600, retrySeconds: [600] }

function deliver(listMailServers: () => Promise<OwnMailServer[]> = async () => servers): void {
  const options = { smtp: { url: platform.smtpUrl }, delivery: LATE }
  running.push(runDelivery({ database, record, options, listMailServers }))
}

/** A server on loopback, which the guard of these tests lets through; another revision each time. */
function server(key: string, port: number, changes: Partial<OwnMailServer> = {}): OwnMailServer {
  return {
    key,
    smtp: { host: "127.0.0.1", port },
    guard: { allowPrivateAddresses: true, allowedPorts: [port] },
    maxConnections: 2,
    revision: `revision ${++made}`,
    ...changes,
  }
}

/** As when a merchant saved the settings. */
async function set(...changed: OwnMailServer[]): Promise<void> {
  servers = changed
  await dataSource.query("SELECT pg_notify($1, '')", [SETTINGS_CHANNEL])
}

async function queueMails(mailServer: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++)
    ids.push(await queueMail(dataSource, { mail_server: mailServer, recipient: `${mailServer}-${n}@kunde.example` }))
  return ids
}

async function reach(ids: string[], state: string): Promise<void> {
  for (const id of ids)
    await waitFor(`mail ${id} to be ${state}`, async () => (await mailRow(dataSource, id)).state === state, {
      everyMs: 20,
    })
}

const recipients = (inbox: MailInbox): string[] => inbox.messages().map(({ envelope }) => envelope.to.join())
const recipientsOf = (mailServer: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${mailServer}-${n}@kunde.example`)

describe("mails of several mail servers", () => {
  it("leave through the right one each", async () => {
    servers = [server("sc_own", own.smtpPort)]
    deliver()
    const [platforms, owns] = [await queueMails("platform", 3), await queueMails("sc_own", 3)]
    await reach([...platforms, ...owns], "sent")
    expect(recipients(platform).sort()).toEqual(recipientsOf("platform", 3))
    expect(recipients(own).sort()).toEqual(recipientsOf("sc_own", 3))
  })

  it("are begun as soon as a server is set", async () => {
    deliver()
    await reach(await queueMails("platform", 1), "sent")
    await set(server("store", own.smtpPort))
    await reach(await queueMails("store", 1), "sent")
    expect(recipients(own)).toEqual(["store-0@kunde.example"])
  })

  it("do not wait for the mails of a server that is down", async () => {
    servers = [server("sc_dead", await freePort(0)), server("sc_own", own.smtpPort)]
    const dead = await queueMails("sc_dead", 50)
    deliver()
    await waitFor("the dead server to be noticed", async () => (await timelineOf(dataSource, dead[0]!)).length > 1)
    await reach([...(await queueMails("platform", 3)), ...(await queueMails("sc_own", 3))], "sent")
    const [{ sent }] = await dataSource.query<[{ sent: number }]>(
      "SELECT count(*)::int AS sent FROM order_mail WHERE mail_server = 'sc_dead' AND state = 'sent'",
    )
    expect(sent).toBe(0)
    expect(await mailRow(dataSource, dead[0]!)).toMatchObject({ state_reason: "connection-failed" })
  })

  it("go on while the servers cannot be listed, and it is tried again", async () => {
    let broken = true
    servers = [server("sc_own", own.smtpPort)]
    deliver(async () => {
      if (broken) throw new Error("a password cannot be opened")
      return servers
    })
    await reach(await queueMails("platform", 1), "sent")
    await waitFor("the log", () => record.said.join().includes("a password cannot be opened"))
    const waiting = await queueMails("sc_own", 1)
    expect(await mailRow(dataSource, waiting[0]!)).toMatchObject({ state: "queued", mail_server: "sc_own" })
    broken = false
    await reach(waiting, "sent")
    expect(recipients(own)).toEqual(["sc_own-0@kunde.example"])
  })

  it("leave through an own server when the platform has none", async () => {
    servers = [server("sc_own", own.smtpPort)]
    const listMailServers = async () => servers
    running.push(runDelivery({ database, record, options: { delivery: LATE }, listMailServers }))
    await reach(await queueMails("sc_own", 1), "sent")
    await reach(await queueMails("platform", 1), "skipped")
  })
})

describe("a mail server whose settings are changed", () => {
  it("gets the mails that waited for it, at its new port", async () => {
    servers = [server("sc_own", await freePort(0))]
    const ids = await queueMails("sc_own", 3)
    deliver()
    await reach(ids, "deferred")
    await set(server("sc_own", own.smtpPort))
    await reach(ids, "sent")
    expect(recipients(own).sort()).toEqual(recipientsOf("sc_own", 3))
  })

  it("is logged in to with the new password", async () => {
    const EHLO = "250-fault.example\r\n250 AUTH PLAIN"
    const fault = await FaultServer.start({ EHLO, AUTH: "535 5.7.8 wrong password" })
    const withPassword = (pass: string) =>
      server("sc_own", fault.port, { smtp: { host: "127.0.0.1", port: fault.port, auth: { user: "shop", pass } } })
    try {
      servers = [withPassword("old")]
      const ids = await queueMails("sc_own", 2)
      deliver()
      await reach(ids, "deferred")
      expect(await mailRow(dataSource, ids[0]!)).toMatchObject({ state_reason: "login-failed" })
      fault.behave({ EHLO })
      await set(withPassword("new"))
      await reach(ids, "sent")
      expect(fault.bodies).toHaveLength(2)
      const logins = fault.commands.filter((command) => command.startsWith("AUTH"))
      expect(Buffer.from(logins.at(-1)!.split(" ")[2]!, "base64").toString()).toBe("\0shop\0new")
    } finally {
      await fault.stop()
    }
  })

  it("is not used as it was before any more", async () => {
    servers = [server("sc_own", own.smtpPort)]
    deliver()
    await reach(await queueMails("sc_own", 1), "sent")
    const elsewhere = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
    try {
      await set(server("sc_own", elsewhere.smtpPort))
      await waitFor("a mail to take the new way", async () => {
        await reach(await queueMails("sc_own", 1), "sent")
        return elsewhere.messages().length > 0
      })
      const before = own.messages().length
      await reach(await queueMails("sc_own", 20), "sent")
      expect(own.messages()).toHaveLength(before)
    } finally {
      await elsewhere.stop()
    }
  })

  it("neither loses nor doubles the mails that are under way", async () => {
    const rule = own.rules.add({ stage: "message", answer: { type: "hold" }, times: 1 })
    servers = [server("sc_own", own.smtpPort, { maxConnections: 1 })]
    const ids = await queueMails("sc_own", 12)
    deliver()
    await waitFor("the server to have a mail", () => own.rules.list().length === 0, { everyMs: 10 })
    await set(server("sc_own", own.smtpPort, { maxConnections: 1 }))
    // Those not begun are given back, and leave through the new connection while the old one still hangs.
    await waitFor("the others to arrive", () => own.messages().length === ids.length - 1)
    own.rules.release(rule.id)
    await reach(ids, "sent")
    expect(recipients(own).sort()).toEqual(recipientsOf("sc_own", 12).sort())
  })

  it("may be changed and removed again and again while two machines send: every mail arrives once or is held", async () => {
    servers = [server("sc_own", own.smtpPort)]
    deliver()
    deliver()
    const ids: string[] = []
    for (let round = 0; round < 8; round++) {
      const mails = Array.from({ length: 25 }, (_, n) => `round${round}-${n}@kunde.example`)
      ids.push(
        ...(await Promise.all(mails.map((recipient) => queueMail(dataSource, { mail_server: "sc_own", recipient })))),
      )
      await set(...(round % 4 === 3 ? [] : [server("sc_own", own.smtpPort)]))
    }
    const states = async () => (await Promise.all(ids.map((id) => mailRow(dataSource, id)))).map(({ state }) => state)
    await waitFor("every mail to be sent or held", async () =>
      (await states()).every((state) => state === "sent" || state === "held"),
    )
    const sent = (await states()).filter((state) => state === "sent").length
    expect(sent).toBeGreaterThan(0)
    expect(recipients(own)).toHaveLength(sent)
    expect(new Set(recipients(own)).size).toBe(sent)
    expect(recipients(platform)).toEqual([])
  })

  it("keeps running as it is while nothing is changed", async () => {
    const fault = await FaultServer.start()
    try {
      servers = [server("sc_own", fault.port, { maxConnections: 1 })]
      deliver()
      await reach(await queueMails("sc_own", 1), "sent")
      await set(...servers, server("sc_other", own.smtpPort))
      await reach(await queueMails("sc_other", 1), "sent")
      await reach([await queueMail(dataSource, { mail_server: "sc_own" })], "sent")
      expect(fault.connections).toBe(1)
    } finally {
      await fault.stop()
    }
  })
})

describe("a mail server that is removed", () => {
  it("leaves its waiting mails to the merchant: no other server was checked for their domain", async () => {
    servers = [server("sc_gone", await freePort(0))]
    const ids = await queueMails("sc_gone", 3)
    deliver()
    await reach(ids, "deferred")
    await set()
    await reach(ids, "held")
    expect(await mailRow(dataSource, ids[0]!)).toMatchObject({ state_reason: "mail-server-removed" })
    expect(recipients(platform)).toEqual([])
  })

  it("finishes the mail under way, once; what was not begun is held", async () => {
    const rule = own.rules.add({ stage: "message", answer: { type: "hold" }, times: 1 })
    servers = [server("sc_gone", own.smtpPort, { maxConnections: 1 })]
    const ids = await queueMails("sc_gone", 6)
    deliver()
    await waitFor("the server to have a mail", () => own.rules.list().length === 0, { everyMs: 10 })
    await set()
    const inState = async (state: string) =>
      (await Promise.all(ids.map((id) => mailRow(dataSource, id)))).filter((row) => row.state === state)
    await waitFor("the others to be held", async () => (await inState("held")).length === ids.length - 1)
    own.rules.release(rule.id)
    await waitFor("the first to be sent", async () => (await inState("sent")).length === 1)
    expect(own.messages()).toHaveLength(1)
    expect(recipients(platform)).toEqual([])
  })

  it("was gone before: a mail that comes late is held", async () => {
    deliver()
    await reach(await queueMails("platform", 1), "sent")
    await reach(await queueMails("sc_gone", 1), "held")
    expect(recipients(platform)).not.toContain("sc_gone-0@kunde.example")
  })
})

describe("a mail server that a merchant typed in", () => {
  it("is not connected to at a private address, and the mail says that the settings are wrong", async () => {
    const fault = await FaultServer.start()
    try {
      servers = [server("sc_inside", fault.port, { guard: { allowedPorts: [fault.port] } })]
      const [id] = await queueMails("sc_inside", 1)
      deliver()
      await reach([id!], "deferred")
      const row = await mailRow(dataSource, id!)
      expect(row.state_reason).toBe("configuration-error")
      expect(row.state_detail).toContain("not at a public address")
      expect(fault.connections).toBe(0)
    } finally {
      await fault.stop()
    }
  })

  it("cannot be reached around the guard by a URL", async () => {
    const smtp = { host: "127.0.0.1", port: own.smtpPort, url: `${own.smtpUrl}?proxy=socks5://127.0.0.1:1080` }
    servers = [server("sc_inside", own.smtpPort, { smtp, guard: { allowedPorts: [own.smtpPort] } })]
    const [id] = await queueMails("sc_inside", 1)
    deliver()
    await reach([id!], "deferred")
    expect(await mailRow(dataSource, id!)).toMatchObject({ state_reason: "configuration-error" })
    expect(own.messages()).toHaveLength(0)
  })
})
