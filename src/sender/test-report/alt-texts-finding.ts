import { Parser } from "htmlparser2"
import type { TestFinding } from "./finding"
import type { InspectedMessage } from "./inspect-message"

/**
 * Images without alt text: nothing is left of them where images are not loaded, which is the default of many mail
 * programs, and for people who listen to their mails. `alt=""` is an answer, too: the image adds nothing to the text
 * beside it (HTML, 4.8.4.4.6). Outlook's conditional comments count as what they are, comments.
 */
export function altTextsFinding({ html }: InspectedMessage): TestFinding {
  let images = 0
  let missing = 0
  let decorative = 0
  const parser = new Parser({
    onopentag(name, { alt }) {
      if (name !== "img") return
      images += 1
      if (alt === undefined || (alt !== "" && alt.trim() === "")) missing += 1
      else if (alt === "") decorative += 1
    },
  })
  parser.end(html ?? "")
  const finding = { check: "alt-texts" as const, data: { images, missing, decorative } }
  if (missing > 0) return { ...finding, status: "warning", reason: "alt-texts-missing" }
  return { ...finding, status: "ok", reason: images > 0 ? "alt-texts-present" : "alt-texts-no-images" }
}
