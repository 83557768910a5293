import { checkPlan, type PlanProblem } from "../../../dunning/check-plan"
import type { DunningPlan, DunningStep, PlanType } from "../../../dunning/dunning-plan"
import { holidayStates } from "../../../dunning/holidays"
import { problemOfSendingTimes } from "../../../dunning/sending-times"
import type { DunningFields } from "./dunning-section"
import { SettingRefused } from "./section-definition"

/**
 * Looks at what fields of the section "Reminders" say together: whether the plans can be used, and reminders ever be sent.
 *
 * @throws SettingRefused for the first field that cannot be as it is
 */
export function checkDunning(fields: DunningFields, { prepayment, invoice }: Record<PlanType, DunningPlan>): void {
  checkSteps("prepayment_steps", prepayment)
  checkSteps("invoice_steps", invoice)
  checkTimes(fields)
}

function checkSteps(field: keyof DunningFields, plan: DunningPlan): void {
  // What is wrong with a step comes first: an automatic cancellation can be too early because of it.
  const problems = checkPlan(plan).toSorted((one, other) => Number(one.step === null) - Number(other.step === null))
  const [problem] = problems
  if (problem === undefined) return
  if (problem.field === "cancelAfterDays") throw new SettingRefused("prepayment_cancel_after_days", problem.message)
  throw new SettingRefused(field, `${placeOf(problem)}${problem.message}`)
}

/** Counted as the merchant sees them, from 1 on. */
function placeOf({ step, field }: PlanProblem): string {
  return step === null ? "" : `step ${step + 1}, ${WORDS[field] ?? field}: `
}

const WORDS: Partial<Record<PlanProblem["field"], string>> = {
  payableWithinDays: "payable within days",
  from: "counted from",
} satisfies Partial<Record<keyof DunningStep, string>>

function checkTimes({ sending_weekdays, sending_from_hour, sending_until_hour, ...place }: DunningFields): void {
  const { holiday_country: country, holiday_state: state } = place
  const times = { fromHour: sending_from_hour, untilHour: sending_until_hour, weekdays: sending_weekdays }
  // The zone is the shop's, and was checked with its options.
  const problem = problemOfSendingTimes({ ...times, timeZone: "UTC", country, state })
  if (problem !== null) throw new SettingRefused("sending_until_hour", `${problem} Choose a later end.`)
  if (state === null) return
  if (country === null)
    throw new SettingRefused("holiday_state", `${state} is a state of no country; choose a country, or no state.`)
  const states = Object.keys(holidayStates(country, "en"))
  if (states.includes(state)) return
  const known = states.length > 0 ? `one of ${states.join(", ")}, or no state` : "no state"
  throw new SettingRefused("holiday_state", `holidays of ${country} have no state ${state}; choose ${known}.`)
}
