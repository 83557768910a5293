import { z } from "@medusajs/framework/zod"
import { safeUrl } from "../../../rendering/safe-url"
import { MAIL_FONTS } from "../../../rendering/shared/font-stacks"
import { isVatId } from "../../../rendering/shared/vat-id"

/** Whatever ends a line, turns the direction of reading, or cannot be encoded. */
const LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]*$/u

const line = (maxLength: number) =>
  z
    .string("takes text")
    .trim()
    .max(maxLength, `takes at most ${maxLength} characters`)
    .regex(LINE, "takes one line of text without control characters")

/** Nothing typed is nothing said. */
const orNull = (text: string): string | null => text || null

const color = z
  .string("takes a colour as text")
  .trim()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, "takes a colour as #rrggbb, for example #1f4e79")
  .transform((typed) => (typed.length === 4 ? typed.replace(/[^#]/g, "$&$&") : typed).toLowerCase())

const pixels = (from: number, to: number) => {
  const words = `takes a whole number of pixels from ${from} to ${to}`
  return z.number(words).int(words).min(from, words).max(to, words)
}

const WEB_ADDRESS = "takes an address that begins with https:// or http://, for example https://shop.example"
const webAddress = z
  .string(WEB_ADDRESS)
  .trim()
  .max(500, "takes at most 500 characters")
  .refine((value) => value === "" || (safeUrl(value) !== null && LINE.test(value)), WEB_ADDRESS)

const UPLOADED = "takes a picture that was uploaded with POST /admin/order-mails/branding/header-image"
const headerImage = z.strictObject(
  {
    file_id: z.string(UPLOADED).min(1, UPLOADED).max(1000, UPLOADED),
    url: z.string(UPLOADED).max(2000, UPLOADED),
    width: z.number(UPLOADED).int(UPLOADED).positive(UPLOADED),
    height: z.number(UPLOADED).int(UPLOADED).positive(UPLOADED),
    proof: z.string(UPLOADED).max(100, UPLOADED),
  },
  UPLOADED,
)

const MAX_ADDRESS_LINES = 8
const address = z
  .string("takes text")
  .max(500, "takes at most 500 characters")
  .transform((typed) =>
    typed
      .split(/\r\n|[\r\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .join("\n"),
  )
  .refine((text) => text.split("\n").every((each) => LINE.test(each)), "takes text without control characters")
  .refine((text) => text.split("\n").length <= MAX_ADDRESS_LINES, `takes at most ${MAX_ADDRESS_LINES} lines`)

const vatId = line(50).refine(
  (typed) => typed === "" || isVatId(typed),
  "takes the VAT id alone, for example DE123456789",
)

const MAX_FOOTER_LINES = 12

/** What may be saved of the section "Branding". */
export const brandingInput = z
  .strictObject({
    shop_name: line(75).min(1, "takes the name of the shop"),
    shop_url: webAddress.transform(orNull).nullable(),
    header_image: headerImage.nullable(),
    logo_width: pixels(40, 552),
    color_background: color,
    color_card: color,
    color_text: color,
    color_primary: color,
    color_button_text: color,
    font: z.enum(MAIL_FONTS, `takes one of ${MAIL_FONTS.join(", ")}`),
    corner_radius: pixels(0, 24),
    legal_company: line(200).transform(orNull).nullable(),
    legal_address: address.transform(orNull).nullable(),
    legal_register: line(200).transform(orNull).nullable(),
    legal_vat_id: vatId.transform(orNull).nullable(),
    footer_lines: z
      .array(line(200), "takes a list of lines")
      .max(MAX_FOOTER_LINES, `takes at most ${MAX_FOOTER_LINES} lines`)
      .transform((lines) => lines.filter((each) => each !== "")),
  })
  .partial()
