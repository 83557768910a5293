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

/**
 * Draws a QR code with error correction level M as a black and white PNG, quiet zone included.
 *
 * @param data in byte mode, as it is
 * @throws Error when the data does not fit into a QR code
 */
export function qrPng(data: Buffer): QrPng {
  // One segment of bytes: the library would spend most of its time looking for a mix of modes a few bits shorter.
  const code = create([{ data, mode: "byte" }], { errorCorrectionLevel: "M", maskPattern: MASK_PATTERN })
  const size = (code.modules.size + 2 * QUIET_ZONE_MODULES) * MODULE_PIXELS
  return { content: encodePng(size, scanlines(code.modules, size)), version: code.version, size }
}

/** One bit a pixel, 1 is white; rows of whole bytes. */
function scanlines(modules: BitMatrix, size: number): Buffer[] {
  const light = Buffer.alloc(Math.ceil(size / 8), 0xff)
  const quietRows = Array.from({ length: QUIET_ZONE_MODULES * MODULE_PIXELS }, () => light)
  const rows: Buffer[] = []
  for (let y = 0; y < modules.size; y++) {
    const row = Buffer.from(light)
    for (let x = 0; x < modules.size; x++) {
      // A module is eight pixels wide, which is one byte.
      if (modules.get(y, x)) row[x + QUIET_ZONE_MODULES] = 0x00
    }
    for (let repeat = 0; repeat < MODULE_PIXELS; repeat++) rows.push(row)
  }
  return [...quietRows, ...rows, ...quietRows]
}
