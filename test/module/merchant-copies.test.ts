import { gunzipSync } from "node:zlib"
import PostalMime from "postal-mime"
import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Demand } from "../../src/kinds/demand"
import { basisOf } from "../../src/kinds/mail-basis"
import { MerchantCopies } from "../../src/modules/order-mail/merchant-copies"
import { parseOptions } from "../../src/modules/order-mail/options"
import { findOrderMails } from "../../src/modules/order-mail/queries/find-order-mails"
import { findWaitingMails } from "../../src/modules/order-mail/queries/find-waiting-mails"
import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { createMigratedDataSource, queueMail } from "./database"
import { orderFacts } from "./dunning-shop"
import { merchantDeskParts } from "./merchant-desk"

const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Morgenrot", language: "de", timeZone: "Europe/Berlin" },
  sender: { address: "orders@morgenrot.example", replyTo: "office@morgenrot.example", trusted: true },
  archiveAddress: "archive@morgenrot.example",
  dns: { checkRecipients: false },
  bankTransfer: { accountHolder: "Morgenrot", iban: "DE89370400440532013000" },
})

const DEMAND: Demand = {
  level: 2,
  attempt: 1,
  dueDay: "2026-11-16",
  payableUntil: "2026-12-07",
  beforeDue: false,
  remindedBefore: true,
  isLast: false,
  offersCancellation: false,
  copyToMerchant: true,
  total: "119.00",
  claim: null,
}
const NOW = new Date("2026-11-30T09:00:00Z")

let dataSource: DataSource
let drop: () => Promise<void>
let dns: TestDnsServer

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
  dns = await startDnsServer()
})
afterAll(async () => {
  await dns.close()
  await drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail, order_mail_shop CASCADE")
})

const copies = () => new MerchantCopies(merchantDeskParts(dataSource, options, dns.address))

/** A dunning letter of an order, sent a minute ago. */
async function sentDunning(orderId: string, demand: Demand = DEMAND, sentAgo = "1 minute"): Promise<string> {
  const id = await queueMail(dataSource, {
    order_id: orderId,
    kind: "dunning",
    level: demand.level,
    occasion: { type: "demand", demand },
    basis: basisOf(orderFacts(orderId), null),
  })
  await dataSource.query(
    "UPDATE order_mail SET state = 'sent', sent_at = now() - $2::interval, next_attempt_at = NULL WHERE id = $1",
    [id, sentAgo],
  )
  return id
}

async function makeAll(facts = orderFacts): Promise<number> {
  const desk = copies()
  let made = 0
  for (const mail of await desk.findDue(100)) made += await desk.make(mail, facts(mail.order_id), NOW)
  return made
}

interface Row {
  id: string
  order_id: string
  recipient: string
  state: string
  archive_address: string | null
  occurrence: string
  message_gzip: Buffer
}

function rows(): Promise<Row[]> {
  return dataSource.query(
    `SELECT m.*, message_gzip FROM order_mail m JOIN order_mail_content c ON c.order_mail_id = m.id
     WHERE kind = 'merchant-copy' ORDER BY recipient`,
  )
}

async function set(values: Record<string, unknown>): Promise<void> {
  const settings = new OrderMailSettings(dataSource, options)
  await settings.save("notifications", { shop_id: "sc_1", version: 0, set: values, inherit: [] }, "user_1")
}

describe("a sent reminder whose step asks for a copy", () => {
  it("is copied once to everyone who gets notices, and says whom it went to", async () => {
    await set({ notice_recipients: ["chefin@morgenrot.example", "buchhaltung@morgenrot.example"] })
    const id = await sentDunning("order_1")
    expect(await makeAll()).toBe(2)
    expect(await makeAll()).toBe(0)
    const made = await rows()
    expect(made.map(({ recipient }) => recipient)).toEqual([
      "buchhaltung@morgenrot.example",
      "chefin@morgenrot.example",
    ])
    for (const row of made)
      expect(row).toMatchObject({
        order_id: "order_1",
        state: "queued",
        archive_address: null,
        occurrence: `copy-${id}`,
        level: null,
      })
    const mail = await PostalMime.parse(gunzipSync(made[0]!.message_gzip))
    expect(mail.subject).toMatch(/^\[Kopie\] .*Mahnung/)
    expect(mail.text).toContain("Kopie der E-Mail an anna@kunde.example")
    expect(mail.html).toContain("Kopie der E-Mail an anna@kunde.example")
    expect(mail.to).toEqual([{ name: "", address: "buchhaltung@morgenrot.example" }])
  })

  it("states what the customer was asked for, also when the order was paid a moment later", async () => {
    await sentDunning("order_1")
    await makeAll((orderId) => {
      const facts = orderFacts(orderId, { email: "neu@kunde.example" })
      return { ...facts, totals: { ...facts.totals, open: "0.00", paid: "119.00" } }
    })
    const [row] = await rows()
    const { text } = await PostalMime.parse(gunzipSync(row!.message_gzip))
    expect(text).toContain("119,00")
    expect(text).toContain("7. Dezember 2026")
    expect(text).toContain("an anna@kunde.example")
  })

  it("goes to the address for replies where nobody is named for notices", async () => {
    await sentDunning("order_1")
    expect(await makeAll()).toBe(1)
    expect((await rows())[0]?.recipient).toBe("office@morgenrot.example")
  })

  it("is copied once by five processes at the same time", async () => {
    await sentDunning("order_1")
    const made = await Promise.all(Array.from({ length: 5 }, () => makeAll()))
    expect(made.reduce((sum, count) => sum + count)).toBe(1)
    expect(await rows()).toHaveLength(1)
  })

  it("leaves the order's own mails, and what can be taken back of them, as they are", async () => {
    const id = await sentDunning("order_1")
    await makeAll()
    const [mails, count] = await findOrderMails(dataSource, { order_id: "order_1" }, {})
    expect([mails.map((mail) => mail.id), count]).toEqual([[id], 1])
    expect(await findWaitingMails(dataSource, "order_1")).toEqual([])
    expect(await copies().findDue(100)).toEqual([])
  })
})

describe("no copy", () => {
  it("is made of a mail that has not left, that asks for none, or that left long ago", async () => {
    const waiting = await sentDunning("order_1")
    await dataSource.query("UPDATE order_mail SET state = 'deferred', sent_at = NULL WHERE id = $1", [waiting])
    await sentDunning("order_2", { ...DEMAND, copyToMerchant: false })
    await sentDunning("order_3", DEMAND, "8 days")
    await queueMail(dataSource, { order_id: "order_4", occasion: { type: "placed" } })
    expect(await copies().findDue(100)).toEqual([])
    // The one that waits is copied when it has left.
    await dataSource.query("UPDATE order_mail SET state = 'sent', sent_at = now() WHERE id = $1", [waiting])
    expect((await copies().findDue(100)).map(({ id }) => id)).toEqual([waiting])
  })
})
