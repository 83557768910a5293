import { useEffect, useState } from "react"

/** The value once it has not changed for a while. @param value a primitive: compared by identity */
export const useSettled = <T extends string | number | boolean | null>(value: T, milliseconds: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
