/** What of an order or its plan has changed since a mail was written, as the server's timeline names it. */
export const CHANGED_FIELDS = [
  "status",
  "currency_code",
  "total",
  "open",
  "paid",
  "refunded",
  "email",
  "demand",
  "other",
] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]

/** @param listed separated by commas; what this admin does not know is "other" */
export const changedFields = (listed: string): ChangedField[] => [
  ...new Set(listed.split(",").map((name) => CHANGED_FIELDS.find((field) => field === name) ?? "other")),
]
