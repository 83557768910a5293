import { describe, expect, it } from "vitest"
import { parseOptions } from "../../../src/modules/order-mail/options"
import { brandingSection, type BrandingFields } from "../../../src/modules/order-mail/settings/branding-section"
import { HeaderImages } from "../../../src/modules/order-mail/settings/header-images"
import { readSectionInput } from "../../../src/modules/order-mail/settings/read-input"
import { SettingRefused } from "../../../src/modules/order-mail/settings/section-definition"

const OPTIONS = parseOptions({
  secret: "x".repeat(32),
  shop: { name: "Lindner", url: "https://lindner.example", footerLines: ["Lindner GmbH"] },
  sender: { address: "orders@lindner.example" },
  bankTransfer: { accountHolder: "Lindner GmbH", iban: "DE89370400440532013000" },
})

const read = (typed: Record<string, unknown>): Partial<BrandingFields> => readSectionInput(brandingSection, typed)

/** What is said when something cannot be saved. */
function refusal(check: () => unknown): string {
  try {
    check()
  } catch (error) {
    if (error instanceof SettingRefused) return error.message
    throw error
  }
  throw new Error("It was taken.")
}

it("says by default what the options say, in the look that is shipped", () => {
  const base = brandingSection.base(OPTIONS)
  expect(base).toMatchObject({
    shop_name: "Lindner",
    shop_url: "https://lindner.example",
    footer_lines: ["Lindner GmbH"],
    header_image: null,
    font: "system",
  })
  expect(Object.keys(base).sort()).toEqual([...brandingSection.fields].sort())
  // The base could be saved as it is.
  expect(read({ ...base })).toEqual(base)
})

describe("what is typed is taken", () => {
  it.each([
    [{ shop_name: "  Müller & Söhne <3 " }, { shop_name: "Müller & Söhne <3" }],
    [{ shop_url: " https://müller.example/?a=b " }, { shop_url: "https://müller.example/?a=b" }],
    [{ shop_url: "" }, { shop_url: null }],
    [{ color_text: "#ABC" }, { color_text: "#aabbcc" }],
    [{ color_card: " #FFEEDD " }, { color_card: "#ffeedd" }],
    [
      { font: "georgia", corner_radius: 0, logo_width: 552 },
      { font: "georgia", corner_radius: 0, logo_width: 552 },
    ],
    [{ legal_company: " " }, { legal_company: null }],
    [{ legal_address: " Hafen 1\r\n\r\n24937 Flensburg \n" }, { legal_address: "Hafen 1\n24937 Flensburg" }],
    [{ legal_address: "\n" }, { legal_address: null }],
    [{ legal_vat_id: "DE 123 456 789" }, { legal_vat_id: "DE 123 456 789" }],
    [{ legal_vat_id: "ATU12345678" }, { legal_vat_id: "ATU12345678" }],
    [{ legal_vat_id: "CHE-123.456.789 MWST" }, { legal_vat_id: "CHE-123.456.789 MWST" }],
    [{ footer_lines: [" a ", "", "b"] }, { footer_lines: ["a", "b"] }],
    [{ header_image: null }, { header_image: null }],
  ])("%j as %j", (typed, taken) => {
    expect(read(typed)).toEqual(taken)
  })
})

describe("what cannot be is refused, with the field and what it takes", () => {
  const line = "takes one line of text without control characters"
  const color = "takes a colour as #rrggbb, for example #1f4e79"
  const address = "takes an address that begins with https:// or http://, for example https://shop.example"
  const uploaded = "takes a picture that was uploaded with POST /admin/order-mails/branding/header-image"
  it.each<[Record<string, unknown>, string]>([
    [{ shop_name: " " }, "shop_name: takes the name of the shop"],
    [{ shop_name: "x".repeat(76) }, "shop_name: takes at most 75 characters"],
    [{ shop_name: "Shop\r\nBcc: evil@example.com" }, `shop_name: ${line}`],
    [{ shop_name: "a\u202Eb" }, `shop_name: ${line}`],
    [{ shop_name: "a\u2028b" }, `shop_name: ${line}`],
    [{ shop_name: null }, "shop_name: takes text"],
    [{ shop_url: "javascript:alert(1)" }, `shop_url: ${address}`],
    [{ shop_url: "shop.example" }, `shop_url: ${address}`],
    [{ shop_url: "https://user:password@shop.example" }, `shop_url: ${address}`],
    [{ shop_url: "https://shop.example/\nx" }, `shop_url: ${address}`],
    [{ shop_url: 5 }, `shop_url: ${address}`],
    [{ shop_url: `https://shop.example/${"x".repeat(500)}` }, "shop_url: takes at most 500 characters"],
    ...["red", "#12", "#1234567", "rgb(0,0,0)", "#fff;}", "", "url(x)"].map(
      (typed): [Record<string, unknown>, string] => [{ color_primary: typed }, `color_primary: ${color}`],
    ),
    [{ color_text: null }, "color_text: takes a colour as text"],
    [{ font: "Comic Sans" }, "font: takes one of system, arial, verdana, tahoma, trebuchet, georgia, times, courier"],
    [{ font: "constructor" }, "font: takes one of system"],
    [{ logo_width: 39 }, "logo_width: takes a whole number of pixels from 40 to 552"],
    [{ logo_width: 553 }, "logo_width: takes a whole number of pixels from 40 to 552"],
    [{ logo_width: 99.5 }, "logo_width: takes a whole number of pixels from 40 to 552"],
    [{ logo_width: "100" }, "logo_width: takes a whole number of pixels from 40 to 552"],
    [{ corner_radius: -1 }, "corner_radius: takes a whole number of pixels from 0 to 24"],
    [{ corner_radius: 25 }, "corner_radius: takes a whole number of pixels from 0 to 24"],
    [{ legal_company: "x".repeat(201) }, "legal_company: takes at most 200 characters"],
    [{ legal_company: "a\tb" }, `legal_company: ${line}`],
    [{ legal_register: "a\u0000b" }, `legal_register: ${line}`],
    [{ legal_address: "x".repeat(501) }, "legal_address: takes at most 500 characters"],
    [{ legal_address: "1\n2\n3\n4\n5\n6\n7\n8\n9" }, "legal_address: takes at most 8 lines"],
    [{ legal_address: "a\u0007b" }, "legal_address: takes text without control characters"],
    [{ legal_vat_id: "USt-IdNr. DE123456789" }, "legal_vat_id: takes the VAT id alone, for example DE123456789"],
    [{ legal_vat_id: "123456789" }, "legal_vat_id: takes the VAT id alone, for example DE123456789"],
    [{ footer_lines: "a" }, "footer_lines: takes a list of lines"],
    [{ footer_lines: Array(13).fill("x") }, "footer_lines: takes at most 12 lines"],
    [{ footer_lines: ["ok", "x".repeat(201)] }, "footer_lines.1: takes at most 200 characters"],
    [{ footer_lines: ["a\nb"] }, `footer_lines.0: ${line}`],
    [{ header_image: "https://evil.example/x.png" }, `header_image: ${uploaded}`],
    [{ header_image: { file_id: "x", url: "https://x.example" } }, `header_image.width: ${uploaded}`],
    [{ header_images: null }, 'header_images: there is no such setting in the section "branding"'],
  ])("%j", (typed, words) => {
    expect(refusal(() => read(typed))).toContain(words)
  })

  it.each(["__proto__", "constructor"])("and so is a setting called %s", (name) => {
    expect(refusal(() => read(JSON.parse(`{"${name}": {"x": 1}}`)))).toContain("there is no such setting")
  })
})

describe("a header image", () => {
  const images = new HeaderImages(OPTIONS.secret)
  const image = images.prove({
    file_id: "1-logo.png",
    url: "https://files.example/1-logo.png",
    width: 400,
    height: 100,
  })
  const save = (header_image: BrandingFields["header_image"]) =>
    brandingSection.verify?.(read({ header_image }), OPTIONS)

  it("is taken as its upload gave it", () => {
    expect(() => save(image)).not.toThrow()
    expect(images.isOurs(image)).toBe(true)
  })

  it.each([
    ["address", { url: "https://evil.example/pixel.png" }],
    ["file", { file_id: "2-logo.png" }],
    ["size", { width: 4000 }],
    ["proof", { proof: "x" }],
    ["proof, empty", { proof: "" }],
  ])("is refused with another %s", (_, change) => {
    expect(refusal(() => save({ ...image, ...change }))).toBe(
      "header_image: takes a picture as its upload here gave it; upload it again",
    )
    expect(images.isOurs({ ...image, ...change })).toBe(false)
  })

  it("of another installation is none of ours", () => {
    expect(new HeaderImages("y".repeat(32)).isOurs(image)).toBe(false)
    expect(images.isOurs(null)).toBe(false)
    expect(images.isOurs("https://files.example/1-logo.png")).toBe(false)
  })

  it.each(["/static/logo.png", "static/logo.png", "", "file:///srv/logo.png", "data:image/png;base64,AA=="])(
    "cannot stand at %j",
    (url) => {
      expect(() => images.prove({ ...image, url })).toThrow(/no mail program can load.*https:\/\//)
    },
  )
})

describe("the log", () => {
  it.each([
    [null, null],
    ["#ffffff", "#ffffff"],
    [180, "180"],
    [["a", "b"], "a\nb"],
    [{ file_id: "f", url: "https://f.example/x.png", width: 1, height: 1, proof: "p" }, "https://f.example/x.png"],
  ])("shows %j as %j", (value, shown) => {
    expect(brandingSection.shown(value, "shop_name")).toBe(shown)
  })
})
