/** `crypto.randomUUID` exists in secure contexts only, and an admin in a local network may run on plain http. */
function randomId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** What makes two requests of one form the same mail; the kind is left out where it cannot be chosen. */
export interface RequestedMail {
  kind?: string
  to: string
}

/**
 * Ids for one opened form. The server makes one mail for an id, however often it is asked. So a request that is repeated
 * because its answer got lost must keep its id, and one for another address or kind must have an id of its own.
 */
export function createRequestIds(): (mail: RequestedMail) => string {
  const ids = new Map<string, string>()
  return ({ kind, to }) => {
    const key = JSON.stringify([kind, to])
    const id = ids.get(key) ?? randomId()
    ids.set(key, id)
    return id
  }
}
