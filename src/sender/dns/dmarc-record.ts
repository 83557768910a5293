import { organizationalDomain } from "./organizational-domain"
import type { DnsResolver } from "./resolver"
import { readTags } from "./tag-list"

export const DMARC_POLICIES = ["none", "quarantine", "reject"] as const
export type DmarcPolicy = (typeof DMARC_POLICIES)[number]
export type AlignmentMode = "relaxed" | "strict"

export interface DmarcRecord {
  /** What receivers are asked to do with this domain's mails that fail: `sp` for a subdomain without its own record. */
  policy: DmarcPolicy
  adkim: AlignmentMode
  aspf: AlignmentMode
}

export type DmarcDiscovery =
  | { outcome: "found"; texts: string[]; record: DmarcRecord; publishedAt: string }
  | { outcome: "invalid" | "several-records"; texts: string[]; publishedAt: string }
  | { outcome: "missing" | "no-answer" }

/**
 * Finds the record that holds for a domain: its own, or that of its organizational domain (RFC 7489, 6.6.3).
 *
 * @param domain A-labels
 */
export async function discoverDmarcRecord(domain: string, resolver: DnsResolver): Promise<DmarcDiscovery> {
  for (const publishedAt of new Set([domain, organizationalDomain(domain)])) {
    const answer = await resolver.lookup(`_dmarc.${publishedAt}`, "TXT")
    if (answer.outcome === "no-answer") return { outcome: "no-answer" }
    const texts = answer.outcome === "answer" ? answer.records.filter((text) => /^\s*v\s*=\s*DMARC1\b/.test(text)) : []
    const [text, ...more] = texts
    if (text === undefined) continue
    if (more.length > 0) return { outcome: "several-records", texts, publishedAt }
    const record = readDmarcRecord(text, publishedAt !== domain)
    return record ? { outcome: "found", texts, record, publishedAt } : { outcome: "invalid", texts, publishedAt }
  }
  return { outcome: "missing" }
}

function readDmarcRecord(text: string, forSubdomain: boolean): DmarcRecord | null {
  const tags = readTags(text)
  if (!tags) return null
  const given = (forSubdomain ? tags.get("sp") : undefined) ?? tags.get("p")
  const policy = DMARC_POLICIES.find((name) => name === given?.toLowerCase())
  if (!policy) return null
  return { policy, adkim: alignmentMode(tags.get("adkim")), aspf: alignmentMode(tags.get("aspf")) }
}

function alignmentMode(tag: string | undefined): AlignmentMode {
  return tag?.toLowerCase() === "s" ? "strict" : "relaxed"
}
