import type { OrderFacts } from "../../kinds/order-facts"
import { prepareMerchantCopy } from "../../sender/prepare-merchant-copy"
import type { PreparedMail } from "../../sender/prepared-mail"
import type { MerchantDeskParts } from "./merchant-desk"
import { noticeRecipients } from "./notice-recipients"
import { findMailsToCopy, type MailToCopy } from "./queries/find-mails-to-copy"
import { storeOrderMail, type StoredOrderMail } from "./queries/insert-order-mail"
import { notifyDueMails } from "./queries/notify-due-mails"

/** Gives merchants copies of the reminders that were sent, where a step of the dunning plan asks for that. */
export class MerchantCopies {
  constructor(private readonly parts: MerchantDeskParts) {}

  /** See {@link findMailsToCopy}. */
  async findDue(limit: number): Promise<MailToCopy[]> {
    return findMailsToCopy(this.parts.dataSource, limit)
  }

  /**
   * Makes the copies of a mail, one a recipient, all or none. Made again they stay the same.
   *
   * @param facts of the mail's order
   * @returns how many were made
   */
  async make(sent: MailToCopy, facts: OrderFacts, now: Date): Promise<number> {
    const { dataSource, newMailId } = this.parts
    const { notifications } = await this.parts.settings.effective(facts.shop.id)
    const settings = await this.parts.sender.settings(facts.shop)
    const copies: PreparedMail[] = []
    for (const recipient of noticeRecipients(notifications, settings))
      copies.push(await prepareMerchantCopy({ mailId: newMailId(), sent, facts, recipient, now }, settings))
    const made = await dataSource.transaction(async (manager) => {
      const stored: StoredOrderMail[] = []
      for (const copy of copies)
        stored.push(await storeOrderMail(manager, copy, { cause: "merchant-copy", userId: null }))
      return stored.filter(({ created }) => created).length
    })
    for (const server of new Set(copies.map(({ row }) => row.mail_server))) notifyDueMails(dataSource, server)
    return made
  }
}
