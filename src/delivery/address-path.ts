/** One mailbox, not a list: nodemailer would take "a@example.com, b@example.com" for two recipients. */
export function isSinglePath(address: string): boolean {
  const withoutQuotedPart = address.replace(/^"(?:[^"\\\r\n]|\\[^\r\n])*"(?=@)/, "quoted")
  return /^[^\s<>,;@"]+@[^\s<>,;@"]+$/.test(withoutQuotedPart)
}
