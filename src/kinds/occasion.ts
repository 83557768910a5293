import type { Demand } from "./demand"

/**
 * What a mail is about beside its order: plain JSON, kept with the mail, so that it can be written anew.
 *
 * - `placed`: the order as a whole, when it was placed
 * - `changed`: what is to be paid is no longer what the mails before said, because the order was changed
 * - `payment`: money that came in
 * - `refund`: money that was paid back
 * - `canceled`: the order's end
 * - `demand`: a step of the dunning plan
 */
export type MailOccasion =
  | { type: "placed" }
  | { type: "changed" }
  | { type: "payment"; payment: MoneyMovement }
  | { type: "refund"; refund: MoneyMovement }
  | { type: "canceled" }
  | { type: "demand"; demand: Demand }

/** Money that came in or went back. */
export interface MoneyMovement {
  /** Of Medusa's capture or refund. */
  id: string
  /** Decimal string in major units, above zero. */
  amount: string
  /** ISO 8601 in UTC. */
  at: string
}
