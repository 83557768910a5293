import type { NoticeMail } from "../kinds/merchant-notice"
import { brandingView } from "./branding-view"
import { compiledLayout } from "./compile-layout"
import { digestView } from "./notice-digest"
import { noticeTexts } from "./notice-texts"
import { noticeView, type NoticeToTell } from "./notice-view"
import type { Branding, Language, RenderedMail } from "./types"

export interface NoticeInput {
  kind: NoticeMail
  language: Language
  /** IANA name; moments are written in it. */
  timeZone: string
  branding: Branding
  /** One of a `merchant-notice`; of a digest at least one, oldest first. */
  notices: readonly NoticeToTell[]
}

/**
 * Renders a mail to the merchant. The same input gives the same mail.
 * @throws Error that names the cause, when it cannot be rendered
 */
export async function renderNotice(input: NoticeInput): Promise<RenderedMail> {
  const { kind, language, branding, notices } = input
  try {
    const [first] = notices
    if (!first) throw new Error("it has nothing to tell.")
    const layout = await compiledLayout(`merchant/${kind}`, branding)
    const texts = noticeTexts(language)
    const shop = brandingView(branding)
    const view = {
      ...(kind === "merchant-notice" ? noticeView(first, texts, language) : digestView(input, shop.name)),
      shop,
      language,
      direction: "ltr",
      colon: texts("punctuation.colon"),
      why: texts("footer.why"),
    }
    return {
      subject: view.subject,
      html: layout.html(view),
      text: layout.text(view),
      inlineImages: [],
      warnings: layout.warnings,
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The mail "${kind}" to the shop could not be rendered: ${reason}`, { cause })
  }
}
