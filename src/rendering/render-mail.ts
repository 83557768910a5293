import { compiledLayout } from "./compile-layout"
import { fillLayout } from "./fill-layout"
import { paymentQr } from "./payment-qr"
import type { InlineImage, RenderedMail, RenderInput } from "./types"

/**
 * Renders one order mail: subject, HTML, text and the pictures embedded in it. The same input gives the same mail.
 *
 * @throws Error that names kind, order and cause, when the mail cannot be rendered
 */
export async function renderMail(input: RenderInput): Promise<RenderedMail> {
  try {
    const layout = await compiledLayout(input.kind, input.branding)
    const qrCode = paymentQrCode(input)
    const filled = fillLayout(layout, input, qrCode?.cid ?? null)
    return { ...filled, inlineImages: qrCode ? [qrCode] : [], warnings: layout.warnings }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The mail "${input.kind}" for order ${input.facts.id} could not be rendered: ${reason}`, { cause })
  }
}

function paymentQrCode({ payment, facts }: RenderInput): InlineImage | null {
  const png = payment && paymentQr(payment)
  return (
    png && {
      // RFC 2392: a content id has the form of a Message-ID and no two pictures share one.
      cid: `payment-qr.${facts.id.replace(/[^A-Za-z0-9_-]/g, "")}@order-mail`,
      filename: "payment-qr.png",
      contentType: "image/png",
      content: png.content,
    }
  )
}
