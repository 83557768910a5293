/** Medusa's own words about a field, "… for field 'set, smtp, host' …", and ours, "set.smtp.host: takes …". */
const PATHS = [/field '([^']+)'/i, /(?:^|Invalid request: )([\w.]+):/]

/**
 * Which of a form's fields the server refused, by the path that its message names, and what it says about it.
 *
 * @returns null when it names none of `fields`
 */
export function refusedSetting<F extends string>(
  message: string,
  fields: readonly F[],
): { field: F; words: string } | null {
  const plain = message.replace(/^Invalid request: /, "").replace(/^set\./, "")
  const named = fields.find((one) => plain.startsWith(`${one}: `))
  // Some fields' names have dots and colons in them.
  if (named) return { field: named, words: plain.slice(named.length + 2) }
  const path = PATHS.flatMap((pattern) => pattern.exec(message)?.[1] ?? [])[0] ?? ""
  const names = path.split(/[\s.,]+/)
  const field = fields.find((one) => names.includes(one))
  // The form's own label says which field it is.
  return field ? { field, words: message.replace(`${path}: `, "").replace(/^Invalid request: /, "") } : null
}
