import { crc32, deflateSync } from "node:zlib"

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREYSCALE = 0
/** Filter types of a row: as it is, or as the difference to the row above. */
const FILTER_NONE = 0
const FILTER_UP = 2

/**
 * Writes a black and white picture as PNG (ISO/IEC 15948), one bit a pixel: a thousand times less work than going
 * through four bytes a pixel, for a smaller file.
 *
 * @param width in pixels
 * @param rows top to bottom, each of `ceil(width / 8)` bytes, a set bit is white; a row that is the same object as the
 *   one above it costs next to nothing
 */
export function encodePng(width: number, rows: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.writeUInt8(1, 8)
  header.writeUInt8(GREYSCALE, 9)
  // Repeated rows are all zero after filtering, so the fastest level is enough.
  const pixels = deflateSync(filteredRows(width, rows), { level: 1 })
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))])
}

function filteredRows(width: number, rows: readonly Buffer[]): Buffer {
  const rowBytes = 1 + Math.ceil(width / 8)
  const filtered = Buffer.alloc(rows.length * rowBytes)
  rows.forEach((row, y) => {
    const isRepeated = y > 0 && row === rows[y - 1]
    filtered[y * rowBytes] = isRepeated ? FILTER_UP : FILTER_NONE
    if (!isRepeated) row.copy(filtered, y * rowBytes + 1)
  })
  return filtered
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, "latin1")
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
