import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { SmtpOptions } from "../../delivery/smtp-options"
import { resolveSmtpOptions } from "../../delivery/smtp-options"
import { asciiDomain } from "../../sender/addr-spec"
import { domainOf } from "../../sender/compose-message"
import { decideSenderIdentity, type NoSender, type SenderIdentity } from "../../sender/identity"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import { testConnection, type ConnectionTest } from "../../sender/smtp/test-connection"
import type { ResolvedOptions } from "./options"
import type { DomainState } from "./queries/change-domain"
import { standingOf, type DomainCheckResult, type SenderDomains } from "./sender-domains"
import { questionKey, type SenderQuestion } from "./sender-question"
import { sendingHosts } from "./sending-hosts"
import type { OrderMailSettings, SettingsDrafts } from "./settings/order-mail-settings"
import type { SectionFields } from "./settings/section-registry"
import type { SenderInput } from "./settings/sender-input"
import type { SenderSettings, SenderSettingsOfShop } from "./settings/sender-settings"
import { smtpOptionsOf } from "./settings/smtp-input"
import { shopSettings, type DomainKnowledge } from "./shop-settings"
import { smtpSettings } from "./smtp-settings"

/** What a shop sends as, with everything it was decided from. */
export interface ShopSender {
  shop: SenderSettingsOfShop
  question: SenderQuestion
  /** What is remembered of the domain; null before the first check. */
  state: DomainState | null
  /** What the other sections say about the shop. */
  sections: SectionFields
}

/** A shop, and what Medusa calls its sales channel. @property id null: the store */
export interface NamedShop {
  id: string | null
  name: string
}

export interface SenderDeskParts {
  options: ResolvedOptions
  domains: SenderDomains
  saved: SenderSettings
  /** The other sections. */
  settings: OrderMailSettings
  logger: Pick<Logger, "warn">
}

/** Who a shop's mails are from, as options, settings and what is remembered of the sender's domain say. */
export class SenderDesk {
  /** First checks under way, by question. */
  private readonly checking = new Map<string, Promise<unknown>>()

  private readonly options: ResolvedOptions
  private readonly domains: SenderDomains
  /** What merchants set about the sender; read and save it here. */
  readonly saved: SenderSettings

  constructor(private readonly parts: SenderDeskParts) {
    this.options = parts.options
    this.domains = parts.domains
    this.saved = parts.saved
  }

  /**
   * What is known of a shop's sender.
   * @param shopId null: the store's
   * @param drafts values of the other sections that are looked at before they are saved
   */
  async of(shopId: string | null, drafts: SettingsDrafts = {}): Promise<ShopSender> {
    const [shop, sections] = await Promise.all([this.saved.read(shopId), this.parts.settings.effective(shopId, drafts)])
    const question = this.questionOf(shop)
    return { shop, question, state: await this.domains.read(question), sections }
  }

  /**
   * Everything that goes into a shop's mail queued now. A sender that DNS was never asked about is asked about first,
   * once: a fallback in the first minutes of a shop would be a wrong first impression.
   */
  async settings({ id, name }: NamedShop): Promise<ShopSettings> {
    const sender = await this.of(id)
    if (!sender.state?.lastCheck) await this.checkFirst(sender.question)
    return this.settingsOf(sender.state?.lastCheck ? sender : await this.of(id), id === null ? null : name)
  }

  /**
   * What would go into a shop's mail as far as it is known: DNS is not asked, and nothing remembered.
   * @param drafts values that are looked at before they are saved
   */
  async knownSettings({ id, name }: NamedShop, drafts: SettingsDrafts): Promise<ShopSettings> {
    return this.settingsOf(await this.of(id, drafts), id === null ? null : name)
  }

  /**
   * What a mail queued now goes out as.
   * @param channelName of the sales channel, which the fallback's address may be made of; null: the store
   */
  decide(sender: ShopSender, channelName: string | null = null): SenderIdentity | NoSender {
    return decideSenderIdentity(this.settingsOf(sender, channelName).sender)
  }

  /** One shop for each question that is to be put to DNS. */
  async listQuestions(): Promise<ShopSender[]> {
    const senders = await this.listSenders()
    return [...new Map(senders.toReversed().map((sender) => [keyOf(sender), sender])).values()].toReversed()
  }

  /** Shops that DNS is asked the same about, this one among them; null: the store. */
  async listShopsLike(sender: ShopSender): Promise<(string | null)[]> {
    const alike = (await this.listSenders()).filter((other) => keyOf(other) === keyOf(sender))
    return [...new Set([sender.shop.shopId, ...alike.map(({ shop }) => shop.shopId)])]
  }

  private async listSenders(): Promise<ShopSender[]> {
    const levels = await this.saved.listLevels()
    return Promise.all(levels.map((shopId) => this.of(shopId)))
  }

  /** Asks DNS whether mails may be sent for the shop's domain. */
  async checkDomain({ question }: ShopSender, userId: string | null, now: Date): Promise<DomainCheckResult> {
    return this.domains.check({ question, userId, now })
  }

  /**
   * Makes the first DKIM key of the shop's domain, or the next one of a rotation.
   * @throws MedusaError NOT_ALLOWED while one waits for its DNS record, or without an encryption key
   */
  async makeDkimKey(shopId: string | null, userId: string): Promise<DomainState> {
    if (this.options.encryptionKeys.length === 0)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "a DKIM key is stored encrypted: set the option encryptionKeys first (openssl rand -base64 32)",
      )
    return this.domains.makeKey(this.questionOf(await this.saved.read(shopId)), userId, new Date())
  }

  /**
   * Gives up the key of the shop's domain that waits for its record.
   * @throws MedusaError NOT_ALLOWED when this key does not wait (any more)
   */
  async giveUpDkimKey(shopId: string | null, selector: string, userId: string): Promise<DomainState> {
    return this.domains.giveUpKey(this.questionOf(await this.saved.read(shopId)), { selector, userId, now: new Date() })
  }

  /**
   * Connects and logs in to a mail server as when mails are sent, and sends none.
   * @param typed a server that is not saved; null: the platform's; undefined: the one that applies to the shop
   * @throws MedusaError NOT_ALLOWED in capture mode; INVALID_DATA when what was typed is incomplete
   */
  async testConnection(shopId: string | null, typed?: SenderInput["smtp"]): Promise<ConnectionTest> {
    const own = typed
      ? await this.saved.typedServer(typed, shopId)
      : typed === null
        ? null
        : this.saved.ownServer(await this.saved.read(shopId))
    if (own) return testConnection(smtpOptionsOf(own), this.saved.guard)
    const { smtp } = this.options
    if (!smtp) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "no mail server is configured: set the option smtp")
    const settings = smtpSettings(smtp)
    // The operator chose this server, so it may be at a private address and any port.
    return testConnection(settings, { allowPrivateAddresses: true, allowedPorts: [resolveSmtpOptions(settings).port] })
  }

  private settingsOf({ shop, state, sections }: ShopSender, channelName: string | null): ShopSettings {
    const domain: DomainKnowledge = {
      standing: state && standingOf(state),
      signerFor: (domain) => this.domains.signerFor(domain, new Date()),
      recipientDomain: (domain) => this.domains.recipientDomain(domain),
    }
    return shopSettings(this.options, { sender: shop, sections, domain }, channelName)
  }

  private questionOf(shop: SenderSettingsOfShop): SenderQuestion {
    const { address, dkim, sending_hosts, spf_include } = shop.settings
    const domain = domainOf(address.value)
    return {
      domain: asciiDomain(domain) ?? domain,
      dkimMode: dkim.value,
      sending: {
        hosts: sendingHosts(sending_hosts.value, this.serverOf(shop)),
        include: spf_include.value,
        assumed: sending_hosts.value.length === 0,
        allowPrivate: this.options.allowPrivateMailServers,
      },
      returnPathDomain: this.options.returnPathDomain ?? null,
    }
  }

  private serverOf({ settings }: SenderSettingsOfShop): SmtpOptions | null {
    if (settings.smtp.value) return { host: settings.smtp.value.host }
    return this.options.smtp ? smtpSettings(this.options.smtp) : null
  }

  private async checkFirst(question: SenderQuestion): Promise<void> {
    const key = `${question.domain} ${questionKey(question)}`
    const check = this.checking.get(key) ?? this.domains.check({ question, userId: null, now: new Date() })
    this.checking.set(key, check)
    try {
      await check
    } catch (error) {
      this.parts.logger.warn(`order_mail: DNS could not be asked about ${question.domain}: ${String(error)}`)
    } finally {
      this.checking.delete(key)
    }
  }
}

function keyOf({ question }: ShopSender): string {
  return `${question.domain} ${questionKey(question)}`
}
