import type { PreviewChoice } from "../hooks/use-preview-choice"

/** CSS pixels of a common phone, and of the reading pane of a mail program. */
export const PREVIEW_WIDTHS: Record<PreviewChoice["width"], number> = { phone: 375, desktop: 640 }

/** CSS pixels a line of the text part takes in the mail itself, and what the mail has beyond them. */
const LINE_HEIGHTS: Record<PreviewChoice["width"], number> = { phone: 34, desktop: 26 }
const REST = 700

/**
 * About as high as a mail is, for a frame that nobody may look into, judged by its text part. Where it is too little the frame
 * scrolls.
 */
export function previewHeight(text: string, width: PreviewChoice["width"]): number {
  return text.split("\n").length * LINE_HEIGHTS[width] + REST
}
