import { randomBytes } from "node:crypto"
import { authenticate } from "mailauth"
import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { rememberEncryptionKeys } from "../../src/modules/order-mail/queries/remember-encryption-keys"
import { findKeyIdsInUse } from "../../src/modules/order-mail/queries/find-key-ids-in-use"
import { resealSecrets } from "../../src/modules/order-mail/queries/reseal-secrets"
import { settingsSecretPlace } from "../../src/modules/order-mail/secret-places"
import { SenderDomains, standingOf, type DomainCheckResult } from "../../src/modules/order-mail/sender-domains"
import type { SenderQuestion } from "../../src/modules/order-mail/sender-question"
import { dkimDnsRecord } from "../../src/sender/dkim/dns-record"
import { signMessage } from "../../src/sender/dkim/sign-message"
import { mailauthResolver } from "../../src/sender/dns/mailauth-resolver"
import { createDnsResolver, type DnsResolver } from "../../src/sender/dns/resolver"
import { isPermitted } from "../../src/sender/domain-standing"
import { readEncryptionKeys } from "../../src/sender/secrets/encryption-key"
import { createSecretBox } from "../../src/sender/secrets/secret-box"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { createMigratedDataSource } from "./database"

const DOMAIN = "lindner.example"
const SPF = "v=spf1 ip4:203.0.113.7 -all"
const KEY = randomBytes(32).toString("base64")

let dataSource: DataSource
let drop: () => Promise<void>
let dns: TestDnsServer
let resolver: DnsResolver
let domains: SenderDomains
let clock: Date

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
  dns = await startDnsServer()
  resolver = createDnsResolver({ servers: [dns.address], timeoutMs: 1000, tries: 1 })
  const secretBox = createSecretBox(readEncryptionKeys([{ id: "k1", key: KEY }]))
  domains = new SenderDomains({ dataSource, secretBox, resolver })
})
afterAll(async () => {
  await dns.close()
  await drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail_domain, order_mail_shop, order_mail_encryption_key CASCADE")
  dns.clear()
  dns.set({ [DOMAIN]: { TXT: [SPF], MX: [{ exchange: `mx.${DOMAIN}`, priority: 10 }] } })
  clock = new Date("2026-11-21T12:00:00Z")
})

const QUESTION: SenderQuestion = {
  domain: DOMAIN,
  dkimMode: "own-key",
  sending: { hosts: ["203.0.113.7"], include: null },
  returnPathDomain: null,
}

async function check(question = QUESTION): Promise<DomainCheckResult> {
  clock = new Date(clock.getTime() + 24 * 60 * 60 * 1000)
  return domains.check({ question, userId: null, now: clock })
}

async function publishKeys(): Promise<void> {
  const ring = (await domains.read(QUESTION))?.keyRing
  for (const key of [ring?.current, ring?.next])
    if (key) {
      const { name, value } = dkimDnsRecord(key.selector, DOMAIN, key.publicKey)
      dns.set({ [name]: { TXT: [value] } })
    }
}

/** Whether the domain was permitted before the check, and is after it. */
function changeOf({ before, state }: DomainCheckResult): boolean[] {
  return [before, state].map((one) => isPermitted(standingOf(one)))
}

async function notes(): Promise<string[]> {
  const rows = await dataSource.query<{ type: string }[]>("SELECT type FROM order_mail_domain_change ORDER BY id")
  return rows.map((row) => row.type)
}

describe("a sender domain", () => {
  it("gets its key at the first check and signs once the record is published", async () => {
    const first = await check()
    expect(isPermitted(standingOf(first.state))).toBe(false)
    expect(first.state.lastCheck?.dkim).toMatchObject({ status: "missing", record: { type: "TXT" } })
    expect(await domains.signerFor(DOMAIN, clock)).toBeNull()

    await publishKeys()
    const second = await check()
    expect(isPermitted(standingOf(second.state))).toBe(true)
    expect(await notes()).toEqual(["key-made", "check-changed", "key-used", "check-changed", "identity-changed"])

    const signer = await domains.signerFor(DOMAIN, clock)
    const message = Buffer.from(`From: a@${DOMAIN}\r\nTo: b@kunde.example\r\nSubject: x\r\n\r\nHallo\r\n`)
    const signed = await signMessage(message, signer!)
    const verdict = await authenticate(signed, { resolver: mailauthResolver(resolver).resolve, disableArc: true })
    expect(verdict.dkim.results.map((result) => result.status.result)).toEqual(["pass"])
  })

  it("is given up after the second no in a row, and says that it broke", async () => {
    await check()
    await publishKeys()
    await check()
    dns.set({ [DOMAIN]: { TXT: ["v=spf1 -all"] } })
    const once = await check()
    expect(changeOf(once)).toEqual([true, true])
    const twice = await check()
    expect(changeOf(twice)).toEqual([true, false])
    expect(changeOf(await check())).toEqual([false, false])
  })

  it("is not given up by two who ask at once", async () => {
    await check()
    await publishKeys()
    await check()
    dns.set({ [DOMAIN]: { TXT: ["v=spf1 -all"] } })
    clock = new Date(clock.getTime() + 60_000)
    const ask = () => domains.check({ question: QUESTION, userId: null, now: clock })
    await Promise.all([ask(), ask(), ask()])
    expect(await domains.read(QUESTION)).toMatchObject({ noes: 1 })
    clock = new Date(clock.getTime() + 60_000)
    expect(changeOf(await ask())).toEqual([true, true])
    clock = new Date(clock.getTime() + 4 * 60_000)
    expect(changeOf(await ask())).toEqual([true, false])
  })

  it("keeps its standing while DNS does not answer", async () => {
    await check()
    await publishKeys()
    await check()
    dns.set({ [DOMAIN]: "servfail" })
    for (let n = 0; n < 3; n++) expect(isPermitted(standingOf((await check()).state))).toBe(true)
  })

  it("changes keys without a gap: the old one signs until the new one is published", async () => {
    await check()
    await publishKeys()
    const old = (await check()).state.keyRing.current?.selector
    await domains.makeKey(QUESTION, "user_1", clock)
    await expect(domains.makeKey(QUESTION, "user_1", clock)).rejects.toThrow("still waits for its DNS record")
    expect((await check()).state.keyRing.current?.selector).toBe(old)
    await publishKeys()
    await check()
    const { keyRing } = (await check()).state
    expect(keyRing.current?.selector).not.toBe(old)
    expect(keyRing.old.map(({ selector, privateKey }) => [selector, privateKey])).toEqual([[old, null]])
  })

  it("gives up a key that waits, and only such a one", async () => {
    await check()
    await publishKeys()
    const old = (await check()).state.keyRing.current!.selector
    const waiting = (await domains.makeKey(QUESTION, "user_1", clock)).keyRing.next!.selector
    const giveUp = (selector: string) => domains.giveUpKey(QUESTION, { selector, userId: "user_1", now: clock })
    await expect(giveUp(old)).rejects.toThrow(`the DKIM key ${old} of ${DOMAIN} does not wait`)
    const { keyRing } = await giveUp(waiting)
    expect(keyRing).toMatchObject({ current: { selector: old }, next: null, old: [{ privateKey: null }] })
    expect((await notes()).at(-1)).toBe("key-given-up")
    await expect(giveUp(waiting)).rejects.toThrow("does not wait")
    expect((await domains.makeKey(QUESTION, "user_1", clock)).keyRing.next?.selector).not.toBe(waiting)
  })

  it("keeps its private key sealed in the database", async () => {
    await check()
    const [row] = await dataSource.query<{ key_ring: object }[]>("SELECT key_ring FROM order_mail_domain")
    expect(JSON.stringify(row)).toContain("enc:v1:k1:")
    expect(JSON.stringify(row)).not.toContain("PRIVATE KEY")
  })

  it("is asked about anew when mails leave through other hosts, and keeps both answers", async () => {
    await check()
    await publishKeys()
    expect(isPermitted(standingOf((await check()).state))).toBe(true)

    const elsewhere: SenderQuestion = { ...QUESTION, sending: { hosts: ["198.51.100.9"], include: null } }
    expect((await domains.read(elsewhere))?.lastCheck).toBeNull()
    const other = await check(elsewhere)
    expect(isPermitted(standingOf(other.state))).toBe(false)
    expect(isPermitted(standingOf((await domains.read(QUESTION))!))).toBe(true)
    expect(other.state.keyRing.current?.selector).toBe((await check()).state.keyRing.current?.selector)
  })

  it("is checked by two at once without a second key", async () => {
    const results = await Promise.allSettled([check(), check(), check()])
    const { keyRing } = (await domains.read(QUESTION))!
    expect(keyRing.next).not.toBeNull()
    expect(keyRing.old).toEqual([])
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true)
  })
})

describe("encryption keys", () => {
  const k1 = { id: "k1", key: KEY }
  const k2 = { id: "k2", key: randomBytes(32).toString("base64") }
  const boot = async (...given: (typeof k1)[]) => {
    const keys = readEncryptionKeys(given)
    await rememberEncryptionKeys(dataSource, keys)
    await resealSecrets(dataSource, createSecretBox(keys))
  }

  it("are remembered, and a missing or exchanged one stops the boot by its name", async () => {
    await boot(k1)
    await check()
    await boot(k1)
    await expect(boot({ ...k2, id: "k1" })).rejects.toThrow('The key "k1"')
    await expect(boot()).rejects.toThrow('"k1"')
    await expect(boot(k2)).rejects.toThrow('"k1"')
  })

  it("change: a new one in front seals everything anew, and the old one may go", async () => {
    await boot(k1)
    await check()
    await publishKeys()
    await check()
    const place = settingsSecretPlace("sc_1", "smtp_password")
    const smtp = { host: "m.example", port: 587, tls: "starttls", user: "u" }
    const password = createSecretBox(readEncryptionKeys([k1])).seal("geheim", place)
    await dataSource.query("INSERT INTO order_mail_shop (shop_id, section, fields) VALUES ('sc_1', 'sender', $1)", [
      { name: "enc:v1:k9:bm90IGEgc2VjcmV0", smtp: { ...smtp, password } },
    ])
    const before = await domains.signerFor(DOMAIN, clock)

    await boot(k2, k1)
    expect(await findKeyIdsInUse(dataSource)).toEqual(new Set(["k2"]))
    await boot(k2)
    const secretBox = createSecretBox(readEncryptionKeys([k2]))
    const after = await new SenderDomains({ dataSource, secretBox, resolver }).signerFor(DOMAIN, clock)
    expect(after?.privateKey.export({ type: "pkcs8", format: "pem" })).toEqual(
      before?.privateKey.export({ type: "pkcs8", format: "pem" }),
    )
    const [row] = await dataSource.query<{ sealed: string }[]>(
      "SELECT fields #>> '{smtp,password}' AS sealed FROM order_mail_shop",
    )
    expect(secretBox.open(row!.sealed, place)).toBe("geheim")
  })
})
