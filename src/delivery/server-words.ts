/** Longest answer that is stored; servers write a line or two, and nothing a person reads is lost. */
const MAX_CHARACTERS = 2_000

// PostgreSQL's text cannot hold NUL, and control characters have no business in an answer; line breaks stay.
const CONTROL_CHARACTERS = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** Half a character, where the text was cut in the middle of one; PostgreSQL's jsonb refuses it. */
const CUT_CHARACTER = /\p{Cs}$/u

/**
 * The server's words made fit to be stored and shown: no secrets, no control characters, not endless.
 * @param secrets strings that must not appear, for example the SMTP password; empty ones are ignored
 */
export function cleanServerWords(text: string, secrets: readonly string[] = []): string {
  let cleaned = text
  for (const secret of secrets) {
    if (secret !== "") {
      cleaned = cleaned.replaceAll(secret, "***")
    }
  }
  const words = cleaned.replace(/\r\n?/g, "\n").replace(CONTROL_CHARACTERS, " ").trim()
  return words.slice(0, MAX_CHARACTERS).replace(CUT_CHARACTER, "")
}

/** Every form in which a server could echo a login: the password itself and the BASE64 of AUTH LOGIN and AUTH PLAIN. */
export function secretsOfLogin(user: string, password: string): string[] {
  if (password === "") {
    return []
  }
  const base64 = (value: string) => Buffer.from(value, "utf8").toString("base64")
  return [base64(`\u0000${user}\u0000${password}`), base64(password), password, encodeURIComponent(password)]
}
