const PREFIX = "request-"

/** The occasion of a mail a person asked for; a repeated request is the same occasion. */
export function requestOccurrence(requestId: string): string {
  return PREFIX + requestId
}

/** Whether a person asked for the mail of this occasion, and not an event. */
export function isRequestOccurrence(occurrence: string): boolean {
  return occurrence.startsWith(PREFIX)
}
