import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"
import { calendarDayOf, isCalendarDay } from "../../../dunning/calendar-day"
import { findDunningCases } from "../queries/dunning-cases"
import { findDunningStops, insertDunningStop, liftDunningStop, type StoredStop } from "../queries/dunning-stops"
import type { DunningStopRow, DunningStopToAdd } from "./answers"

const MOST_REASON_CHARACTERS = 500

/** Who is not reminded, and until when. */
export class DunningStops {
  constructor(private readonly parts: { dataSource: DataSource; timeZone: string }) {}

  /** @throws MedusaError INVALID_DATA, NOT_FOUND for an order without a case */
  async add(given: DunningStopToAdd, userId: string | null, now: Date): Promise<DunningStopRow> {
    const stop = { ...given, reason: given.reason.trim() }
    const problem = this.problemOf(stop, now)
    if (problem !== null) throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
    const { dataSource } = this.parts
    if (stop.order_id && (await findDunningCases(dataSource, [stop.order_id])).length === 0)
      throw caseMissing(stop.order_id)
    return this.shown(await insertDunningStop(dataSource, { ...stop, id: generateEntityId("", "omstop") }, userId), now)
  }

  /** One that is lifted already stays as it is. @throws MedusaError NOT_FOUND */
  async lift(stopId: string, userId: string | null, now: Date): Promise<DunningStopRow> {
    const stop = await liftDunningStop(this.parts.dataSource, stopId, userId)
    if (stop === null)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no dunning stop with the id ${stopId}`)
    return this.shown(stop, now)
  }

  /** Active ones first, then the newest. */
  async list(of: { orderIds?: string[]; customerIds?: string[] }, now: Date): Promise<DunningStopRow[]> {
    const stops = (await findDunningStops(this.parts.dataSource, of, "with-lifted")).map((stop) =>
      this.shown(stop, now),
    )
    return [...stops.filter(({ active }) => active), ...stops.filter(({ active }) => !active)]
  }

  private problemOf(stop: DunningStopToAdd, now: Date): string | null {
    const isOfCustomer = stop.scope === "customer"
    if (isOfCustomer !== Boolean(stop.customer_id) || isOfCustomer === Boolean(stop.order_id))
      return `a stop with the scope "${stop.scope}" takes ${isOfCustomer ? "customer_id" : "order_id"} and not the other`
    if (stop.reason === "" || stop.reason.length > MOST_REASON_CHARACTERS)
      return `reason: takes 1 to ${MOST_REASON_CHARACTERS} characters`
    if (stop.until !== null && !isCalendarDay(stop.until)) return "until: takes a day such as 2026-12-31, or null"
    if (stop.until !== null && stop.until < this.today(now)) return "until: lies in the past; take today or a later day"
    return null
  }

  private shown(stop: StoredStop, now: Date): DunningStopRow {
    const { created_at, lifted_at, until } = stop
    return {
      ...stop,
      created_at: created_at.toISOString(),
      lifted_at: lifted_at?.toISOString() ?? null,
      active: lifted_at === null && (until === null || until >= this.today(now)),
    }
  }

  private today(now: Date): string {
    return calendarDayOf(now, this.parts.timeZone)
  }
}

export function caseMissing(orderId: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `there are no reminders for the order ${orderId}: it does not exist, is a draft, or is older than this plugin's installation`,
  )
}
