import { MedusaError } from "@medusajs/framework/utils"
import { resolveSmtpOptions } from "../../delivery/smtp-options"
import { asciiDomain } from "../../sender/addr-spec"
import { domainOf } from "../../sender/compose-message"
import { decideSenderIdentity, type SenderIdentity } from "../../sender/identity"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import { testConnection, type ConnectionTest } from "../../sender/smtp/test-connection"
import type { ResolvedOptions } from "./options"
import type { DomainState } from "./queries/change-domain"
import { standingOf, type DomainCheckResult, type SenderDomains } from "./sender-domains"
import { sendingHosts } from "./sending-hosts"
import { shopSettings } from "./shop-settings"
import { smtpSettings } from "./smtp-settings"

/** Who mails are from, as the options and what is remembered of the sender's domain say. */
export class SenderDesk {
  constructor(
    private readonly options: ResolvedOptions,
    private readonly domains: SenderDomains,
  ) {}

  /** Domain of the sender's address, in A-labels. */
  get domain(): string {
    const domain = domainOf(this.options.sender.address)
    return asciiDomain(domain) ?? domain
  }

  /** Everything that goes into a mail queued now. */
  async settings(): Promise<ShopSettings> {
    const state = await this.retrieveDomain()
    return shopSettings(this.options, {
      standing: state && standingOf(state),
      signerFor: (domain) => this.domains.signerFor(domain, new Date()),
      recipientDomain: (domain) => this.domains.recipientDomain(domain),
    })
  }

  /**
   * What a mail queued now goes out as.
   * @throws MedusaError INVALID_DATA when there is nothing to send under
   */
  async decide(): Promise<SenderIdentity> {
    const decided = decideSenderIdentity((await this.settings()).sender)
    if (decided.identity) return decided
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `mails cannot be sent from "${this.options.sender.address}" (${decided.reason}): correct the option sender.address`,
    )
  }

  /** What is remembered of the domain; null before the first check. */
  async retrieveDomain(): Promise<DomainState | null> {
    return this.domains.read(this.domain)
  }

  /** Asks DNS whether mails may be sent for the domain. */
  async checkDomain(userId: string | null): Promise<DomainCheckResult> {
    const { sender, smtp, returnPathDomain } = this.options
    return this.domains.check({
      domain: this.domain,
      dkimMode: sender.dkim,
      sending: { hosts: sendingHosts(sender.sendingHosts, smtp), include: sender.spfInclude ?? null },
      returnPathDomain: returnPathDomain ?? null,
      userId,
      now: new Date(),
    })
  }

  /**
   * Makes the first DKIM key of the domain, or the next one of a rotation.
   * @throws MedusaError NOT_ALLOWED while one waits for its DNS record, or without an encryption key
   */
  async makeDkimKey(userId: string): Promise<DomainState> {
    if (this.options.encryptionKeys.length === 0)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "a DKIM key is stored encrypted: set the option encryptionKeys first (openssl rand -base64 32)",
      )
    return this.domains.makeKey(this.domain, userId, new Date())
  }

  /**
   * Connects and logs in to the mail server as when mails are sent, and sends none. The operator chose the server, so it
   * may be at a private address and any port.
   * @throws MedusaError NOT_ALLOWED in capture mode
   */
  async testConnection(): Promise<ConnectionTest> {
    const { smtp } = this.options
    if (!smtp) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "no mail server is configured: set the option smtp")
    const settings = smtpSettings(smtp)
    const port = Number(resolveSmtpOptions(settings).pool.port)
    return testConnection(settings, { allowPrivateAddresses: true, allowedPorts: [port] })
  }
}
