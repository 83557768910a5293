import { asciiDomain } from "../../sender/addr-spec"
import { domainOf } from "../../sender/compose-message"
import type { DomainStanding } from "../../sender/domain-standing"
import type { Fallback } from "../../sender/fallback-address"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import { readRecipient } from "../../sender/recipient"
import { PLATFORM_SERVER } from "./mail-servers"
import type { ResolvedOptions } from "./options"
import type { BankFields } from "./settings/bank-section"
import type { BrandingFields } from "./settings/branding-section"
import type { EffectiveSender } from "./settings/effective-sender"
import type { SectionFields } from "./settings/section-registry"

/** What is remembered of the sender's domain, and how to sign for one. */
export interface DomainKnowledge {
  standing: DomainStanding | null
  signerFor: ShopSettings["signerFor"]
  recipientDomain: ShopSettings["recipientDomain"]
}

/** Everything that is set and known about a shop. */
export interface ShopKnowledge {
  sender: EffectiveSender
  sections: SectionFields
  domain: DomainKnowledge
}

/**
 * What options and settings say about a shop, in the words of sender and rendering.
 * @param channelName of the sales channel; null: the level of the store
 */
export function shopSettings(
  options: ResolvedOptions,
  { sender: { settings, mailServer }, sections, domain }: ShopKnowledge,
  channelName: string | null,
): ShopSettings {
  const { shop, fallback } = options
  const { branding, bank, wording, texts } = sections
  const shopName = settings.name.value ?? branding.shop_name
  return {
    secret: options.secret,
    returnPathDomain: options.returnPathDomain ?? null,
    defaultLanguage: wording.language,
    germanAddress: wording.german_address,
    texts,
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
    branding: brandingOf(branding),
    bank: bankOf(bank),
  }
}

function brandingOf(branding: BrandingFields): ShopSettings["branding"] {
  return {
    shopName: branding.shop_name,
    shopUrl: branding.shop_url,
    headerImage: branding.header_image,
    logoWidth: branding.logo_width,
    font: branding.font,
    cornerRadius: branding.corner_radius,
    legal: {
      company: branding.legal_company,
      address: branding.legal_address,
      register: branding.legal_register,
      vatId: branding.legal_vat_id,
    },
    footerLines: branding.footer_lines,
    colors: {
      background: branding.color_background,
      card: branding.color_card,
      text: branding.color_text,
      primary: branding.color_primary,
      buttonText: branding.color_button_text,
    },
  }
}

function bankOf(fields: BankFields): ShopSettings["bank"] {
  return {
    accounts: fields.accounts.map(({ account_holder, address, ...account }) => ({
      ...account,
      accountHolder: account_holder,
      address: address && {
        street: address.street,
        houseNumber: address.house_number,
        postalCode: address.postal_code,
        city: address.city,
        countryCode: address.country_code,
      },
    })),
    reference: { pattern: fields.reference_pattern, isCreditorReference: fields.reference_is_creditor_reference },
    payableWithinDays: fields.payable_within_days,
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
