import { once } from "node:events"
import { createServer, type AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import {
  guardedConnect,
  HostRefusedError,
  isPublicAddress,
  resolveGuardedHost,
} from "../../../../src/sender/smtp/host-guard"

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A listener on loopback that tells how many connected. */
async function listener(host = "127.0.0.1") {
  const seen = { connections: 0 }
  const server = createServer((socket) => {
    seen.connections += 1
    socket.on("error", () => undefined)
    socket.end("220 hi\r\n")
  }).listen(0, host)
  await once(server, "listening")
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  return { port: (server.address() as AddressInfo).port, seen }
}

const lookup =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses)

describe("isPublicAddress", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "::7f00:1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "3fff::1",
    "100::1",
    "4000::1",
    "localhost",
    "",
  ])("is false for %s", (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    "93.184.216.34",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "2a00:1450:4001:80e::2005",
    "2606:2800:220:1::1",
    "::ffff:93.184.216.34",
    "64:ff9b::93.184.216.34",
  ])("is true for %s", (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe("a host in the settings", () => {
  it("is resolved to addresses that may be connected to", async () => {
    const addresses = ["93.184.216.34", "2606:2800:220:1::1"]
    await expect(resolveGuardedHost("mail.example", 587, { lookup: lookup(...addresses) })).resolves.toEqual(addresses)
  })

  it.each([
    ["every address is private", ["10.0.0.1"]],
    ["one of several is", ["93.184.216.34", "::1"]],
  ])("is refused when %s, without telling the address", async (_, addresses) => {
    const refused = resolveGuardedHost("mail.example", 587, { lookup: lookup(...addresses) })
    await expect(refused).rejects.toMatchObject({ refusal: "private-address", code: "ECONFIG" })
    await expect(refused).rejects.toThrow(/^(?!.*(10\.0\.0\.1|::1)).*mail\.example/)
  })

  it.each(["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "::1", "0"])(
    "is refused when it is %j, resolved by the system",
    async (host) => {
      await expect(resolveGuardedHost(host, 25)).rejects.toBeInstanceOf(HostRefusedError)
    },
  )

  it("is allowed at a private address by the operator's option", async () => {
    const options = { lookup: lookup("10.0.0.1"), allowPrivateAddresses: true }
    await expect(resolveGuardedHost("relay", 25, options)).resolves.toEqual(["10.0.0.1"])
  })

  it.each([22, 80, 5432, 0])("is refused at port %s before anything is resolved", async (port) => {
    const options = { lookup: () => Promise.reject(new Error("was resolved")), allowPrivateAddresses: true }
    await expect(resolveGuardedHost("mail.example", port, options)).rejects.toMatchObject({
      refusal: "port-not-allowed",
    })
  })

  it.each([25, 465, 587, 2525])("is allowed at port %s", async (port) => {
    await expect(resolveGuardedHost("mail.example", port, { lookup: lookup("93.184.216.34") })).resolves.toHaveLength(1)
  })

  it("without an address does not exist", async () => {
    await expect(resolveGuardedHost("mail.example", 25, { lookup: lookup() })).rejects.toMatchObject({
      code: "ENOTFOUND",
    })
  })
})

describe("a guarded connection", () => {
  it("goes to the address that was checked, whatever the name resolves to afterwards", async () => {
    const { port, seen } = await listener()
    let asked = 0
    const options = {
      allowedPorts: [port],
      allowPrivateAddresses: true,
      lookup: () => Promise.resolve([["127.0.0.1", "127.0.0.2"][asked++] ?? "127.0.0.3"]),
    }
    const socket = await guardedConnect(options)({ host: "localhost", port, timeoutMs: 2_000 })
    expect(socket.remoteAddress).toBe("127.0.0.1")
    expect({ asked, ...seen }).toEqual({ asked: 1, connections: 1 })
    socket.destroy()
  })

  it("is not opened to a refused address", async () => {
    const { port, seen } = await listener()
    const refused = guardedConnect({ allowedPorts: [port] })({ host: "localhost", port, timeoutMs: 2_000 })
    await expect(refused).rejects.toBeInstanceOf(HostRefusedError)
    expect(seen.connections).toBe(0)
  })

  it("tries the next address when one does not answer", async () => {
    const { port } = await listener("127.0.0.1")
    const options = { allowedPorts: [port], allowPrivateAddresses: true, lookup: lookup("127.0.0.9", "127.0.0.1") }
    const socket = await guardedConnect(options)({ host: "mail.example", port, timeoutMs: 2_000 })
    expect(socket.remoteAddress).toBe("127.0.0.1")
    socket.destroy()
  })

  it("gives up a name that is not resolved in time", async () => {
    const options = { lookup: () => new Promise<string[]>(() => undefined) }
    const waiting = guardedConnect(options)({ host: "mail.example", port: 25, timeoutMs: 50 })
    await expect(waiting).rejects.toMatchObject({ code: "ETIMEOUT" })
  })
})
