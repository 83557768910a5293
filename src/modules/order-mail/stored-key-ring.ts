import { EMPTY_KEY_RING, type DkimKey, type DkimKeyRing } from "../../sender/dkim/key-ring"

type Stored<T> = {
  [Name in keyof T]: T[Name] extends Date ? string : T[Name] extends Date | null ? string | null : T[Name]
}

/** A key ring as it stands in a jsonb column: dates are ISO 8601 strings. */
export interface StoredKeyRing {
  current: Stored<DkimKey> | null
  next: Stored<DkimKey> | null
  old: Stored<DkimKey>[]
}

export function fromStoredKeyRing(stored: StoredKeyRing | null | undefined): DkimKeyRing {
  if (!stored) return EMPTY_KEY_RING
  return {
    current: stored.current && fromStoredKey(stored.current),
    next: stored.next && fromStoredKey(stored.next),
    old: stored.old.map(fromStoredKey),
  }
}

function fromStoredKey(key: Stored<DkimKey>): DkimKey {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...key,
    createdAt: new Date(key.createdAt),
    publishedSince: date(key.publishedSince),
    usedFrom: date(key.usedFrom),
    retiredAt: date(key.retiredAt),
  }
}
