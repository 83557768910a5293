/**
 * A record of a CSV file (RFC 4180), line end included. Texts that a spreadsheet would take for a formula are led by an
 * apostrophe (OWASP, "CSV Injection"): names and addresses are typed by customers.
 * @param fields null: an empty field
 */
export function csvRecord(fields: (string | number | boolean | null)[]): string {
  return `${fields.map(fieldOf).join(",")}\r\n`
}

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = "\uFEFF"

/** What begins a formula, in the wide forms of East Asian keyboards, too, and behind blanks that spreadsheets leave out. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function fieldOf(value: string | number | boolean | null): string {
  if (value === null) return ""
  if (typeof value !== "string") return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
