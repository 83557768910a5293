/** A record for the merchant to publish. */
export interface DkimDnsRecord {
  name: string
  type: "TXT"
  /** The record's text in one piece, as most DNS panels take it. */
  value: string
  /** The same in strings of at most 255 octets (RFC 1035, 3.3.14), as zone files need it. */
  strings: string[]
}

const MAX_STRING_OCTETS = 255

/** Where the public key of a selector is looked up (RFC 6376, 3.6.2.1). */
export function dkimRecordName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`
}

/**
 * The record that publishes a key (RFC 6376, 3.6.1).
 * @param domain in A-labels
 * @param publicKey base64 of the SubjectPublicKeyInfo
 */
export function dkimDnsRecord(selector: string, domain: string, publicKey: string): DkimDnsRecord {
  const value = `v=DKIM1; k=rsa; p=${publicKey}`
  return { name: dkimRecordName(selector, domain), type: "TXT", value, strings: splitTxt(value) }
}

/**
 * The record to put in the place of a key that is no longer used: an empty `p=` revokes it (RFC 6376, 3.6.1), which
 * tells more than a record that is gone.
 */
export function revokedDkimDnsRecord(selector: string, domain: string): DkimDnsRecord {
  const value = "v=DKIM1; p="
  return { name: dkimRecordName(selector, domain), type: "TXT", value, strings: [value] }
}

/** Cuts the text of a TXT record into strings of at most 255 octets. ASCII only, so a character is an octet. */
export function splitTxt(value: string): string[] {
  return value.match(new RegExp(`.{1,${MAX_STRING_OCTETS}}`, "gs")) ?? [""]
}
