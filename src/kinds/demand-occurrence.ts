import type { MailOccasion } from "./occasion"

/** The occurrence of a mail that a plan sends: a step happens once, unless its mails before were taken back. */
export function demandOccurrence(occasion: MailOccasion): string {
  if (occasion.type !== "demand") return occasion.type
  const { level, attempt } = occasion.demand
  return `level-${level}-${attempt}`
}
