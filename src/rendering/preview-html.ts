import type { InlineImage } from "./types"

/**
 * The HTML part as a browser can show it: pictures that stand beside it in the mail (`cid:`, RFC 2392) are put into it
 * as `data:` addresses. For previews only; many mail clients show no `data:` pictures.
 */
export function previewHtml(html: string, inlineImages: readonly InlineImage[]): string {
  return inlineImages.reduce(
    (shown, { cid, contentType, content }) =>
      shown.replaceAll(`"cid:${cid}"`, `"data:${contentType};base64,${content.toString("base64")}"`),
    html,
  )
}
