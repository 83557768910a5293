import type { ShopSettings } from "../../sender/prepare-order-mail"
import type { NotificationFields } from "./settings/notifications-section"

/**
 * Who of a shop gets the mails to the merchant. Replies of customers reach somebody; so do these where nobody is named
 * for them.
 *
 * @throws Error when the shop has no address at all
 */
export function noticeRecipients(
  { notice_recipients }: Pick<NotificationFields, "notice_recipients">,
  { sender }: Pick<ShopSettings, "sender">,
): string[] {
  if (notice_recipients.length > 0) return notice_recipients
  const address = sender.replyTo ?? sender.address
  if (!address) throw new Error(`the shop "${sender.shopName}" has no address that notices could go to`)
  return [address]
}
