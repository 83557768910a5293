/** What the plugin's kinds have samples of, with a name in the locale files: levels, occasions, how much was paid. */
export const NAMED_VARIANTS = [
  "placed",
  "changed",
  "level-1",
  "level-2",
  "before-due",
  "last",
  "complete",
  "partial",
  "over",
  "unpaid",
  "part-paid",
] as const
