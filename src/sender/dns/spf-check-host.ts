import ipaddr from "ipaddr.js"
import type { DnsRecordType, DnsRecords, DnsResolver } from "./resolver"
import { expandDomain, type MacroValues } from "./spf-macros"
import { hexadecimal, isDomainName, isWithin, reverseName } from "./spf-names"
import { isSpfRecord, readSpfRecord, type Mechanism } from "./spf-syntax"

/** The results of RFC 7208, 2.6, with the two permanent errors apart that a domain's owner mends differently. */
export type SpfResult =
  "pass" | "fail" | "softfail" | "neutral" | "none" | "too-many-lookups" | "permerror" | "temperror"

/** What macros may ask for beside the domain (RFC 7208, 7.2): the whole address in MAIL FROM, and HELO. */
export interface SpfSession {
  sender: string
  helo: string
}

/** RFC 7208, 4.6.4. */
const MAX_LOOKUPS = 10
const MAX_VOID_LOOKUPS = 2
const MAX_NAMES = 10

/** Ends the evaluation wherever it is: no error in an included record can become another result. */
export class SpfError extends Error {
  constructor(readonly result: "permerror" | "temperror" | "too-many-lookups") {
    super(result)
  }
}

/** One evaluation of check_host (RFC 7208, 4), with the look-ups counted that all its records cost together. */
export class SpfCheckHost {
  private lookups = 0
  private voidLookups = 0
  private readonly address: ipaddr.IPv4 | ipaddr.IPv6
  private readonly family: "A" | "AAAA"
  private readonly values: Omit<MacroValues, "domain">

  constructor(
    session: SpfSession,
    ip: string,
    private readonly resolver: DnsResolver,
    /** Domain whose record lists the host, whatever address it has. */
    private readonly listedBy: string | null,
  ) {
    this.address = ipaddr.process(ip)
    const isIPv4 = this.address.kind() === "ipv4"
    this.family = isIPv4 ? "A" : "AAAA"
    this.values = {
      ...session,
      ip: isIPv4 ? this.address.toString() : [...hexadecimal(this.address)].join("."),
      ipVersion: isIPv4 ? "in-addr" : "ip6",
    }
  }

  async check(domain: string): Promise<SpfResult> {
    const result = await this.evaluate(domain)
    return result !== "none" && domain.toLowerCase() === this.listedBy ? "pass" : result
  }

  private async evaluate(domain: string): Promise<SpfResult> {
    const text = await this.findRecord(domain)
    if (text === null) return "none"
    const record = readSpfRecord(text)
    if (!record) throw new SpfError("permerror")
    for (const mechanism of record.mechanisms) {
      if (await this.matches(mechanism, domain)) return mechanism.qualifier
    }
    if (record.redirect === null) return "neutral"
    return this.checkOther(record.redirect, domain)
  }

  private async findRecord(domain: string): Promise<string | null> {
    if (!isDomainName(domain)) return null
    const answer = await this.resolver.lookup(domain, "TXT")
    if (answer.outcome === "no-answer") throw new SpfError("temperror")
    const [record, ...more] = answer.outcome === "answer" ? answer.records.filter(isSpfRecord) : []
    if (more.length > 0) throw new SpfError("permerror")
    return record ?? null
  }

  /** `include` and `redirect` (5.2, 6.1): a record that is not there breaks the one that names it. */
  private async checkOther(domainSpec: string, domain: string): Promise<SpfResult> {
    this.countLookup()
    const result = await this.check(await this.expand(domainSpec, domain))
    if (result === "none") throw new SpfError("permerror")
    return result
  }

  private async matches(mechanism: Mechanism, domain: string): Promise<boolean> {
    switch (mechanism.type) {
      case "all":
        return true
      case "ip4":
      case "ip6":
        return this.isIn(mechanism.address, mechanism.prefix)
      case "include":
        return (await this.checkOther(mechanism.domain, domain)) === "pass"
      case "exists":
        this.countLookup()
        return (await this.ask(await this.expand(mechanism.domain, domain), "A")).length > 0
      case "ptr":
        this.countLookup()
        return this.hasNameIn(await this.expand(mechanism.domain ?? "%{d}", domain))
      case "a":
      case "mx": {
        this.countLookup()
        const name = await this.expand(mechanism.domain ?? "%{d}", domain)
        const hosts = mechanism.type === "a" ? [name] : await this.mailExchangersOf(name)
        return this.isOneOf(hosts, this.family === "A" ? mechanism.prefix4 : mechanism.prefix6)
      }
    }
  }

  private async mailExchangersOf(name: string): Promise<string[]> {
    const exchangers = await this.ask(name, "MX")
    if (exchangers.length > MAX_NAMES) throw new SpfError("too-many-lookups")
    return exchangers.map(({ exchange }) => exchange)
  }

  private async isOneOf(hosts: readonly string[], prefix: number): Promise<boolean> {
    for (const host of hosts) {
      const addresses = await this.ask(host, this.family)
      if (addresses.some((address) => this.isIn(address, prefix))) return true
    }
    return false
  }

  private isIn(network: string, prefix: number): boolean {
    const parsed = ipaddr.parse(network)
    return parsed.kind() === this.address.kind() && this.address.match(parsed, prefix)
  }

  private async hasNameIn(domain: string): Promise<boolean> {
    const names = await this.validatedNames()
    return names.some((name) => isWithin(name, domain))
  }

  /** Names of the address that lead back to it (5.5). Errors are no error here: such names are left out. */
  private async validatedNames(): Promise<string[]> {
    const names = await this.ask(reverseName(this.address), "PTR", "ignore-errors")
    const validated: string[] = []
    for (const name of names.slice(0, MAX_NAMES)) {
      const addresses = await this.ask(name, this.family, "ignore-errors")
      if (addresses.some((address) => this.isIn(address, this.family === "A" ? 32 : 128))) validated.push(name)
    }
    return validated
  }

  private expand(domainSpec: string, domain: string): Promise<string> {
    return expandDomain(domainSpec, { ...this.values, domain }, async () => {
      const names = await this.validatedNames()
      return names.find((name) => isWithin(name, domain)) ?? names[0] ?? "unknown"
    })
  }

  private countLookup(): void {
    this.lookups += 1
    if (this.lookups > MAX_LOOKUPS) throw new SpfError("too-many-lookups")
  }

  /** @returns nothing for a name that is none: it can have no records (4.8) */
  private async ask<Type extends Exclude<DnsRecordType, "TXT">>(
    name: string,
    type: Type,
    errors?: "ignore-errors",
  ): Promise<DnsRecords[Type][]> {
    if (!isDomainName(name)) return []
    const answer = await this.resolver.lookup(name, type)
    switch (answer.outcome) {
      case "answer":
        return answer.records
      case "no-answer":
        if (errors === "ignore-errors") return []
        throw new SpfError("temperror")
      default:
        this.voidLookups += 1
        if (this.voidLookups > MAX_VOID_LOOKUPS) throw new SpfError("too-many-lookups")
        return []
    }
  }
}
