import { imageSize } from "image-size"

/** Bytes of a header image: mails are opened on phones, and every reader loads it anew. */
export const HEADER_IMAGE_MAX_BYTES = 1024 * 1024
/** Twice what any mail shows, so that it is sharp on fine screens. */
export const HEADER_IMAGE_MAX = { width: 2400, height: 1200 } as const

/** What is known of a picture by looking into it, not by its name. */
export interface HeaderImageFile {
  contentType: "image/png" | "image/jpeg" | "image/gif"
  /** Without the dot. */
  extension: "png" | "jpg" | "gif"
  /** Pixels, as it is shown: a photograph that says it lies on its side is turned. */
  width: number
  height: number
}

/** A file that cannot be the header image; the message says why, and what can. */
export class HeaderImageRefused extends Error {}

interface Format {
  name: "png" | "jpg" | "gif"
  contentType: HeaderImageFile["contentType"]
  begins: readonly Buffer[]
  /** Whether the file goes on to its end. */
  isWhole: (content: Buffer) => boolean
}

/** Bytes that cameras and programs leave behind a picture's end. */
const TRAILING = 1024

/** What every mail program shows. */
const FORMATS: readonly Format[] = [
  {
    name: "png",
    contentType: "image/png",
    begins: [Buffer.from("89504e470d0a1a0a", "hex")],
    isWhole: (content) => content.includes(Buffer.from("49454e44ae426082", "hex"), -TRAILING),
  },
  {
    name: "jpg",
    contentType: "image/jpeg",
    begins: [Buffer.from("ffd8ff", "hex")],
    isWhole: (content) => content.includes(Buffer.from("ffd9", "hex"), -TRAILING),
  },
  {
    name: "gif",
    contentType: "image/gif",
    begins: [Buffer.from("GIF87a"), Buffer.from("GIF89a")],
    isWhole: (content) => content.includes(Buffer.from("003b", "hex"), -TRAILING),
  },
]

/** EXIF's orientations that swap width and height. */
const LIES_ON_ITS_SIDE = [5, 6, 7, 8]

/**
 * Looks whether a file can be the picture at the top of mails: PNG, JPEG or GIF, whole, and not too large.
 *
 * @throws HeaderImageRefused
 */
export function readHeaderImage(content: Buffer): HeaderImageFile {
  if (content.length === 0) throw new HeaderImageRefused("the file is empty")
  if (content.length > HEADER_IMAGE_MAX_BYTES) throw new HeaderImageRefused("takes a picture of at most 1 MB")
  const format = FORMATS.find(({ begins }) => begins.some((magic) => content.subarray(0, magic.length).equals(magic)))
  if (!format) throw new HeaderImageRefused(`takes a picture as PNG, JPEG or GIF${whatItIs(content)}`)
  const { width, height } = sizeOf(content, format)
  if (width > HEADER_IMAGE_MAX.width || height > HEADER_IMAGE_MAX.height) {
    const most = `${HEADER_IMAGE_MAX.width} × ${HEADER_IMAGE_MAX.height}`
    throw new HeaderImageRefused(`takes a picture of at most ${most} pixels; this one has ${width} × ${height}`)
  }
  return { contentType: format.contentType, extension: format.name, width, height }
}

function sizeOf(content: Buffer, { name, isWhole }: Format): { width: number; height: number } {
  try {
    const { type, width, height, orientation = 1 } = imageSize(content)
    if (type === name && width > 0 && height > 0 && isWhole(content)) {
      return LIES_ON_ITS_SIDE.includes(orientation) ? { width: height, height: width } : { width, height }
    }
  } catch {
    // Said below.
  }
  throw new HeaderImageRefused(`the picture is damaged: it begins as ${name.toUpperCase()} and is not complete`)
}

/** Formats that look like pictures to people, and are not shown by Outlook or Gmail. */
function whatItIs(content: Buffer): string {
  const start = content.subarray(0, 1024).toString("latin1")
  if (/<svg[\s>]/i.test(start)) return "; this is SVG, which most mail programs do not show. Save it as PNG"
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP")
    return "; this is WebP, which Outlook does not show. Save it as PNG"
  if (start.slice(4, 8) === "ftyp") return "; this is AVIF, HEIC or a film. Save it as PNG"
  return ""
}
