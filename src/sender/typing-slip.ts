/** What a finger did wrong, once. */
export type TypingSlip = "swapped" | "doubled" | "added" | "missing" | "neighbour-key" | "other-key"

/** German and English keyboards; a key's neighbours are those beside, above and below it. */
const KEYBOARDS = [
  ["1234567890ß", "qwertzuiop", "asdfghjkl", "yxcvbnm,.-"],
  ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm,.-"],
]

/**
 * Finds the single slip that makes `given` of `wanted` (the edits of Damerau and Levenshtein, told apart).
 *
 * @returns the slip and where it begins; null when they are equal or more than one slip apart.
 */
export function findSlip(given: string, wanted: string): { slip: TypingSlip; at: number } | null {
  const at = firstDifference(given, wanted)
  const [typed, meant] = [given[at], wanted[at]]
  if (given === wanted) return null
  if (given.length === wanted.length + 1) {
    if (given.slice(at + 1) !== wanted.slice(at)) return null
    return { slip: typed === given[at - 1] ? "doubled" : "added", at }
  }
  if (given.length === wanted.length - 1) {
    return given.slice(at) === wanted.slice(at + 1) ? { slip: "missing", at } : null
  }
  if (given.length !== wanted.length || typed === undefined || meant === undefined) return null
  if (given.slice(at + 1) === wanted.slice(at + 1)) {
    return { slip: areNeighbours(typed, meant) ? "neighbour-key" : "other-key", at }
  }
  const swapped = typed === wanted[at + 1] && given[at + 1] === meant && given.slice(at + 2) === wanted.slice(at + 2)
  return swapped ? { slip: "swapped", at } : null
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

function areNeighbours(one: string, other: string): boolean {
  return KEYBOARDS.some((rows) => {
    const [a, b] = [position(rows, one), position(rows, other)]
    return a !== null && b !== null && Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1
  })
}

function position(rows: string[], key: string): { row: number; column: number } | null {
  const row = rows.findIndex((keys) => keys.includes(key))
  const column = rows[row]?.indexOf(key)
  return column === undefined ? null : { row, column }
}
