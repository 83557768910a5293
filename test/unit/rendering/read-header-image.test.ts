import { readFileSync } from "node:fs"
import { PNG } from "pngjs"
import { describe, expect, it } from "vitest"
import { HEADER_IMAGE_MAX_BYTES, readHeaderImage } from "../../../src/rendering/read-header-image"

const png = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height }))
const jpeg = readFileSync("demo/pictures/handmuehle.jpg")
/** One transparent pixel, the smallest there is. */
const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")

/** A JPEG whose EXIF says that it lies on its side. */
function lying(picture: Buffer): Buffer {
  const exif = Buffer.from("ffe1002245786966000049492a000800000001001201030001000000" + "06000000" + "00000000", "hex")
  return Buffer.concat([picture.subarray(0, 2), exif, picture.subarray(2)])
}

it("tells what a picture is and how large, by looking into it", () => {
  expect(readHeaderImage(png(640, 160))).toEqual({
    contentType: "image/png",
    extension: "png",
    width: 640,
    height: 160,
  })
  expect(readHeaderImage(gif)).toEqual({ contentType: "image/gif", extension: "gif", width: 1, height: 1 })
  expect(readHeaderImage(jpeg)).toMatchObject({ contentType: "image/jpeg", extension: "jpg" })
})

it("turns a photograph that says it lies on its side", () => {
  const { width, height } = readHeaderImage(jpeg)
  const turned = readHeaderImage(lying(jpeg))
  expect([turned.width, turned.height]).toEqual([height, width])
})

it("takes what is exactly as large as allowed", () => {
  expect(readHeaderImage(png(2400, 1200))).toMatchObject({ width: 2400, height: 1200 })
})

describe("refuses", () => {
  const avif = Buffer.concat([Buffer.from("0000001c", "hex"), Buffer.from("ftypavif"), Buffer.alloc(100)])
  it.each([
    ["nothing", Buffer.alloc(0), "the file is empty"],
    ["too much", Buffer.alloc(HEADER_IMAGE_MAX_BYTES + 1), "takes a picture of at most 1 MB"],
    ["text", Buffer.from("hello"), "takes a picture as PNG, JPEG or GIF"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "takes a picture as PNG, JPEG or GIF"],
    ["a program", Buffer.from("MZ\u0090"), "takes a picture as PNG, JPEG or GIF"],
    ["SVG", Buffer.from('<?xml version="1.0"?>\n<svg onload="alert(1)"/>'), "this is SVG"],
    ["WebP", Buffer.from("RIFF\u0000\u0000\u0000\u0000WEBPVP8 "), "this is WebP, which Outlook does not show"],
    ["AVIF", avif, "this is AVIF"],
    ["too wide", png(2401, 10), "at most 2400 × 1200 pixels; this one has 2401 × 10"],
    ["too high", png(10, 1201), "at most 2400 × 1200 pixels; this one has 10 × 1201"],
    ["a PNG of eight bytes", png(10, 10).subarray(0, 8), "begins as PNG and is not complete"],
    ["a PNG that breaks off", png(300, 300).subarray(0, -20), "begins as PNG and is not complete"],
    ["a JPEG that breaks off", jpeg.subarray(0, 3), "begins as JPG and is not complete"],
    ["a GIF that breaks off", gif.subarray(0, 20), "begins as GIF and is not complete"],
    ["a PNG in name", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), jpeg]), "begins as PNG"],
  ])("%s", (_, content, words) => {
    expect(() => readHeaderImage(content)).toThrow(words)
  })
})

it("comes to an end with every cut of a picture", () => {
  for (const picture of [png(20, 20), gif, jpeg.subarray(0, 2000)]) {
    for (let length = 0; length < picture.length; length++) {
      expect(() => readHeaderImage(picture.subarray(0, length))).toThrow(/empty|takes a picture|is not complete/)
    }
  }
})
