import { MedusaError } from "@medusajs/framework/utils"
import { safeUrl } from "../../../rendering/safe-url"
import { brandingInput } from "./branding-input"
import type { HeaderImage } from "./branding-section"
import { isProven, proofOf } from "./header-image-proof"

/** Tells pictures that were checked and uploaded here from all others. */
export class HeaderImages {
  /** @param secret of the plugin's options */
  constructor(private readonly secret: string) {}

  /**
   * A picture that was just stored, as the branding takes it.
   *
   * @throws MedusaError INVALID_DATA when it stands where no mail program can load it
   */
  prove(image: Omit<HeaderImage, "proof">): HeaderImage {
    if (safeUrl(image.url) === null) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `file: the shop's file storage gave it the address "${image.url}", which no mail program can load. Set the ` +
          "public address of Medusa's File module provider (backend_url or file_url), beginning with https://.",
      )
    }
    return { ...image, proof: proofOf(image, this.secret) }
  }

  /** Whether a value, out of a file of settings for example, is a picture of this installation. */
  isOurs(value: unknown): value is HeaderImage {
    const image = brandingInput.safeParse({ header_image: value }).data?.header_image
    return Boolean(image && isProven(image, this.secret))
  }
}
