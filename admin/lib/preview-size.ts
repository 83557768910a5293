import type { PreviewChoice } from "../hooks/use-preview-choice"

type Width = PreviewChoice["width"]

/** CSS pixels of a common phone, and of the reading pane of a mail program. */
export const PREVIEW_WIDTHS: Record<Width, number> = { phone: 375, desktop: 640 }

/**
 * CSS pixels that a line of the text part takes in the mail: in a mail with few articles, and beyond, where two lines stand
 * for the three of an article.
 */
const LINE_HEIGHTS: Record<Width, { few: number; many: number; manyLess: number }> = {
  phone: { few: 40, many: 61, manyLess: 1225 },
  desktop: { few: 30, many: 49, manyLess: 1100 },
}

/** Room for what takes more: a picture on top, a larger font, an address of many lines. */
const MARGIN = 80

/**
 * About as high as a mail is, for a frame that nobody can measure, judged by its text part. Where that is too little the
 * frame scrolls.
 */
export function previewHeight(text: string, width: Width): number {
  const lines = text.split("\n").length
  const { few, many, manyLess } = LINE_HEIGHTS[width]
  return Math.max(few * lines, many * lines - manyLess) + MARGIN
}
