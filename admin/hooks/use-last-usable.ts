import { useState } from "react"

/** The last value that could be used, for as long as there is no newer one. `value`: null while it cannot be used. */
export function useLastUsable<T extends string | number>(value: T | null, first: T): T {
  const [last, setLast] = useState(value ?? first)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
