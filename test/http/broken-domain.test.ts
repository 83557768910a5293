import { readFileSync } from "node:fs"
import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminSaveSender, AdminSenderField } from "../../src/api/sender-settings-types"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import type { AdminOrderMail, AdminOrderMailListResponse } from "../../src/api/types"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { shopClient, type ShopClient } from "../helpers/shop"

const SENDER = "/admin/order-mails/sender"
const DOMAIN = "roesterei-hansen.example"
const SPF = "v=spf1 ip4:127.0.0.1 -all"

interface FeedEntry {
  data: { title: string; description: string }
}

let shop: ShopClient
let dns: TestDnsServer
let b2b: string
/** The DNS record of the shop's DKIM key. */
let key: { name: string; value: string }

beforeAll(async () => {
  shop = await shopClient()
  dns = await startDnsServer({}, shop.dnsPort)
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})
afterAll(async () => {
  const { version, settings } = await read()
  await save({ version, inherit: Object.keys(settings) as AdminSenderField[] })
  await dns.close()
})

describe("a domain that breaks", () => {
  it("was sent for, once DNS permitted it", async () => {
    await save({
      version: (await read()).version,
      set: { address: `bestellung@${DOMAIN}` },
    })
    key = (await read()).dkim_keys[0]!.record
    dns.set({ [DOMAIN]: { TXT: [SPF] }, [key.name]: { TXT: [key.value] } })
    await shop.api.post(`${SENDER}/check`, { shop_id: b2b })
    expect((await read()).identity).toMatchObject({ identity: "own-domain", reason: "verified" })
  })

  it("is still sent for after one no, and nobody is told", async () => {
    dns.set({ [DOMAIN]: { TXT: ["v=spf1 -all"] }, [key.name]: { TXT: [key.value] } })
    await timePasses()
    await runJob()
    expect((await read()).checks?.find(({ check }) => check === "spf")).toMatchObject({ status: "wrong" })
    expect((await read()).identity).toMatchObject({ identity: "own-domain" })
    expect(await feed()).toEqual([])
  })

  it("goes to the fallback after the second, with a notification in the admin and an event for other code", async () => {
    await timePasses()
    await runJob()
    expect((await read()).identity).toMatchObject({
      identity: "fallback",
      reason: "spf-fails",
      from_address: "b2b-shop@versand.example",
    })
    expect(await feed()).toMatchObject([{ data: { description: expect.stringContaining(DOMAIN) } }])
    await waitFor(`the subscriber to order_mail.domain_broken to be told of ${DOMAIN}`, () => eventsInLog() > 0)
    await waitFor(`a mail to the shop about ${DOMAIN}`, async () => {
      await shop.api.post("/admin/workflows-executions/send-merchant-notices/run", {
        input: { now: new Date().toISOString() },
      })
      return (await mailsToShop()).some(({ state }) => state === "sent")
    })
    expect(await mailsToShop()).toMatchObject([
      {
        kind: "merchant-notice",
        shop_id: b2b,
        order_id: null,
        recipient: "service@morgenrot-kaffee.example",
        subject: `E-Mails werden nicht mehr mit der Domain ${DOMAIN} versendet`,
        from_address: "b2b-shop@versand.example",
      },
    ])
  })

  it("is told of once", async () => {
    await timePasses()
    await runJob()
    expect(await feed()).toHaveLength(1)
    expect(eventsInLog()).toBe(1)
    expect(await mailsToShop()).toHaveLength(1)
  })
})

/** Runs the scheduled job, which looks every ten minutes by itself. */
async function runJob(): Promise<void> {
  await shop.api.post("/admin/workflows-executions/job-check-sender-domain/run", {})
}

/** The remembered checks of the domain become a day older, so that the next one is due. */
async function timePasses(): Promise<void> {
  const aged = (column: string) =>
    `jsonb_set(${column}, '{checked_at}', to_jsonb(to_char((${column}->>'checked_at')::timestamptz AT TIME ZONE 'UTC'
      - interval '25 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`
  const client = new Client({ connectionString: shop.databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `UPDATE order_mail_domain_check SET last_check = ${aged("last_check")},
         last_definite_check = ${aged("last_definite_check")}, checked_at = checked_at - interval '25 hours'
       WHERE domain = $1`,
      [DOMAIN],
    )
    expect(rowCount).toBe(1)
  } finally {
    await client.end()
  }
}

async function mailsToShop(): Promise<AdminOrderMail[]> {
  const query = { kind: "merchant-notice", q: DOMAIN }
  return (await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", query)).order_mails
}

async function feed(): Promise<FeedEntry[]> {
  const { notifications } = await shop.api.get<{ notifications: FeedEntry[] }>("/admin/notifications", {
    channel: "feed",
    limit: 100,
  })
  return notifications.filter(({ data }) => JSON.stringify(data).includes(DOMAIN))
}

/** How often the demo shop's own subscriber was told of the domain. */
function eventsInLog(): number {
  const log = readFileSync(shop.log, "utf8")
  return log.split("\n").filter((line) => line.includes(`order_mail.domain_broken: ${DOMAIN}`)).length
}

async function read(): Promise<AdminSenderResponse["sender"]> {
  return (await shop.api.get<AdminSenderResponse>(SENDER, { shop_id: b2b })).sender
}

async function save(change: Omit<AdminSaveSender, "shop_id">): Promise<void> {
  await shop.api.post(SENDER, { shop_id: b2b, ...change })
}
