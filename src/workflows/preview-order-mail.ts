import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_MAIL_MODULE } from "../modules/order-mail"
import type OrderMailModuleService from "../modules/order-mail/service"
import type { SettingsDrafts } from "../modules/order-mail/settings/order-mail-settings"
import type { Language } from "../rendering/types"
import type { MailPreview } from "../sender/preview-order-mail"
import { readOrderFacts } from "./order-facts/read-order-facts"
import { requireKind } from "./require-kind"
import { salesChannelName } from "./sales-channel-name"

export interface PreviewOrderMailInput {
  kind: string
  /** One of the kind's sample mails, for example a level; null: its usual one. */
  variant: string | null
  /** Whose settings, also for an order of another shop; null: the store's. */
  shop_id: string | null
  /** Null: the order's; with a sample order the shop's. */
  language: Language | null
  /** Null: a sample order. */
  order_id: string | null
  /** Put over what the shop has saved. */
  drafts: SettingsDrafts
}

/**
 * Shows a mail as it would be made now. No workflow: there is nothing to undo, because nothing is stored or sent.
 * @throws MedusaError NOT_FOUND for an unknown order or shop; INVALID_DATA for an unknown kind, for a draft with a
 * field that cannot be as it is, and for a mail that cannot be rendered
 */
export async function previewOrderMail(container: MedusaContainer, input: PreviewOrderMailInput): Promise<MailPreview> {
  const { kind, variant, shop_id: shopId, language, order_id: orderId, drafts } = input
  requireKind(kind)
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const name = shopId === null ? orderMail.options.shop.name : await salesChannelName(container, shopId)
  const facts = orderId === null ? null : await readOrderFacts(container, orderId)
  return orderMail.preview({ kind, variant, language, facts, now: new Date() }, { id: shopId, name }, drafts)
}
