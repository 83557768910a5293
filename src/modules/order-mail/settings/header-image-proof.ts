import { createHmac, timingSafeEqual } from "node:crypto"
import type { HeaderImage } from "./branding-section"

/**
 * Signs a picture that was checked and uploaded here. The File module cannot be asked later: providers answer with an
 * address that expires, or for files that do not exist, too. Mails are kept for years, so the address is that of the
 * upload, and this says that nobody has changed it on its way through the admin.
 */
export function proofOf({ file_id, url, width, height }: Omit<HeaderImage, "proof">, secret: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["order-mail:header-image", file_id, url, width, height]))
    .digest("base64url")
}

export function isProven(image: HeaderImage, secret: string): boolean {
  const given = Buffer.from(image.proof)
  const wanted = Buffer.from(proofOf(image, secret))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
