import type { AdminHeaderImage } from "../../src/api/settings-types"

/** What every mail program shows. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/gif"]
const MAX_BYTES = 1024 * 1024
const MAX = { width: 2400, height: 1200 }

/** What can be wrong with a picture; each has a sentence in the locale files. */
export const IMAGE_PROBLEMS = ["type", "bytes", "pixels", "damaged"] as const
export type ImageProblem = (typeof IMAGE_PROBLEMS)[number]

/** What is wrong with a file as far as a browser can tell, in the admin's language; the server looks into it, too. */
export async function imageProblem(file: File): Promise<ImageProblem | null> {
  if (!IMAGE_TYPES.includes(file.type)) return "type"
  if (file.size > MAX_BYTES) return "bytes"
  try {
    const { width, height } = await createImageBitmap(file)
    return width > MAX.width || height > MAX.height ? "pixels" : null
  } catch {
    return "damaged"
  }
}

/** What to be warned of about a picture as it is shown; each has a sentence in the locale files. */
export const IMAGE_WARNINGS = ["local", "blurred", "high"] as const
export type ImageWarning = (typeof IMAGE_WARNINGS)[number]

/** CSS pixels; more pushes what the mail is about off a phone's screen. */
const HIGH = 240

export function imageWarning({ url, width, height }: AdminHeaderImage, shownWidth: number): ImageWarning | null {
  if (isLocal(url)) return "local"
  if (shownWidth > width) return "blurred"
  return (shownWidth * height) / width > HIGH ? "high" : null
}

/** Whether only the machine that the shop runs on can load it. */
function isLocal(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : ""
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127\./.test(host)
}
