import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { isTriedAgain } from "../order-sweep/try-again"

export interface EventsSwept {
  swept_until: string
  /** Orders whose mails could not be made: for an hour the mark waits for them. */
  failed_order_ids: string[]
  now: string
}

/** Remembers up to where events were caught up. */
export const markEventsSweptStep = createStep(
  "mark-events-swept",
  async ({ swept_until, failed_order_ids, now }: EventsSwept, { container }): Promise<StepResponse<void>> => {
    if (failed_order_ids.length > 0 && isTriedAgain(swept_until, now)) return new StepResponse()
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    await orderMail.markSweptUntil(new Date(swept_until), "events_swept_until")
    return new StepResponse()
  },
)
