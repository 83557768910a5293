import type { DataSource, EntityManager } from "typeorm"
import { MERCHANT_NOTICES, type MerchantNotice, type NoticeMode, type NoticeToMake } from "../../kinds/merchant-notice"
import { planMerchantMails, type PendingNotice, type PlannedMail } from "../../sender/plan-merchant-mails"
import { prepareMerchantMail } from "../../sender/prepare-merchant-mail"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import { noticeRecipients } from "./notice-recipients"
import { findShopsToTell } from "./queries/find-shops-to-tell"
import { findNotedKeys } from "./queries/find-noted-keys"
import { forgetSettledNotices } from "./queries/forget-settled-notices"
import { storeOrderMail } from "./queries/insert-order-mail"
import { noteMerchantNotice } from "./queries/note-merchant-notice"
import { notifyDueMails } from "./queries/notify-due-mails"
import { settleNotices, takePendingNotices } from "./queries/take-pending-notices"
import type { NamedShop, SenderDesk } from "./sender-desk"
import type { NotificationFields } from "./settings/notifications-section"
import type { OrderMailSettings } from "./settings/order-mail-settings"

export interface MerchantDeskParts {
  dataSource: DataSource
  settings: OrderMailSettings
  sender: SenderDesk
  newMailId: () => string
}

/** Where a notice is to be looked at in the admin; null where the admin's address is not known. */
export type NoticeAddress = (notice: PendingNotice, shopId: string | null) => string | null

/** Keeps what merchants are to be told about, and tells them. */
export class MerchantDesk {
  constructor(private readonly parts: MerchantDeskParts) {}

  /** Whether a shop wants to be told. @param shopId null: the store */
  async wants(shopId: string | null, notice: MerchantNotice): Promise<boolean> {
    return (await this.modesOf(shopId))[notice] !== "off"
  }

  /** See {@link noteMerchantNotice}. */
  async note(notice: NoticeToMake): Promise<boolean> {
    return noteMerchantNotice(this.parts.dataSource, notice)
  }

  /** Which of these are noted: the keys that notices are told apart by. */
  async findNoted(keys: readonly string[]): Promise<Set<string>> {
    return findNotedKeys(this.parts.dataSource, keys)
  }

  /** See {@link findShopsToTell}. */
  async listShopsToTell(): Promise<(string | null)[]> {
    return findShopsToTell(this.parts.dataSource)
  }

  /** See {@link forgetSettledNotices}. */
  async forgetSettled(): Promise<void> {
    await forgetSettledNotices(this.parts.dataSource)
  }

  /**
   * Makes the mails to a shop's merchant that it is time for, and marks what they tell in the same transaction: a crash
   * leaves both or neither, and of two processes one makes them.
   *
   * @returns how many mails were made
   */
  async tell(shop: NamedShop, now: Date, addressOf: NoticeAddress): Promise<number> {
    const { notifications } = await this.parts.settings.effective(shop.id)
    const settings = await this.parts.sender.settings(shop)
    const modes = modesIn(notifications)
    const inMode = (...wanted: NoticeMode[]) => MERCHANT_NOTICES.filter((notice) => wanted.includes(modes[notice]))
    const recipients = noticeRecipients(notifications, settings)
    const servers = await this.parts.dataSource.transaction(async (manager) => {
      const pending = [
        ...(await takePendingNotices(manager, shop.id, inMode("single", "off"))),
        ...(await takePendingNotices(manager, shop.id, inMode("digest"))),
      ]
      const rhythm = { modes, digestHour: notifications.digest_hour, timeZone: settings.timeZone }
      const plan = planMerchantMails(pending, rhythm, now)
      await settleNotices(manager, plan.unwanted, [])
      const used: string[] = []
      for (const mail of plan.mails) {
        const mailIds: string[] = []
        for (const recipient of recipients) {
          const made = await this.make(manager, mail, { shop, settings, recipient, notifications, now, addressOf })
          mailIds.push(made.id)
          used.push(made.server)
        }
        await settleNotices(manager, mail.notices, mailIds)
      }
      return used
    })
    for (const server of new Set(servers)) notifyDueMails(this.parts.dataSource, server)
    return servers.length
  }

  private async make(
    manager: EntityManager,
    { kind, notices }: PlannedMail,
    { shop, settings, recipient, notifications, now, addressOf }: Telling,
  ): Promise<{ id: string; server: string }> {
    const prepared = await prepareMerchantMail(
      {
        mailId: this.parts.newMailId(),
        kind,
        shop: { id: shop.id, name: shop.name },
        recipient,
        language: notifications.notice_language,
        notices: notices.map((notice) => ({ ...notice, url: addressOf(notice, shop.id) })),
        now,
      },
      settings,
    )
    const { id } = await storeOrderMail(manager, prepared, { cause: "merchant-notice", userId: null })
    return { id, server: prepared.row.mail_server }
  }

  private async modesOf(shopId: string | null): Promise<Record<MerchantNotice, NoticeMode>> {
    return modesIn((await this.parts.settings.effective(shopId)).notifications)
  }
}

interface Telling {
  shop: NamedShop
  settings: ShopSettings
  recipient: string
  notifications: NotificationFields
  now: Date
  addressOf: NoticeAddress
}

function modesIn(notifications: NotificationFields): Record<MerchantNotice, NoticeMode> {
  return Object.fromEntries(MERCHANT_NOTICES.map((notice) => [notice, notifications[`notice:${notice}`]])) as Record<
    MerchantNotice,
    NoticeMode
  >
}
