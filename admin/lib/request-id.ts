/**
 * A random id for one opened form, so that a repeated request makes no second mail.
 * `crypto.randomUUID` exists in secure contexts only, and an admin in a local network may run on plain http.
 */
export function createRequestId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
