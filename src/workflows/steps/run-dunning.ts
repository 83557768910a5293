import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type { DueCase } from "../../modules/order-mail/dunning/answers"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { actOnDueOrder } from "../dunning/act-on-due-order"
import { refreshCases } from "../dunning/refresh-cases"

export interface RunDunningInput {
  /** ISO 8601. */
  now: string
}

export interface DunningRun {
  mails: number
  canceled: number
}

/** Read from Medusa in one query. */
const BATCH = 50

/** A run ends after so many orders; the next one, minutes later, goes on. */
const MOST_ORDERS = 2_000

const TRIED_AGAIN_AFTER_MS = 60 * 60 * 1000

/**
 * Sends what is due: orders due longest first, read anew and decided again, at most one mail an order. An order that
 * cannot be handled is logged and tried again an hour later. Not undone: mails are sent.
 */
export const runDunningStep = createStep(
  "run-dunning",
  async (input: RunDunningInput, { container }): Promise<StepResponse<DunningRun>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const now = new Date(input.now)
    const run: DunningRun = { mails: 0, canceled: 0 }
    let last: DueCase | undefined
    for (let seen = 0; seen < MOST_ORDERS; seen += BATCH) {
      const due = await dunning.findDue(BATCH, now, last)
      last = due.at(-1)
      if (last === undefined) break
      const orders = await refreshCases(
        container,
        due.map(({ orderId }) => orderId),
      )
      const failed: string[] = []
      for (const facts of orders.values()) {
        try {
          const result = await actOnDueOrder(container, facts, now)
          if (result === "mail") run.mails++
          if (result === "canceled") run.canceled++
        } catch (error) {
          logger.error(
            `order_mail: the reminder of order ${facts.id} could not be made; it waits an hour`,
            error as Error,
          )
          failed.push(facts.id)
        }
      }
      await dunning.plan(2 * BATCH, now)
      // Else they would stand before all others with every run.
      await dunning.putOff(failed, new Date(now.getTime() + TRIED_AGAIN_AFTER_MS))
    }
    return new StepResponse(run)
  },
)
