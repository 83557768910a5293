import type { CompiledLayout } from "./compile-layout"
import { mailView } from "./mail-view"
import type { RenderInput } from "./types"

export interface FilledLayout {
  subject: string
  html: string
  text: string
}

/**
 * Fills a compiled layout: the part of rendering that every mail pays for.
 *
 * @param qrCid content id of the payment QR code, null when the mail has none
 * @throws Error when the layout asks for something the input does not have
 */
export function fillLayout(layout: CompiledLayout, input: RenderInput, qrCid: string | null): FilledLayout {
  if (layout.payment === "always" && input.payment === null) {
    throw new Error(
      "it says how to pay, but there are no payment instructions. Set the bank account in the plugin's options.",
    )
  }
  const view = mailView(input, qrCid)
  return { subject: view.subject, html: layout.html(view), text: layout.text(view) }
}
