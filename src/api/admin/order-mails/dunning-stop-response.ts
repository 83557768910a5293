import type { MedusaContainer } from "@medusajs/framework/types"
import type { DunningStopRow } from "../../../modules/order-mail/dunning/answers"
import type { AdminDunningStop } from "../../dunning-types"
import { userNaming } from "./admin-users"

/** Dunning stops with the names of the users who made and lifted them. */
export async function toAdminStops(container: MedusaContainer, stops: DunningStopRow[]): Promise<AdminDunningStop[]> {
  const userOf = await userNaming(
    container,
    stops.flatMap(({ created_by, lifted_by }) => [created_by, lifted_by]),
  )
  return stops.map((stop) => ({ ...stop, created_by: userOf(stop.created_by), lifted_by: userOf(stop.lifted_by) }))
}

/** A single stop, as {@link toAdminStops}. */
export async function toAdminStop(container: MedusaContainer, stop: DunningStopRow): Promise<AdminDunningStop> {
  const [named] = await toAdminStops(container, [stop])
  return named!
}
