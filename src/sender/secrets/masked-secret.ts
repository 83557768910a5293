/** What the API and logs show instead of a secret. */
export const MASK = "***"

/** A stored secret as it may be shown: whether there is one, and nothing about it, not even its length. */
export function mask(secret: string | null | undefined): typeof MASK | null {
  return secret === null || secret === undefined || secret === "" ? null : MASK
}

/** What a written field asks for. */
export type SecretChange = { change: "keep" } | { change: "clear" } | { change: "replace"; secret: string }

/**
 * Reads a secret as a client writes it: left out, or the mask that it was shown, keeps what is stored; null or empty
 * clears it; anything else replaces it.
 */
export function readSecretChange(written: string | null | undefined): SecretChange {
  if (written === undefined || written === MASK) {
    return { change: "keep" }
  }
  return written === null || written === "" ? { change: "clear" } : { change: "replace", secret: written }
}
