import type { DnsRecordType, DnsResolver } from "./resolver"

export interface MailauthResolver {
  /** For mailauth's `resolver` option: answers and throws like `dns.promises.resolve`. */
  resolve: (name: string, type: string) => Promise<string[] | string[][]>
}

const RECORD_TYPES: readonly string[] = ["A", "AAAA", "MX", "PTR", "TXT"] satisfies DnsRecordType[]

/**
 * A resolver in the form mailauth takes. Whatever was not answered is told as `ETIMEOUT`, because mailauth makes a
 * temporary error of that code only; with others (`ESERVFAIL`) it goes on as if a record were empty.
 */
export function mailauthResolver(resolver: DnsResolver): MailauthResolver {
  return {
    async resolve(name, type) {
      if (!isRecordType(type)) throw dnsError("ENODATA", type, name)
      const answer = await resolver.lookup(name, type)
      switch (answer.outcome) {
        case "answer":
          // TXT is a list of strings for each record. MX is a list of objects, which mailauth's types do not know.
          return (type === "TXT" ? answer.records.map((text) => [text]) : answer.records) as string[] | string[][]
        case "no-such-name":
          throw dnsError("ENOTFOUND", type, name)
        case "no-data":
          throw dnsError("ENODATA", type, name)
        case "no-answer":
          throw dnsError("ETIMEOUT", type, name)
      }
    },
  }
}

function isRecordType(type: string): type is DnsRecordType {
  return RECORD_TYPES.includes(type)
}

function dnsError(code: string, type: string, name: string): Error {
  return Object.assign(new Error(`${type} lookup of ${name}: ${code}`), { code })
}
