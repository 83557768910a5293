import { oneLine } from "./one-line"
import { safeUrl } from "./safe-url"
import type { Branding, HeaderImage } from "./types"

/** Who the mail is from, at its top and its bottom. */
export interface BrandingView {
  name: string
  url: string | null
  urlLabel: string | null
  /** The header image in CSS pixels, as large as it is shown; null: the shop's name as text. */
  logo: { url: string; width: number; height: number } | null
  /** Company, address and register, line by line. */
  legalLines: string[]
  vatId: string | null
  footerLines: string[]
}

export function brandingView(branding: Branding): BrandingView {
  const { shopName, shopUrl, headerImage, logoWidth, legal, footerLines } = branding
  const url = safeUrl(shopUrl)
  const address = (legal.address ?? "").split(/\r\n|[\r\n]/)
  return {
    name: oneLine(shopName),
    url,
    urlLabel: url && new URL(url).host,
    logo: headerImage && logoView(headerImage, logoWidth),
    legalLines: filledLines([legal.company ?? "", ...address, legal.register ?? ""]),
    vatId: oneLine(legal.vatId ?? "") || null,
    footerLines: filledLines(footerLines),
  }
}

function filledLines(lines: readonly string[]): string[] {
  return lines.map((line) => oneLine(line)).filter((line) => line !== "")
}

/** CSS pixels: a higher picture would push the mail out of sight, so it is shown narrower. */
const MAX_LOGO_HEIGHT = 240

function logoView({ url, width, height }: HeaderImage, wantedWidth: number): BrandingView["logo"] {
  const address = safeUrl(url)
  // A picture without a size cannot be given one; Outlook needs it.
  if (address === null || !(width > 0) || !(height > 0)) return null
  const shownWidth = Math.min(wantedWidth, (MAX_LOGO_HEIGHT * width) / height)
  return { url: address, width: pixels(shownWidth), height: pixels((shownWidth * height) / width) }
}

function pixels(length: number): number {
  return Math.max(1, Math.round(length))
}
