/** Longest reason of a stop that the server takes. */
export const MAX_REASON = 500

export interface StopDraft {
  reason: string
  /** `YYYY-MM-DD`; empty: until it is lifted. */
  until: string
}

export const STOP_PROBLEMS = ["reasonMissing", "reasonTooLong", "untilPast", "untilInvalid"] as const
export type StopProblem = (typeof STOP_PROBLEMS)[number]

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/

/** @param today `YYYY-MM-DD` where the user is */
export function stopProblems(
  { reason, until }: StopDraft,
  today: string,
): Partial<Record<keyof StopDraft, StopProblem>> {
  const length = reason.trim().length
  return {
    ...(length === 0 ? { reason: "reasonMissing" } : length > MAX_REASON ? { reason: "reasonTooLong" } : {}),
    ...(until === ""
      ? {}
      : !IS_DAY.test(until)
        ? { until: "untilInvalid" }
        : until < today
          ? { until: "untilPast" }
          : {}),
  }
}

/** The day that it is where the user is, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const twoDigits = (part: number) => String(part).padStart(2, "0")
  return `${String(now.getFullYear()).padStart(4, "0")}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
