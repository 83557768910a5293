import type { AdminDunning, AdminDunningStepBody, AdminPlannedMail } from "../../src/api/dunning-types"

/** The step of the plan that a planned mail is; null for the automatic cancellation, which is none. */
export const stepOf = ({ kind, level }: Pick<AdminPlannedMail, "kind" | "level">): AdminDunningStepBody | null =>
  level === null ? null : { kind, level }

/** The step that a person can send or skip now, whatever its day; null when something else has to be settled first. */
export const stepToDecide = ({ next, reason }: Pick<AdminDunning, "next" | "reason">): AdminDunningStepBody | null =>
  next !== null && (reason === null || reason === "not-yet") ? stepOf(next) : null

/** Whether its moment has come: it goes out with the next run. */
export const isDue = ({ at }: Pick<AdminPlannedMail, "at">, now: number = Date.now()): boolean => Date.parse(at) <= now
