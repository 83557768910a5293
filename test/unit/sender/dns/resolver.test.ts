import { createSocket } from "node:dgram"
import { once } from "node:events"
import { describe, expect, it } from "vitest"
import { mailauthResolver } from "../../../../src/sender/dns/mailauth-resolver"
import { createDnsResolver } from "../../../../src/sender/dns/resolver"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

describe("createDnsResolver", () => {
  it("answers every type of record", async () => {
    server().set({
      "shop.example": {
        A: ["192.0.2.1", "192.0.2.2"],
        AAAA: ["2001:db8::1"],
        MX: [{ exchange: "mail.shop.example", priority: 10 }],
        TXT: ["v=spf1 -all", ""],
      },
      "1.2.0.192.in-addr.arpa": { PTR: ["mail.shop.example"] },
    })
    const ask = resolver().lookup
    expect(await ask("shop.example", "A")).toEqual({ outcome: "answer", records: ["192.0.2.1", "192.0.2.2"] })
    expect(await ask("shop.example", "AAAA")).toEqual({ outcome: "answer", records: ["2001:db8::1"] })
    expect(await ask("shop.example", "MX")).toMatchObject({
      outcome: "answer",
      records: [{ exchange: "mail.shop.example", priority: 10 }],
    })
    expect(await ask("shop.example", "TXT")).toEqual({ outcome: "answer", records: ["v=spf1 -all", ""] })
    expect(await ask("1.2.0.192.in-addr.arpa", "PTR")).toEqual({ outcome: "answer", records: ["mail.shop.example"] })
  })

  it("joins the strings of a long text, asked for again over TCP", async () => {
    const text = "k".repeat(3000)
    server().set({ "long.example": { TXT: [text] } })
    expect(await resolver().lookup("long.example", "TXT")).toEqual({ outcome: "answer", records: [text] })
    expect(server().queries.map(({ protocol }) => protocol)).toEqual(["udp", "tcp"])
  })

  it("follows an alias", async () => {
    server().set({
      "s1._domainkey.shop.example": { CNAME: "key.provider.example" },
      "key.provider.example": { TXT: ["p="] },
    })
    expect(await resolver().lookup("s1._domainkey.shop.example", "TXT")).toEqual({ outcome: "answer", records: ["p="] })
  })

  it("tells a name that does not exist from one without such records", async () => {
    server().set({ "shop.example": { A: ["192.0.2.1"] }, "deep.below.example": { A: ["192.0.2.1"] } })
    expect(await resolver().lookup("nobody.example", "MX")).toEqual({ outcome: "no-such-name" })
    expect(await resolver().lookup("shop.example", "MX")).toEqual({ outcome: "no-data" })
    expect(await resolver().lookup("below.example", "MX")).toEqual({ outcome: "no-data" })
  })

  it.each([`${"a".repeat(64)}.example`, `${"a.".repeat(130)}example`])(
    "knows without asking that %s cannot exist",
    async (name) => {
      expect(await resolver().lookup(name, "A")).toEqual({ outcome: "no-such-name" })
      expect(server().queries).toEqual([])
    },
  )

  it.each([
    ["servfail", "ESERVFAIL"],
    ["refused", "EREFUSED"],
    ["silent", "ETIMEOUT"],
  ] as const)("takes a server that is %s for no answer", async (refusal, code) => {
    server().set({ "shop.example": refusal })
    expect(await resolver().lookup("shop.example", "TXT")).toEqual({ outcome: "no-answer", code })
  })

  it("believes a denial only of a server that knows the root, where that is asked for", async () => {
    const settings = { servers: [server().address], timeoutMs: 400, tries: 1 }
    const careful = () => createDnsResolver({ ...settings, mustKnowRoot: true })
    // Nothing exists here: a network without the internet.
    expect(await careful().lookup("customer.example", "MX")).toEqual({ outcome: "no-answer", code: "ENOROOT" })
    expect(await createDnsResolver(settings).lookup("customer.example", "MX")).toEqual({ outcome: "no-such-name" })

    server().set({ "shop.example": { A: ["192.0.2.1"] } })
    const resolver = careful()
    expect(await resolver.lookup("customer.example", "MX")).toEqual({ outcome: "no-such-name" })
    expect(await resolver.lookup("shop.example", "MX")).toEqual({ outcome: "no-data" })
    await resolver.lookup("other.example", "MX")
    expect(server().queries.filter(({ name }) => name === "" || name === ".")).toHaveLength(2)
  })

  it("takes a port where nobody listens for no answer", async () => {
    const closed = createSocket("udp4").bind(0, "127.0.0.1")
    await once(closed, "listening")
    const address = `127.0.0.1:${closed.address().port}`
    closed.close()
    await once(closed, "close")
    const alone = createDnsResolver({ servers: [address], timeoutMs: 200, tries: 1 })
    expect(await alone.lookup("shop.example", "A")).toMatchObject({ outcome: "no-answer" })
  })

  it("asks the next server when the first does not answer", async () => {
    const mute = createSocket("udp4").bind(0, "127.0.0.1")
    await once(mute, "listening")
    server().set({ "shop.example": { A: ["192.0.2.1"] } })
    const two = createDnsResolver({
      servers: [`127.0.0.1:${mute.address().port}`, server().address],
      timeoutMs: 300,
      tries: 3,
    })
    expect(await two.lookup("shop.example", "A")).toEqual({ outcome: "answer", records: ["192.0.2.1"] })
    mute.close()
  })

  it("ends after timeoutMs * tries, however many servers are silent", async () => {
    const mute = createSocket("udp4").bind(0, "127.0.0.1")
    const alsoMute = createSocket("udp4").bind(0, "127.0.0.1")
    await Promise.all([once(mute, "listening"), once(alsoMute, "listening")])
    const servers = [mute, alsoMute].map((socket) => `127.0.0.1:${socket.address().port}`)
    const slow = createDnsResolver({ servers, timeoutMs: 300, tries: 2 })
    const start = performance.now()
    expect(await slow.lookup("shop.example", "A")).toEqual({ outcome: "no-answer", code: "ETIMEOUT" })
    // Alone, c-ares would take 300 + 300 + 600 + 600 ms.
    expect(performance.now() - start).toBeLessThan(1200)
    mute.close()
    alsoMute.close()
  })

  it("refuses servers that are no addresses", () => {
    expect(() => createDnsResolver({ servers: ["dns.example"], timeoutMs: 100, tries: 1 })).toThrow(TypeError)
  })
})

describe("mailauthResolver", () => {
  it("answers and throws as dns.promises.resolve does", async () => {
    server().set({ "shop.example": { A: ["192.0.2.1"], TXT: ["v=spf1 -all"], MX: "servfail" } })
    const { resolve } = mailauthResolver(resolver())
    expect(await resolve("shop.example", "A")).toEqual(["192.0.2.1"])
    expect(await resolve("shop.example", "TXT")).toEqual([["v=spf1 -all"]])
    await expect(resolve("shop.example", "AAAA")).rejects.toMatchObject({ code: "ENODATA" })
    await expect(resolve("shop.example", "CAA")).rejects.toMatchObject({ code: "ENODATA" })
    await expect(resolve("nobody.example", "A")).rejects.toMatchObject({ code: "ENOTFOUND" })
    await expect(resolve("shop.example", "MX")).rejects.toMatchObject({ code: "ETIMEOUT" })
  })
})
