import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"
import { gunzipSync } from "node:zlib"
import { prepareOrderMail, type MailRequest } from "../../sender/prepare-order-mail"
import { previewOrderMail, type MailPreview, type PreviewRequest } from "../../sender/preview-order-mail"
import { unreadableOrderMail, type UnreadableOrder } from "../../sender/unreadable-order"
import { databaseAddressOf } from "./data-source"
import { DunningDesk } from "./dunning/dunning-desk"
import { OrderMailContent } from "./entities/order-mail-content.entity"
import { OrderMailInstallation } from "./entities/order-mail-installation.entity"
import { OrderMailTimelineEntry } from "./entities/order-mail-timeline.entity"
import type { OrderMail } from "./entities/order-mail.entity"
import { toListedMail, type ListedMail } from "./listed-mail"
import { lookAgainByWorkflow } from "./look-again-by-workflow"
import { MailRevisions } from "./mail-revisions"
import { MerchantCopies } from "./merchant-copies"
import { MerchantDesk } from "./merchant-desk"
import { ORDER_MAIL_MODULE } from "./module-name"
import type { ResolvedOptions } from "./options"
import { cancelOrderMail } from "./queries/cancel-order-mail"
import { countTroubledMails } from "./queries/count-troubled-mails"
import { findOrderMails, type OrderMailFilters, type OrderMailPage } from "./queries/find-order-mails"
import { findOrdersWithMail } from "./queries/find-orders-with-mail"
import { findRetriesDueSoon } from "./queries/find-retries-due-soon"
import { findWaitingMails, type WaitingMail } from "./queries/find-waiting-mails"
import { insertOrderMail, type QueueEntry } from "./queries/insert-order-mail"
import { noteInTimeline, type TimelineNote } from "./queries/note-in-timeline"
import { readMailStory, type MailStory } from "./queries/read-mail-story"
import { releaseExpiredLeases } from "./queries/release-expired-leases"
import { skipWaitingMails, type MailToSkip } from "./queries/skip-waiting-mails"
import { SenderDesk, type NamedShop } from "./sender-desk"
import type { SenderDomains } from "./sender-domains"
import { HeaderImages } from "./settings/header-images"
import type { OrderMailSettings, SettingsDrafts } from "./settings/order-mail-settings"
import type { SenderSettings } from "./settings/sender-settings"
import { SettingsFileDesk } from "./settings/settings-file-desk"
import { startDelivery, type RunningDelivery } from "./start-delivery"
import { TestMailDesk } from "./test-mail-desk"

interface Dependencies {
  logger: Logger
  event_bus: IEventBusModuleService
  configModule: { projectConfig: { workerMode?: "shared" | "worker" | "server" } }
  __pg_connection__: unknown
  orderMailDataSource: DataSource
  orderMailOptions: ResolvedOptions
  orderMailSenderDomains: SenderDomains
  orderMailSenderSettings: SenderSettings
  orderMailSettings: OrderMailSettings
}

/** What the order mails remember: lists for Medusa's Query, and the commands the workflows use. */
export default class OrderMailModuleService {
  private delivery: RunningDelivery | null = null

  /** What merchants set, apart from the sender; see {@link OrderMailSettings}. */
  readonly settings: OrderMailSettings

  /** Pictures for the branding; see {@link HeaderImages}. */
  readonly headerImages: HeaderImages

  /** Takes all settings out and in; see {@link SettingsFileDesk}. */
  readonly settingsFile: SettingsFileDesk

  /** Who mails are from; see {@link SenderDesk}. */
  readonly sender: SenderDesk

  /** What merchants are told; see {@link MerchantDesk}. */
  readonly merchant: MerchantDesk

  /** Copies of reminders for merchants; see {@link MerchantCopies}. */
  readonly copies: MerchantCopies

  /** Mails that change before they leave; see {@link MailRevisions}. */
  readonly revisions: MailRevisions

  /** Reminders; see {@link DunningDesk}. */
  readonly dunning: DunningDesk

  /** Sends mails that are only tests; see {@link TestMailDesk}. */
  readonly testMails: TestMailDesk

  constructor(private readonly deps: Dependencies) {
    const { orderMailOptions, orderMailSenderDomains, orderMailSenderSettings, orderMailSettings, logger } = deps
    this.settings = orderMailSettings
    this.headerImages = new HeaderImages(orderMailOptions.secret)
    this.settingsFile = new SettingsFileDesk({
      dataSource: this.dataSource,
      sender: orderMailSenderSettings,
      settings: orderMailSettings,
    })
    this.sender = new SenderDesk({
      options: orderMailOptions,
      domains: orderMailSenderDomains,
      saved: orderMailSenderSettings,
      settings: orderMailSettings,
      logger,
    })
    const toMerchants = {
      dataSource: this.dataSource,
      settings: orderMailSettings,
      sender: this.sender,
      newMailId: () => this.newMailId(),
    }
    this.merchant = new MerchantDesk(toMerchants)
    this.copies = new MerchantCopies(toMerchants)
    this.revisions = new MailRevisions({ dataSource: this.dataSource, sender: this.sender })
    const { timeZone } = orderMailOptions.shop
    this.dunning = new DunningDesk({ dataSource: this.dataSource, settings: orderMailSettings, timeZone, logger })
    this.testMails = new TestMailDesk(deps.orderMailOptions, this.sender)
  }

  private get dataSource(): DataSource {
    return this.deps.orderMailDataSource
  }

  /** The checked options, with defaults. They hold secrets: never hand them to an answer. */
  get options(): ResolvedOptions {
    return this.deps.orderMailOptions
  }

  readonly __hooks = {
    onApplicationStart: async () => {
      // A server-only instance answers requests; mails are sent by the others.
      if (this.deps.configModule.projectConfig.workerMode === "server") return
      this.delivery = startDelivery({
        dataSource: this.dataSource,
        address: databaseAddressOf({ resolve: <T>(name: string) => this.deps[name as keyof Dependencies] as T }),
        options: this.options,
        listMailServers: () => this.sender.saved.listOwnMailServers(),
        logger: this.deps.logger,
        eventBus: this.deps.event_bus,
        lookAgain: lookAgainByWorkflow,
      })
    },
    onApplicationPrepareShutdown: async () => {
      await this.delivery?.stop()
    },
    onApplicationShutdown: async () => {
      await this.delivery?.stop()
      if (this.dataSource.isInitialized) await this.dataSource.destroy()
    },
  }

  /** Makes an id for a mail: lower case, because it stands in return addresses that servers may fold. */
  newMailId(): string {
    return generateEntityId("", "om").toLowerCase()
  }

  /**
   * Renders and stores a mail; see {@link prepareOrderMail} and {@link insertOrderMail}.
   * @param hold why it is to be held and not sent; null: it is sent
   */
  async queueOrderMail(
    request: MailRequest,
    entry: QueueEntry,
    hold: "awaiting-approval" | null = null,
  ): Promise<{ id: string; created: boolean }> {
    const prepared = await prepareOrderMail(request, await this.sender.settings(request.facts.shop))
    if (hold !== null && prepared.row.state === "queued")
      prepared.row = { ...prepared.row, state: "held", state_reason: hold }
    return insertOrderMail(this.dataSource, prepared, entry)
  }

  /**
   * Shows a mail as it would be made now for a shop; see {@link previewOrderMail}. Nothing is stored or sent.
   * @param drafts put over what the shop has saved
   * @throws MedusaError INVALID_DATA for a draft with a field that cannot be as it is, and for a mail that cannot be
   * rendered
   */
  async preview(request: PreviewRequest, shop: NamedShop, drafts: SettingsDrafts): Promise<MailPreview> {
    const settings = await this.sender.knownSettings(shop, drafts)
    try {
      return await previewOrderMail(request, settings)
    } catch (error) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error instanceof Error ? error.message : String(error))
    }
  }

  /** Notes as a failed mail that an order cannot be read; noted again it stays one. */
  async noteUnreadableOrder(order: UnreadableOrder, cause: string): Promise<void> {
    const prepared = unreadableOrderMail(order, this.newMailId(), this.options.shop)
    await insertOrderMail(this.dataSource, prepared, { cause, userId: null })
  }

  /** @throws MedusaError NOT_ALLOWED when the mail is not waiting (any more) */
  async cancelOrderMail(mailId: string, userId: string): Promise<void> {
    if (await this.cancelWaitingOrderMail(mailId, userId)) return
    const { state } = await this.retrieve(mailId)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `order mail ${mailId} is ${state}: only a mail that is queued, deferred or held can be canceled`,
    )
  }

  /** @returns false when the mail is not waiting (any more); then nothing is changed */
  async cancelWaitingOrderMail(mailId: string, userId: string): Promise<boolean> {
    return cancelOrderMail(this.dataSource, mailId, userId)
  }

  /** Mails of an order that can still be taken back. */
  async listWaiting(orderId: string): Promise<WaitingMail[]> {
    return findWaitingMails(this.dataSource, orderId)
  }

  /** See {@link findRetriesDueSoon}. */
  async findRetriesDueSoon(bounds: { withinSeconds: number; limit: number }): Promise<string[]> {
    return findRetriesDueSoon(this.dataSource, bounds)
  }

  /** See {@link skipWaitingMails}. */
  async skipWaitingMails(mails: MailToSkip[], cause: string): Promise<string[]> {
    return skipWaitingMails(this.dataSource, mails, cause)
  }

  async noteInTimeline(note: TimelineNote): Promise<void> {
    await noteInTimeline(this.dataSource, note)
  }

  async releaseExpiredLeases(): Promise<string[]> {
    const released = await releaseExpiredLeases(this.dataSource, this.options.delivery)
    if (released.length > 0) this.delivery?.wake()
    return released
  }

  /**
   * Medusa's Query asks with `{ order_id: [...] }` to make mails part of their order, for whoever may read orders: what
   * only delivery needs stays inside.
   */
  async list(filters: OrderMailFilters = {}, config: OrderMailPage = {}): Promise<ListedMail[]> {
    const [mails] = await this.listAndCount(filters, config)
    return mails
  }

  async listAndCount(filters: OrderMailFilters = {}, config: OrderMailPage = {}): Promise<[ListedMail[], number]> {
    const [mails, count] = await findOrderMails(this.dataSource, filters, config)
    return [mails.map(toListedMail), count]
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(mailId: string): Promise<OrderMail> {
    const [[mail]] = await findOrderMails(this.dataSource, { id: mailId }, {})
    if (!mail) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no order mail with the id ${mailId}`)
    return mail
  }

  /** A mail's story, oldest entry first. */
  async listTimeline(mailId: string): Promise<OrderMailTimelineEntry[]> {
    return this.dataSource
      .getRepository(OrderMailTimelineEntry)
      .find({ where: { order_mail_id: mailId }, order: { id: "ASC" } })
  }

  /**
   * The exact bytes of a mail.
   * @throws MedusaError NOT_FOUND when the mail was never rendered
   */
  async retrieveContent(mailId: string): Promise<{ message: Buffer; sha256: string; sizeBytes: number }> {
    const content = await this.dataSource.getRepository(OrderMailContent).findOneBy({ order_mail_id: mailId })
    if (!content)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `order mail ${mailId} has no content: it was never rendered`)
    return { message: gunzipSync(content.message_gzip), sha256: content.sha256, sizeBytes: content.size_bytes }
  }

  async countTroubledMails(): Promise<number> {
    return countTroubledMails(this.dataSource)
  }

  /** Which of these orders have a mail of this kind, whatever became of it. */
  async findOrdersWithMail(orderIds: string[], kind: string): Promise<Set<string>> {
    return findOrdersWithMail(this.dataSource, orderIds, kind)
  }

  /** See {@link MailStory}. */
  async readStory(orderId: string): Promise<MailStory> {
    return readMailStory(this.dataSource, orderId)
  }

  async retrieveInstallation(): Promise<OrderMailInstallation> {
    const row = await this.dataSource.getRepository(OrderMailInstallation).findOneBy({ id: 1 })
    if (!row)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `the table of ${ORDER_MAIL_MODULE} that holds the installation date is empty; run: npx medusa db:migrate`,
      )
    return row
  }

  /** Remembers up to where the sweep has looked; it never goes back. */
  async markSweptUntil(until: Date, mark: "swept_until" | "events_swept_until" = "swept_until"): Promise<void> {
    await this.dataSource.query(`UPDATE order_mail_installation SET ${mark} = greatest(${mark}, $1) WHERE id = 1`, [
      until,
    ])
  }
}
