import type { TestFinding } from "./finding"
import type { InspectedMessage } from "./inspect-message"

/**
 * Where Gmail cuts the HTML off and hides the rest behind a link. Google documents no number; 102 kB is what is observed,
 * counted here in units of 1000 bytes, the stricter reading.
 */
const CLIPPED_ABOVE_KB = 102

/** The size of the HTML part as it is shown: decoded, in UTF-8, without pictures and the other parts. */
export function sizeFinding({ html }: InspectedMessage): TestFinding {
  const bytes = Buffer.byteLength(html ?? "")
  // Rounded up, so that what is too large is never shown as 102.
  const data = { kb: Math.ceil(bytes / 100) / 10, limit: CLIPPED_ABOVE_KB }
  return bytes > CLIPPED_ABOVE_KB * 1000
    ? { check: "size", status: "warning", reason: "size-clipped", data }
    : { check: "size", status: "ok", reason: "size-fits", data }
}
