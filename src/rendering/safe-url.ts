/**
 * Lets through only what a mail may link to or show: an absolute http(s) address without a user name.
 *
 * @returns the address as the URL standard writes it, or null for anything else (`javascript:`, `data:`, relative paths)
 */
export function safeUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) {
    return null
  }
  const url = new URL(address)
  const isWeb = url.protocol === "https:" || url.protocol === "http:"
  return isWeb && url.username === "" && url.password === "" ? url.href : null
}
