import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { TestMailResult } from "../../modules/order-mail/test-mail-desk"
import type { Language } from "../../rendering/types"
import { requireKind } from "../require-kind"
import { salesChannelName } from "../sales-channel-name"

export interface SendTestOrderMailStepInput {
  kind: string
  /** One of the kind's sample mails, for example a level; null: its usual one. */
  variant?: string | null
  language: Language
  to: string
  /** Whose settings count for the sample order; null: the store's. */
  shop_id: string | null
  /** Null: the sample order. */
  facts: OrderFacts | null
}

/**
 * Sends a test mail. It cannot be called back, so let it be the last step.
 * @throws MedusaError INVALID_DATA for an unknown kind, or when no mail can be sent; NOT_FOUND for an unknown shop
 */
export const sendTestOrderMailStep = createStep(
  "send-test-order-mail",
  async (input: SendTestOrderMailStepInput, { container }): Promise<StepResponse<TestMailResult>> => {
    const { kind, variant, language, to, facts, shop_id: shopId } = input
    requireKind(kind)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const shop = shopId === null ? null : { id: shopId, name: await salesChannelName(container, shopId) }
    return new StepResponse(await orderMail.testMails.send({ kind, variant, language, to, facts, shop }))
  },
)
