/**
 * Reads the `tag=value; tag=value` lists of DKIM and DMARC records (RFC 6376, 3.2), in their order.
 *
 * @returns values without surrounding blanks; null when the text is no such list or has a tag twice.
 */
export function readTags(text: string): Map<string, string> | null {
  const tags = new Map<string, string>()
  const entries = text.split(";")
  // A semicolon may end the list.
  if (entries.at(-1)?.trim() === "") entries.pop()
  for (const entry of entries) {
    const match = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=([^]*)$/.exec(entry)
    if (!match?.[1] || tags.has(match[1])) return null
    tags.set(match[1], (match[2] ?? "").trim())
  }
  return tags.size > 0 ? tags : null
}
