import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { findMovedOrders } from "../event-mails/find-moved-orders"

export interface EventsToSweep {
  order_ids: string[]
  /** Everything that happened up to here is in this run or was in an earlier one. */
  swept_until: string
}

/** A longer outage is caught up over several runs. */
const WINDOW_MS = 60 * 60 * 1000
/** A machine whose clock is late writes what is the past for this one. */
const LOOK_BACK_MS = 5 * 60 * 1000

/** Finds orders that were paid, paid back or canceled lately: the event of some may have been lost. */
export const findEventsToSweepStep = createStep(
  "find-events-to-sweep",
  async (input: { now: string }, { container }): Promise<StepResponse<EventsToSweep>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { events_swept_until } = await orderMail.retrieveInstallation()
    const ripe = Date.parse(input.now) - orderMail.options.sweep.graceSeconds * 1000
    const from = events_swept_until.getTime() - LOOK_BACK_MS
    const until = Math.min(ripe, events_swept_until.getTime() + WINDOW_MS)
    const order_ids = until <= from ? [] : await findMovedOrders(container, new Date(from), new Date(until))
    return new StepResponse({ order_ids, swept_until: new Date(until).toISOString() })
  },
)
