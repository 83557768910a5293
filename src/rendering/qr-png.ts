import { create, type BitMatrix } from "qrcode"
import { encodePng } from "./png"

/** Pixels a module of the code; even, so that the picture stays sharp when shown at half its size on fine screens. */
const MODULE_PIXELS = 8
/** ISO/IEC 18004: the light margin around a code is four modules wide. */
const QUIET_ZONE_MODULES = 4
/**
 * Which of the eight masks is laid over the data. Choosing the best of all takes ten times as long as everything else;
 * readers take the mask from the code itself, and on text of this kind any of them breaks up even areas.
 */
const MASK_PATTERN = 0

export interface QrPng {
  content: Buffer
  /** QR version, 1 to 40. */
  version: number
  /** Width and height in pixels. */
  size: number
}

/** A filled area of a picture, in pixels. */
export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
  isDark: boolean
}

export interface QrDesign {
  /** The light margin, in modules, for a code of so many modules a side. */
  quietZone: (modules: number) => number
  /** Drawn over the code, for one of so many pixels a side; error correction has to make up for it. */
  emblem: (codePixels: number) => Rectangle[]
}

const PLAIN: QrDesign = { quietZone: () => QUIET_ZONE_MODULES, emblem: () => [] }

/**
 * Draws a QR code with error correction level M as a black and white PNG, quiet zone included.
 *
 * @param data in byte mode, as it is
 * @throws Error when the data does not fit into a QR code
 */
export function qrPng(data: Buffer, { quietZone, emblem }: QrDesign = PLAIN): QrPng {
  // One segment of bytes: the library would spend most of its time looking for a mix of modes a few bits shorter.
  const { modules, version } = create([{ data, mode: "byte" }], {
    errorCorrectionLevel: "M",
    maskPattern: MASK_PATTERN,
  })
  const margin = quietZone(modules.size)
  const size = (modules.size + 2 * margin) * MODULE_PIXELS
  const rows = scanlines(modules, margin)
  for (const rectangle of emblem(modules.size * MODULE_PIXELS)) fill(rows, rectangle, margin * MODULE_PIXELS)
  return { content: encodePng(size, rows), version, size }
}

/** One bit a pixel, 1 is white; rows of whole bytes. */
function scanlines(modules: BitMatrix, margin: number): Buffer[] {
  // A module is eight pixels wide, which is one byte.
  const light = Buffer.alloc(modules.size + 2 * margin, 0xff)
  const quietRows = Array.from({ length: margin * MODULE_PIXELS }, () => light)
  const rows: Buffer[] = []
  for (let y = 0; y < modules.size; y++) {
    const row = Buffer.from(light)
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) row[x + margin] = 0x00
    }
    for (let repeat = 0; repeat < MODULE_PIXELS; repeat++) rows.push(row)
  }
  return [...quietRows, ...rows, ...quietRows]
}

/** @param offset where the code begins, in pixels from the picture's left and top */
function fill(rows: Buffer[], { left, top, width, height, isDark }: Rectangle, offset: number): void {
  for (let y = offset + top; y < offset + top + height; y++) {
    // Rows of one module share their pixels until one of them is drawn on.
    const row = Buffer.from(rows[y]!)
    for (let x = offset + left; x < offset + left + width; x++) {
      const bit = 0x80 >> (x % 8)
      row[x >> 3] = isDark ? row[x >> 3]! & ~bit : row[x >> 3]! | bit
    }
    rows[y] = row
  }
}
