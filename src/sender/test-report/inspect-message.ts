import { asciiDomain } from "../addr-spec"
import { domainOf } from "../compose-message"

/** What of a message the checks look at. */
export interface InspectedMessage {
  /** Domains in lower case and A-labels; null without a usable From. */
  fromDomain: string | null
  replyToDomains: string[]
  /** Decoded; null when there is no such part. */
  text: string | null
  html: string | null
}

/** postal-mime's Address: a mailbox or a group of them. */
interface Address {
  address?: string | undefined
  group?: { address?: string | undefined }[] | undefined
}

const NOTHING: InspectedMessage = { fromDomain: null, replyToDomains: [], text: null, html: null }

/** Takes a message apart. Never throws: bytes that are no message have nothing in them. */
export async function inspectMessage(message: Buffer): Promise<InspectedMessage> {
  // postal-mime's types say it is an ES module only, so it is imported as one.
  const { default: PostalMime } = await import("postal-mime")
  try {
    const { from, replyTo = [], text, html } = await PostalMime.parse(message)
    return {
      fromDomain: domainsOf(from ? [from] : [])[0] ?? null,
      replyToDomains: domainsOf(replyTo),
      text: text ?? null,
      html: html ?? null,
    }
  } catch {
    return NOTHING
  }
}

function domainsOf(addresses: Address[]): string[] {
  const mailboxes = addresses.flatMap((address) => address.group ?? [address])
  return mailboxes.flatMap(({ address = "" }) => {
    const domain = address.includes("@") ? domainOf(address) : ""
    return domain === "" ? [] : [asciiDomain(domain) ?? domain.toLowerCase()]
  })
}
