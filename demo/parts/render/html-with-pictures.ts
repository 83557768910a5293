import { withPictures } from "../../../src/rendering/inline-pictures"
import type { RenderedMail } from "../../../src/rendering/types"

/** The HTML of a mail as a browser can show it. */
export function htmlWithPictures({ html, inlineImages }: Pick<RenderedMail, "html" | "inlineImages">): string {
  return withPictures(
    html,
    inlineImages.map(({ cid, contentType, content }) => ({ cid, contentType, base64: content.toString("base64") })),
  )
}
