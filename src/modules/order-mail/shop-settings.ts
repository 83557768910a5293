import { DEFAULT_COLORS } from "../../rendering/default-colors"
import { asciiDomain } from "../../sender/addr-spec"
import { domainOf } from "../../sender/compose-message"
import type { DomainStanding } from "../../sender/domain-standing"
import type { Fallback } from "../../sender/fallback-address"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import { readRecipient } from "../../sender/recipient"
import { PLATFORM_SERVER } from "./mail-servers"
import type { ResolvedOptions } from "./options"
import type { EffectiveSender } from "./settings/effective-sender"

/** What is remembered of the sender's domain, and how to sign for one. */
export interface DomainKnowledge {
  standing: DomainStanding | null
  signerFor: ShopSettings["signerFor"]
  recipientDomain: ShopSettings["recipientDomain"]
}

/**
 * What options and settings say about a shop, in the words of sender and rendering.
 * @param channelName of the sales channel; null: the level of the store
 */
export function shopSettings(
  options: ResolvedOptions,
  { settings, mailServer }: EffectiveSender,
  domain: DomainKnowledge,
  channelName: string | null,
): ShopSettings {
  const { shop, fallback, bankTransfer } = options
  const shopName = settings.name.value ?? shop.name
  return {
    secret: options.secret,
    returnPathDomain: options.returnPathDomain ?? null,
    defaultLanguage: shop.language,
    germanAddress: shop.germanAddress,
    timeZone: shop.timeZone,
    sender: {
      shopName,
      // Shops inherit the store's name, and two shops must not share an address.
      fallbackName: (settings.name.origin === "shop" ? settings.name.value : null) ?? channelName ?? shopName,
      address: settings.address.value,
      ...(settings.reply_to.value === null ? {} : { replyTo: settings.reply_to.value }),
      trusted: isVouchedFor(options, settings.address.value, mailServer),
      fallback: fallbackOf(fallback),
      dkimMode: settings.dkim.value,
      standing: domain.standing,
    },
    mailServer,
    archiveAddress: envelopeAddress(settings.archive_address.value),
    recipientDomain: options.dns.checkRecipients ? domain.recipientDomain : () => Promise.resolve("unknown"),
    signerFor: settings.dkim.value === "own-key" ? domain.signerFor : () => Promise.resolve(null),
    branding: { shopName: shop.name, shopUrl: shop.url, footerLines: shop.footerLines, colors: DEFAULT_COLORS },
    bankTransfer,
  }
}

function fallbackOf(given: ResolvedOptions["fallback"]): Fallback | null {
  const domain = given?.domain ?? (given?.address && domainOf(given.address))
  return domain ? { domain, address: given?.address ?? null } : null
}

/**
 * The operator vouches for the options' own domain through the options' own server. Another domain or another server,
 * set by a merchant, is for DNS to decide.
 */
function isVouchedFor({ sender }: ResolvedOptions, address: string, mailServer: string): boolean {
  return (
    sender.trusted &&
    mailServer === PLATFORM_SERVER &&
    asciiDomain(domainOf(address)) === asciiDomain(domainOf(sender.address))
  )
}

/** With its domain in A-labels: an archive beyond ASCII would need SMTPUTF8 for the customer's mail as well. */
function envelopeAddress(address: string | null): string | null {
  const recipient = readRecipient(address)
  return recipient.usable ? recipient.envelope : null
}
