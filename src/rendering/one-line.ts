/** Line and paragraph ends, tabs, and every other control character. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
/** Marks that turn the direction of the text after them, and halves of a character that cannot be encoded. */
const DECEPTIVE = /[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu
/** Most texts need nothing of all this; one look is cheaper than three replacements. */
const SUSPICIOUS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\p{Cs}]/u

/** Long enough for every honest name, title and address line. */
const DEFAULT_MAX_LENGTH = 200

/**
 * Makes any text one line that stands for itself: control characters become a blank, so a name cannot begin a new
 * line in the text part or a new header, and marks that reverse the reading direction go, so an amount cannot be
 * made to read backwards.
 *
 * @param maxLength in code points; a longer text ends with "…", and no character is cut in half
 */
export function oneLine(text: string, maxLength: number = DEFAULT_MAX_LENGTH): string {
  const line = (SUSPICIOUS.test(text) ? text.replace(DECEPTIVE, "").replace(CONTROL, " ") : text).trim()
  if (line.length <= maxLength) {
    return line
  }
  const characters = [...line.slice(0, 2 * maxLength + 2)]
  return characters.length <= maxLength
    ? line
    : `${characters
        .slice(0, maxLength - 1)
        .join("")
        .trimEnd()}…`
}
