import type { DunningFields, SavedStep } from "./dunning-section"

/** In one order always: PostgreSQL keeps the parts of an object in an order of its own. */
const STEP_PARTS = [
  "kind",
  "level",
  "from",
  "days",
  "payable_within_days",
  "fees",
  "interest",
  "offers_cancellation",
  "copy_to_merchant",
  "wait_for_approval",
] as const satisfies (keyof SavedStep)[]
const FEE_PARTS = ["currency", "consumer", "business"]

/**
 * A value of the section "Reminders" as the log shows it: steps as JSON, one a line, which the admin puts into words of
 * its language; amounts as `EUR 5.00`, base rates as `2026-01-01 1.27`, one a line.
 */
export function shownDunning(value: DunningFields[keyof DunningFields], field: keyof DunningFields): string | null {
  if (value === null) return null
  if (!Array.isArray(value)) return String(value)
  if (field === "sending_weekdays") return value.join(", ")
  return (value as Entry[]).map(shownEntry).join("\n")
}

type Entry = SavedStep | DunningFields["minimum_amounts"][number] | DunningFields["base_rates"][number]

function shownEntry(entry: Entry): string {
  if ("percent" in entry) return `${entry.from} ${entry.percent}`
  if ("amount" in entry) return `${entry.currency} ${entry.amount}`
  return JSON.stringify(entry, [...STEP_PARTS, ...FEE_PARTS])
}
