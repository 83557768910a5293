import { Client } from "pg"
import { SMTPServer } from "smtp-server"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type {
  AdminArchivePasswordResponse,
  AdminSaveSender,
  AdminSettingsLogResponse,
  AdminShopsResponse,
} from "../../src/api/sender-settings-types"
import type { AdminConnectionTestResponse, AdminSenderResponse } from "../../src/api/sender-types"
import { waitFor } from "../../demo/parts/wait-for"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const SENDER = "/admin/order-mails/sender"
const LOG = "/admin/order-mails/settings/sender/log"
const OWN = "b2b-lindner.example"
const PASSWORD = "sehr geheimes Passwort"

let shop: ShopClient
let dns: TestDnsServer
let b2b: string
let own: { port: number; received: { to: string; message: string; user: string }[]; close: () => Promise<void> }

beforeAll(async () => {
  shop = await shopClient()
  dns = await startDnsServer({}, shop.dnsPort)
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
  own = await startOwnServer()
})
afterEach(async () => {
  for (const id of [b2b, null]) await settingsOf(shop, id).inheritAll()
})
afterAll(async () => {
  await own.close()
  await dns.close()
})

describe("sender settings", () => {
  it("lists the shops and which of them set something of their own", async () => {
    const named = async () => {
      const { shops } = await shop.api.get<AdminShopsResponse>("/admin/order-mails/shops")
      return shops.map(({ name, has_own_settings }) => [name, has_own_settings])
    }
    expect(await named()).toEqual(
      expect.arrayContaining([
        ["B2B-Shop", false],
        ["Onlineshop", false],
      ]),
    )
    await save(b2b, { name: "Morgenrot Großhandel" })
    expect(await named()).toContainEqual(["B2B-Shop", true])
  })

  it("are inherited field by field, and a shop's own value wins", async () => {
    expect((await read(b2b)).settings.name).toEqual({
      value: null,
      origin: "options",
      inherited: { value: null, origin: "options" },
    })
    await save(null, { name: "Morgenrot", reply_to: "fragen@morgenrot-kaffee.example" })
    await save(b2b, { name: "Morgenrot Großhandel" })
    const { settings, identity } = await read(b2b)
    expect(settings.name).toEqual({
      value: "Morgenrot Großhandel",
      origin: "shop",
      inherited: { value: "Morgenrot", origin: "store" },
    })
    expect(settings.reply_to).toMatchObject({ value: "fragen@morgenrot-kaffee.example", origin: "store" })
    expect(identity).toMatchObject({ from_name: "Morgenrot Großhandel", reply_to: "fragen@morgenrot-kaffee.example" })

    await change({ shop_id: b2b, version: (await read(b2b)).version, inherit: ["name"] })
    expect((await read(b2b)).settings.name).toMatchObject({ value: "Morgenrot", origin: "store" })
  })

  it("tell the second of two who save at once, and keep what the first one saved", async () => {
    const { version } = await read(b2b)
    await change({ shop_id: b2b, version, set: { name: "Die Erste" } })
    await expect(change({ shop_id: b2b, version, set: { name: "Der Zweite" } })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("saved by somebody else meanwhile"),
    })
    expect((await read(b2b)).settings.name.value).toBe("Die Erste")
  })

  it.each([
    ["no address", { address: "bestellung" }, "address"],
    ["two addresses", { reply_to: "a@b.example, c@d.example" }, "reply_to"],
    ["a header in the name", { name: "Morgenrot\r\nBcc: alle@kunde.example" }, "name"],
    ["a host that is none", { sending_hosts: ["mx 1"] }, "sending_hosts"],
    ["a port beyond all", { smtp: { host: "localhost", port: 70000 } }, "smtp"],
    ["a mail server that does not exist", { smtp: { host: "gibt-es.invalid" } }, "smtp.host"],
    ["a user without a password", { smtp: { host: "localhost", user: "shop" } }, "smtp.password"],
    ["another protocol", { smtp: { url: "file:///etc/passwd" } }, "smtp.url"],
    ["hosts of a server that is not the shop's", { sending_hosts: ["192.0.2.1"] }, "sending_hosts"],
    ["an include for a server that is not the shop's", { spf_include: "_spf.bank.example" }, "spf_include"],
    ["an unknown field", { trusted: true }, "trusted"],
  ])("refuse %s, and say which field it is", async (_, set, field) => {
    await expect(save(b2b, set as NonNullable<AdminSaveSender["set"]>)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(field),
    })
    expect((await read(b2b)).version).toBe(await versionOf(b2b))
  })

  it("know no shop that is not there", async () => {
    await expect(shop.api.get(SENDER, { shop_id: "sc_none" })).rejects.toMatchObject({ status: 404 })
    await expect(change({ shop_id: "sc_none", version: 0, set: { name: "x" } })).rejects.toMatchObject({ status: 404 })
  })

  it("keep every secret to themselves: encrypted in the database, in no answer, masked in the log", async () => {
    await save(b2b, {
      smtp: { url: `smtp://shop:${encodeURIComponent(PASSWORD)}@localhost:${own.port}` },
      archive_mailbox: { host: "imap.lindner.example", user: "archiv", password: PASSWORD },
    })
    const answers = await Promise.all(
      [`${SENDER}?shop_id=${b2b}`, `${LOG}?shop_id=${b2b}`, "/admin/order-mails/shops"].map(async (path) =>
        (await fetch(`${shop.baseUrl}${path}`, { headers: shop.api.headers })).text(),
      ),
    )
    expect(answers.join()).not.toMatch(/geheimes|enc:v1/)
    expect((await read(b2b)).settings.smtp.value).toEqual({
      host: "localhost",
      port: own.port,
      tls: "starttls",
      user: "shop",
      has_password: true,
    })
    const stored = await query<{ fields: string }>(
      "SELECT fields::text FROM order_mail_shop WHERE shop_id = $1 AND section = 'sender'",
      [b2b],
    )
    expect(stored[0]?.fields).toContain("enc:v1:demo:")
    expect(stored[0]?.fields).not.toContain("geheim")

    // Nobody gets the stored password sent to a server of their own.
    await expect(save(b2b, { smtp: { host: "127.0.0.1", port: own.port, user: "shop" } })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("smtp.password: type it again"),
    })
  })

  it("reveal the archive's password to whoever asks for it, and note who did", async () => {
    await expect(shop.api.post(`${SENDER}/archive-password`, { shop_id: b2b })).rejects.toMatchObject({ status: 404 })
    await save(null, { archive_mailbox: { host: "imap.lindner.example", user: "archiv", password: PASSWORD } })
    // Inherited from the store.
    const { password } = await shop.api.post<AdminArchivePasswordResponse>(`${SENDER}/archive-password`, {
      shop_id: b2b,
    })
    expect(password).toBe(PASSWORD)
    const { changes } = await shop.api.get<AdminSettingsLogResponse>(LOG, { limit: 1 })
    expect(changes[0]).toMatchObject({ action: "revealed", field: "archive_mailbox", user_email: shop.admin.email })
  })

  it("log who changed what, from what to what", async () => {
    await save(b2b, { name: "Eins" })
    await save(b2b, { name: "Zwei" })
    const { changes, count } = await shop.api.get<AdminSettingsLogResponse>(LOG, { shop_id: b2b, limit: 1 })
    expect(count).toBeGreaterThanOrEqual(2)
    expect(changes).toMatchObject([
      { field: "name", was: "Eins", is: "Zwei", action: "set", user_email: shop.admin.email, shop_id: b2b },
    ])
  })

  it("of a sales channel that is deleted are forgotten, secrets and all", async () => {
    const { sales_channel } = await shop.api.post<{ sales_channel: { id: string } }>("/admin/sales-channels", {
      name: "Messe",
    })
    await save(sales_channel.id, {
      archive_mailbox: { host: "imap.messe.example", user: "archiv", password: PASSWORD },
    })
    await shop.api.delete(`/admin/sales-channels/${sales_channel.id}`)
    await waitFor("the settings to be forgotten", async () => {
      const rows = await query("SELECT 1 FROM order_mail_shop WHERE shop_id = $1", [sales_channel.id])
      return rows.length === 0
    })
  })

  it("are for signed-in users only", async () => {
    for (const [path, method] of [
      [SENDER, "GET"],
      [SENDER, "POST"],
      [LOG, "GET"],
      [`${SENDER}/archive-password`, "POST"],
      ["/admin/order-mails/shops", "GET"],
    ] as const)
      expect((await fetch(`${shop.baseUrl}${path}`, { method })).status, `${method} ${path}`).toBe(401)
  })
})

describe("a shop's own mail server", () => {
  const server = () => ({
    host: "localhost",
    port: own.port,
    tls: "opportunistic" as const,
    user: "shop",
    password: PASSWORD,
  })

  it("is tried before it is saved, and the password is in no answer", async () => {
    const attempt = async (smtp: object) =>
      (await shop.api.post<AdminConnectionTestResponse>(`${SENDER}/test-connection`, { shop_id: b2b, smtp })).test
    expect(await attempt(server())).toMatchObject({ usable: true, logged_in: true, server: `localhost:${own.port}` })
    const refused = await attempt({ ...server(), password: "falsch und geheim" })
    expect(refused).toMatchObject({ usable: false, problem: "login-refused" })
    expect(JSON.stringify(refused)).not.toContain("geheim")
    expect((await read(b2b)).settings.smtp.value).toBeNull()
  })

  it("sends the shop's mails once DNS permits it; until then the platform does, under the fallback", async () => {
    dns.set({ [OWN]: { TXT: ["v=spf1 -all"], MX: [{ exchange: `mx.${OWN}`, priority: 10 }] } })
    await save(b2b, {
      address: `bestellung@${OWN}`,
      name: "Lindner B2B",
      // Not the options' address, but the shop's own.
      reply_to: null,
      smtp: server(),
      sending_hosts: ["127.0.0.1"],
    })
    const before = await read(b2b)
    expect(before.checks?.map(({ check, status }) => [check, status])).toContainEqual(["spf", "wrong"])
    expect(before.identity).toMatchObject({ identity: "fallback", from_address: "lindner-b2b@versand.example" })

    const first = await order()
    const throughPlatform = await shop.inbox.waitForMessage(first.email)
    expect(first.mail).toMatchObject({ sender_identity: "fallback", from_address: "lindner-b2b@versand.example" })
    expect(throughPlatform.headers.find(({ name }) => name.toLowerCase() === "reply-to")?.value).toContain(
      `bestellung@${OWN}`,
    )
    expect(own.received).toEqual([])

    const key = before.dkim_keys[0]!.record
    dns.set({ [OWN]: { TXT: ["v=spf1 ip4:127.0.0.1 -all"] }, [key.name]: { TXT: [key.value] } })
    const { sender } = await shop.api.post<AdminSenderResponse>(`${SENDER}/check`, { shop_id: b2b })
    expect(sender.identity).toMatchObject({ identity: "own-domain", reason: "verified" })

    const second = await order()
    expect(second.mail).toMatchObject({ sender_identity: "own-domain", from_address: `bestellung@${OWN}` })
    expect(own.received).toMatchObject([{ to: second.email, user: "shop" }])
    expect(own.received[0]?.message).toMatch(new RegExp(`^DKIM-Signature:[^]*d=${OWN}`, "i"))
    expect((await shop.inbox.messagesTo(second.email)).length).toBe(0)
  })

  it("of one shop is nobody else's: the other shops' mails leave as before", async () => {
    await save(b2b, { smtp: server() })
    const email = uniqueAddress()
    const placed = await shop.placeOrder({ email })
    await shop.waitForMail(placed.id, "sent")
    await shop.inbox.waitForMessage(email)
    expect(own.received.map(({ to }) => to)).not.toContain(email)
  })
})

async function order() {
  const email = uniqueAddress()
  const { publishableKey } = shop.channels.find(({ id }) => id === b2b)!
  const placed = await shop.placeOrder({ email, publishableKey, lines: [{ sku: "ESP-MOR-5000", quantity: 1 }] })
  return { email, mail: await shop.waitForMail(placed.id, "sent") }
}

const read = (shopId: string | null) => settingsOf(shop, shopId).read()
const save = (shopId: string | null, set: NonNullable<AdminSaveSender["set"]>) => settingsOf(shop, shopId).save(set)

async function versionOf(shopId: string): Promise<number> {
  const [row] = await query<{ version: number }>(
    "SELECT version FROM order_mail_shop WHERE shop_id = $1 AND section = 'sender'",
    [shopId],
  )
  return row?.version ?? 0
}

async function change(body: AdminSaveSender): Promise<AdminSenderResponse> {
  return shop.api.post<AdminSenderResponse>(SENDER, body)
}

async function query<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: shop.databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A real SMTP server that wants the login, and keeps what it gets. */
async function startOwnServer(): Promise<typeof own> {
  const received: (typeof own)["received"] = []
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "shop" && password === PASSWORD
        ? done(null, { user: username })
        : done(new Error("535 5.7.8 Authentication credentials invalid")),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const to = session.envelope.rcptTo[0]?.address ?? ""
        received.push({ to, message: Buffer.concat(chunks).toString("utf8"), user: String(session.user) })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.server.address() as AddressInfo
  return { port, received, close: () => new Promise((closed) => server.close(closed)) }
}
