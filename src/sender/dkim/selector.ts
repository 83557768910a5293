const LETTERS = 26

/**
 * Names a new key: `om`, year and month (UTC) and a letter, for example `om202607a`. A name is never used for two keys,
 * because resolvers may still remember the record of the first.
 * @param taken every selector ever used for the domain
 */
export function nextSelector(taken: readonly string[], now: Date): string {
  const prefix = `om${now.toISOString().slice(0, 7).replace("-", "")}`
  const used = new Set(taken)
  for (let index = 0; ; index += 1) {
    const selector = prefix + letters(index)
    if (!used.has(selector)) {
      return selector
    }
  }
}

/** a … z, aa … az, ba … */
function letters(index: number): string {
  const last = String.fromCharCode(0x61 + (index % LETTERS))
  return index < LETTERS ? last : letters(Math.floor(index / LETTERS) - 1) + last
}
