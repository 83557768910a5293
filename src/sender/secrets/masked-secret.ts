/** What the API and logs show instead of a secret. */
export const MASK = "***"

/** A stored secret as it may be shown: whether there is one, and nothing about it, not even its length. */
export function mask(secret: string | null | undefined): typeof MASK | null {
  return secret === null || secret === undefined || secret === "" ? null : MASK
}
