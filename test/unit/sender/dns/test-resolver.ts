import { afterAll, beforeAll, beforeEach } from "vitest"
import { createDnsResolver, type DnsResolver } from "../../../../src/sender/dns/resolver"
import { startDnsServer, type TestDnsServer } from "../../../helpers/dns-server"

/** Long enough for loopback on a busy machine; a silent server costs this much. */
const TIMEOUT_MS = 400

/** A DNS server for the tests of one file, empty before each, and a resolver that asks it. */
export function useDnsServer(): { server: () => TestDnsServer; resolver: () => DnsResolver } {
  let server: TestDnsServer
  let resolver: DnsResolver
  beforeAll(async () => {
    server = await startDnsServer()
    resolver = createDnsResolver({ servers: [server.address], timeoutMs: TIMEOUT_MS, tries: 1 })
  })
  beforeEach(() => server.clear())
  afterAll(() => server.close())
  return { server: () => server, resolver: () => resolver }
}
