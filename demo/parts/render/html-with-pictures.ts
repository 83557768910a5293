import type { RenderedMail } from "../../../src/rendering/types"

/** The HTML with the pictures that stand beside it in the mail (`cid:`, RFC 2392) put into it, because a browser cannot ask for them. */
export function htmlWithPictures({ html, inlineImages }: Pick<RenderedMail, "html" | "inlineImages">): string {
  return inlineImages.reduce(
    (shown, { cid, contentType, content }) =>
      shown.replaceAll(`"cid:${cid}"`, `"data:${contentType};base64,${content.toString("base64")}"`),
    html,
  )
}
