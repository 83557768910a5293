import type { AdminDunningStep } from "../../src/api/settings-types"
import { isOneOf } from "./setting-names"
import { STEP_KINDS } from "../../src/dunning/dunning-plan"

/**
 * The steps of a plan as the log has them: JSON, one a line.
 *
 * @returns null for what is none, for example of another version
 */
export function stepsLogged(value: string): AdminDunningStep[] | null {
  try {
    const steps = value.split("\n").map((line) => JSON.parse(line) as AdminDunningStep)
    return steps.every(isStep) ? steps : null
  } catch {
    return null
  }
}

const isStep = ({ kind, fees }: AdminDunningStep) => isOneOf(STEP_KINDS, kind) && Array.isArray(fees)
