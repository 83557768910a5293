import type { AdminTimelineEntry } from "../../src/api/types"

/** Entries of the same millisecond keep the order in which the server recorded them. */
export const newestFirst = (entries: AdminTimelineEntry[]): AdminTimelineEntry[] =>
  [...entries].sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).reverse()
