/** Why a mail goes out under the identity it has; each has a sentence in the admin's locale files. */
export type SenderReason = "operator-vouches" | "no-fallback-configured" | "domain-not-checked"

export interface SenderIdentity {
  identity: "own-domain" | "fallback"
  reason: SenderReason
  from: { name: string; address: string }
  replyTo: string
  /** The shop's address when the mail comes from another one; the footer explains it. */
  sentOnBehalfOf: string | null
}

export interface SenderSettings {
  shopName: string
  address: string
  name?: string
  replyTo?: string
  /** The operator vouches that SPF and DKIM allow the mail server to send for the address's domain. */
  trusted: boolean
  fallbackAddress: string | null
}

/**
 * Decides who a mail is from. The own domain is claimed when the operator vouches for it, or when there is nothing
 * else to send under; otherwise the fallback speaks for the shop and replies go to the shop (RFC 5322, 3.6.2).
 */
export function decideSenderIdentity(settings: SenderSettings): SenderIdentity {
  const name = settings.name ?? settings.shopName
  const replyTo = settings.replyTo ?? settings.address
  const own = {
    identity: "own-domain" as const,
    from: { name, address: settings.address },
    replyTo,
    sentOnBehalfOf: null,
  }
  if (settings.trusted) return { ...own, reason: "operator-vouches" }
  if (!settings.fallbackAddress) return { ...own, reason: "no-fallback-configured" }
  return {
    identity: "fallback",
    reason: "domain-not-checked",
    from: { name, address: settings.fallbackAddress },
    replyTo,
    sentOnBehalfOf: settings.address,
  }
}
