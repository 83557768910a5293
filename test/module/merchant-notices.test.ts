import { gunzipSync } from "node:zlib"
import PostalMime from "postal-mime"
import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { NoticeToMake } from "../../src/kinds/merchant-notice"
import type { Outcome } from "../../src/delivery/types"
import { PLATFORM_SERVER } from "../../src/modules/order-mail/mail-servers"
import type { MerchantDesk } from "../../src/modules/order-mail/merchant-desk"
import { parseOptions } from "../../src/modules/order-mail/options"
import { cancelOrderMail } from "../../src/modules/order-mail/queries/cancel-order-mail"
import { claimDueMails } from "../../src/modules/order-mail/queries/claim-due-mails"
import { countTroubledMails } from "../../src/modules/order-mail/queries/count-troubled-mails"
import { findRetriesDueSoon } from "../../src/modules/order-mail/queries/find-retries-due-soon"
import { findWaitingMails } from "../../src/modules/order-mail/queries/find-waiting-mails"
import { insertOrderMail } from "../../src/modules/order-mail/queries/insert-order-mail"
import { noticesOfMails } from "../../src/modules/order-mail/queries/note-merchant-notice"
import { recordOutcomes } from "../../src/modules/order-mail/queries/record-outcomes"
import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { createMigratedDataSource, mailRow, preparedMail, queueMail } from "./database"
import { merchantDesk } from "./merchant-desk"

const SHOP = { id: "sc_1", name: "Kaffeehaus Lindner" }
const ADDRESS = () => "https://shop.example/app/orders/order_1"
const MORNING = new Date("2030-03-01T09:00:00Z")
const NEXT_MORNING = new Date("2030-03-02T09:00:00Z")

const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Lindner", language: "de" },
  sender: { address: "orders@lindner.example", replyTo: "office@lindner.example", trusted: true },
  archiveAddress: "archive@lindner.example",
  dns: { checkRecipients: false },
  bankTransfer: { accountHolder: "Lindner", iban: "DE89370400440532013000" },
})

let dataSource: DataSource
let drop: () => Promise<void>
let dns: TestDnsServer
let settings: OrderMailSettings

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
  dns = await startDnsServer()
  settings = new OrderMailSettings(dataSource, options)
})
afterAll(async () => {
  await dns.close()
  await drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail, order_mail_notice, order_mail_shop CASCADE")
})

const desk = (): MerchantDesk => merchantDesk(dataSource, options, dns.address)

async function set(values: Record<string, unknown>, version = 0): Promise<void> {
  await settings.save("notifications", { shop_id: SHOP.id, version, set: values, inherit: [] }, "user_1")
}

function newOrder(number: number): NoticeToMake {
  return {
    shop_id: SHOP.id,
    notice: "new-order",
    order_id: `order_${number}`,
    order_mail_id: null,
    facts: { order_number: String(number), customer_name: "Anna Müller", amount: "119.00", currency_code: "eur" },
    dedupe_key: `new-order:order_${number}`,
  }
}

interface Told {
  kind: string
  order_id: string | null
  order_number: string | null
  recipient: string
  subject: string
  state: string
}

function toldMails(): Promise<Told[]> {
  return dataSource.query(
    "SELECT kind, order_id, order_number, recipient, subject, state FROM order_mail WHERE kind LIKE 'merchant-%' ORDER BY id",
  )
}

function notices(): Promise<
  { notice: string; order_mail_id: string | null; settled_at: Date | null; told_in: string[]; facts: object }[]
> {
  return dataSource.query("SELECT * FROM order_mail_notice ORDER BY id")
}

function refused(mail: { id: string; token: string }): Outcome {
  const answer = { code: 550, enhancedStatus: "5.1.1", text: "550 5.1.1 User unknown", server: "mx.example:25" }
  return {
    mailId: mail.id,
    token: mail.token,
    state: "failed",
    reason: "address-unknown",
    answer,
    retryInSeconds: null,
  }
}

async function claimAll() {
  return claimDueMails(dataSource, 100, 60, PLATFORM_SERVER)
}

describe("what is noted", () => {
  it("is noted once, however often and however concurrently", async () => {
    const noted = await Promise.all(Array.from({ length: 10 }, () => desk().note(newOrder(1))))
    expect(noted.filter(Boolean)).toHaveLength(1)
    expect(await notices()).toHaveLength(1)
    expect(await desk().findNoted(["new-order:order_1", "new-order:order_2"])).toEqual(new Set(["new-order:order_1"]))
  })

  it("is a customer's mail that the server refuses for good, together with the outcome", async () => {
    const id = await queueMail(dataSource, { shop_id: SHOP.id, order_id: "order_1" })
    const [mail] = await claimAll()
    await recordOutcomes(dataSource, [refused(mail!)])
    // The late answer of another worker is dropped, and notes nothing.
    await recordOutcomes(dataSource, [refused({ id, token: "00000000-0000-4000-8000-000000000000" })])
    expect(await notices()).toMatchObject([
      {
        shop_id: SHOP.id,
        notice: "mail-failed",
        order_id: "order_1",
        order_mail_id: id,
        facts: {
          order_number: "1042",
          customer_name: "Anna Müller",
          recipient: "anna@kunde.example",
          mail_kind: "payment-info",
          reason: "address-unknown",
          detail: "550 5.1.1 User unknown",
        },
      },
    ])
  })

  it("is a mail that could not be written at all, and none that is deferred, sent or skipped", async () => {
    await insertOrderMail(
      dataSource,
      preparedMail({ state: "failed", state_reason: "recipient-missing", recipient: null }, null),
      { cause: "order.placed", userId: null },
    )
    await insertOrderMail(dataSource, preparedMail({ state: "skipped", state_reason: "nothing-to-pay" }, null), {
      cause: "order.placed",
      userId: null,
    })
    await queueMail(dataSource)
    await queueMail(dataSource)
    const [sent, deferred] = await claimAll()
    await recordOutcomes(dataSource, [
      { ...refused(sent!), state: "sent", reason: "accepted" },
      { ...refused(deferred!), state: "deferred", reason: "greylisted", retryInSeconds: 60 },
    ])
    expect((await notices()).map(({ notice, facts }) => [notice, facts])).toMatchObject([
      ["mail-failed", { reason: "recipient-missing" }],
    ])
  })

  it.each(["mail-bounced", "mail-complained"] as const)(
    "is %s, by the statement that writes the state",
    async (notice) => {
      const id = await queueMail(dataSource, { shop_id: SHOP.id })
      const toMerchant = await queueMail(dataSource, { shop_id: SHOP.id, kind: "merchant-notice" })
      const report = () =>
        dataSource.query(
          `WITH reported AS (UPDATE order_mail SET state = $2, state_reason = 'address-unknown', state_detail = 'no such user'
           WHERE id = ANY($1) RETURNING *),
         told AS (${noticesOfMails(notice, "reported")})
         SELECT id FROM reported`,
          [[id, toMerchant], notice.replace("mail-", "")],
        )
      await report()
      await report()
      expect(await notices()).toMatchObject([{ notice, order_mail_id: id, facts: { detail: "no such user" } }])
    },
  )

  it("is never a mail to the merchant: telling of that would have no end", async () => {
    await set({ "notice:new-order": "single" })
    await desk().note(newOrder(1))
    await desk().tell(SHOP, MORNING, ADDRESS)
    const [mail] = await claimAll()
    await recordOutcomes(dataSource, [refused(mail!)])
    expect(await toldMails()).toMatchObject([{ kind: "merchant-notice", state: "failed" }])
    expect(await notices()).toHaveLength(1)
    expect(await desk().listShopsToTell()).toEqual([])
  })
})

describe("telling", () => {
  it("makes a mail a notice, to where the shop's customers reply, and marks it", async () => {
    await set({ "notice:new-order": "single" })
    await desk().note(newOrder(1))
    await desk().note(newOrder(2))
    expect(await desk().listShopsToTell()).toEqual([SHOP.id])
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(2)
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(0)
    expect(await toldMails()).toMatchObject([
      {
        order_id: "order_1",
        order_number: "1",
        recipient: "office@lindner.example",
        subject: "Neue Bestellung 1 über 119,00\u00a0€",
      },
      { order_id: "order_2", order_number: "2", recipient: "office@lindner.example", state: "queued" },
    ])
    for (const { settled_at, told_in, facts } of await notices()) {
      expect(settled_at).toBeInstanceOf(Date)
      expect(told_in).toHaveLength(1)
      // What the customer is called stands in the mail, and no more here.
      expect(facts).toEqual({})
    }
  })

  it("is a mail as every other: from the shop, not to be answered by machines, and with its own return path", async () => {
    await set({ "notice:new-order": "single", notice_language: "en" })
    await desk().note(newOrder(1))
    await desk().tell(SHOP, MORNING, ADDRESS)
    const [{ message_gzip, return_path }] = await dataSource.query(
      "SELECT message_gzip, return_path FROM order_mail JOIN order_mail_content ON order_mail_id = id",
    )
    const message = await PostalMime.parse(gunzipSync(message_gzip))
    expect(message.from).toMatchObject({ address: "orders@lindner.example" })
    expect(message.subject).toBe("New order 1 for €119.00")
    expect(message.html).toContain("https://shop.example/app/orders/order_1")
    expect(message.headers).toContainEqual(expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }))
    expect(return_path).toMatch(/^bounces\+/)
  })

  it("goes to every recipient in a mail of their own", async () => {
    await set({ "notice:new-order": "single", notice_recipients: ["a@lindner.example", "b@lindner.example"] })
    await desk().note(newOrder(1))
    await desk().tell(SHOP, MORNING, ADDRESS)
    expect((await toldMails()).map(({ recipient }) => recipient)).toEqual(["a@lindner.example", "b@lindner.example"])
    expect((await notices())[0]?.told_in).toHaveLength(2)
  })

  it("goes to no archive: that is for what customers were sent", async () => {
    await set({ "notice:new-order": "single" })
    await desk().note(newOrder(1))
    await desk().tell(SHOP, MORNING, ADDRESS)
    expect(await dataSource.query("SELECT kind, archive_address FROM order_mail")).toEqual([
      { kind: "merchant-notice", archive_address: null },
    ])
  })

  it("is one digest a day, with everything since, and none without anything", async () => {
    await set({ "notice:new-order": "digest", digest_hour: 7 })
    await desk().note(newOrder(1))
    await desk().note(newOrder(2))
    await dataSource.query("UPDATE order_mail_notice SET at = '2030-03-01T08:00:00Z'")
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(0)
    expect(await desk().tell(SHOP, NEXT_MORNING, ADDRESS)).toBe(1)
    expect(await desk().tell(SHOP, NEXT_MORNING, ADDRESS)).toBe(0)
    expect(await toldMails()).toMatchObject([
      { kind: "merchant-digest", order_id: null, order_number: null, subject: "Lindner: 2 Benachrichtigungen" },
    ])
  })

  it("leaves nothing behind that nobody wants to be told", async () => {
    await desk().note(newOrder(1))
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(0)
    expect(await notices()).toMatchObject([{ settled_at: expect.any(Date), told_in: [], facts: {} }])
    await set({ "notice:new-order": "single" })
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(0)
  })

  it("tells each shop its own", async () => {
    await set({ "notice:new-order": "single" })
    await desk().note({ ...newOrder(1), shop_id: null, dedupe_key: "store" })
    await desk().note({ ...newOrder(2), shop_id: "sc_2", dedupe_key: "other" })
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(0)
    expect(new Set(await desk().listShopsToTell())).toEqual(new Set([null, "sc_2"]))
  })

  it("is done once, however many processes do it at the same time", async () => {
    await set({ "notice:new-order": "single", "notice:payment-received": "digest" })
    for (let number = 1; number <= 15; number++) await desk().note(newOrder(number))
    for (let number = 1; number <= 15; number++)
      await desk().note({ ...newOrder(number), notice: "payment-received", dedupe_key: `paid:${number}` })
    await dataSource.query("UPDATE order_mail_notice SET at = '2030-03-01T00:00:00Z'")
    await Promise.all(Array.from({ length: 5 }, () => desk().tell(SHOP, MORNING, ADDRESS)))
    await desk().tell(SHOP, MORNING, ADDRESS)
    const mails = await toldMails()
    expect(
      mails
        .filter(({ kind }) => kind === "merchant-notice")
        .map(({ order_id }) => order_id)
        .sort(),
    ).toEqual(Array.from({ length: 15 }, (_, n) => `order_${n + 1}`).sort())
    const told = (await notices()).flatMap(({ told_in }) => told_in)
    expect(told).toHaveLength(30)
    expect(new Set(told).size).toBe(mails.length)
  })

  it("leaves mail and mark together, or neither, when it is cut short", async () => {
    await set({ "notice:new-order": "single" })
    await desk().note(newOrder(1))
    await desk().note(newOrder(2))
    let asked = 0
    const crash = () => {
      if (++asked === 2) throw new Error("the process ended here")
      return null
    }
    await expect(desk().tell(SHOP, MORNING, crash)).rejects.toThrow("the process ended here")
    expect(await toldMails()).toEqual([])
    expect((await notices()).map(({ settled_at }) => settled_at)).toEqual([null, null])
    expect(await desk().tell(SHOP, MORNING, ADDRESS)).toBe(2)
  })

  it("forgets what was told long ago", async () => {
    await desk().note(newOrder(1))
    await desk().note(newOrder(2))
    await dataSource.query(
      "UPDATE order_mail_notice SET settled_at = now() - interval '31 days' WHERE order_id = 'order_1'",
    )
    await desk().forgetSettled()
    expect(await desk().findNoted(["new-order:order_1", "new-order:order_2"])).toEqual(new Set(["new-order:order_2"]))
  })
})

describe("a mail to the merchant", () => {
  it("is not taken back with its order, and makes nobody read the order again", async () => {
    const id = await queueMail(dataSource, { kind: "merchant-notice", order_id: "order_1" })
    expect(await findWaitingMails(dataSource, "order_1")).toEqual([])
    await dataSource.query(
      "UPDATE order_mail SET state = 'deferred', attempts = 1, next_attempt_at = now() WHERE id = $1",
      [id],
    )
    expect(await findRetriesDueSoon(dataSource, { withinSeconds: 60, limit: 10 })).toEqual([])
    expect(await cancelOrderMail(dataSource, id, "user_1")).toBe(true)
  })

  it("that failed needs attention until a later one of its shop got through", async () => {
    const fail = async (overrides: object) => {
      const id = await queueMail(dataSource, { kind: "merchant-notice", shop_id: "sc_1", ...overrides })
      await dataSource.query("UPDATE order_mail SET state = 'failed' WHERE id = $1", [id])
      return id
    }
    const failed = await fail({})
    await fail({ shop_id: null, order_id: null, order_number: null, kind: "merchant-digest" })
    expect(await countTroubledMails(dataSource)).toBe(2)
    const later = await queueMail(dataSource, { kind: "merchant-digest", shop_id: "sc_1" })
    expect(await countTroubledMails(dataSource)).toBe(2)
    await dataSource.query("UPDATE order_mail SET state = 'sent' WHERE id = $1", [later])
    expect(await countTroubledMails(dataSource)).toBe(1)
    expect((await mailRow(dataSource, failed)).state).toBe("failed")
    const customers = await queueMail(dataSource)
    await dataSource.query("UPDATE order_mail SET state = 'failed' WHERE id = $1", [customers])
    expect(await countTroubledMails(dataSource)).toBe(2)
  })
})
