import { describe, expect, it } from "vitest"
import { COLOR_FIELD_OF, colorsOf, pickableColor } from "../../../admin/lib/branding-colors"
import { BRANDING_CARDS } from "../../../admin/lib/branding-fields"
import { brandingProblem, previewable, type BrandingProblem } from "../../../admin/lib/branding-problem"
import { imageWarning } from "../../../admin/lib/header-image"
import type { AdminBrandingFields } from "../../../src/api/settings-types"
import { brandingSection } from "../../../src/modules/order-mail/settings/branding-section"
import { readSectionInput } from "../../../src/modules/order-mail/settings/read-input"
import { contrastVerdicts } from "../../../src/rendering/shared/contrast"

const CASES: [Partial<AdminBrandingFields>, BrandingProblem | null][] = [
  [{ shop_name: "Müller & Söhne" }, null],
  [{ shop_name: "  " }, "nameMissing"],
  [{ shop_name: "x".repeat(76) }, "nameTooLong"],
  [{ shop_url: null }, null],
  [{ shop_url: " https://müller.example/?a=b " }, null],
  [{ shop_url: "müller.example" }, "urlInvalid"],
  [{ shop_url: "javascript:alert(1)" }, "urlInvalid"],
  [{ shop_url: "https://a:b@shop.example" }, "urlInvalid"],
  [{ color_text: " #ABC " }, null],
  [{ color_text: "#aabbcc" }, null],
  [{ color_card: "#aabbc" }, "colorInvalid"],
  [{ color_primary: "" }, "colorInvalid"],
  [{ logo_width: 40 }, null],
  [{ logo_width: 553 }, "logoWidthInvalid"],
  [{ logo_width: Number.NaN }, "logoWidthInvalid"],
  [{ logo_width: 100.5 }, "logoWidthInvalid"],
  [{ corner_radius: 24 }, null],
  [{ corner_radius: -1 }, "cornerRadiusInvalid"],
  [{ font: "tahoma" }, null],
  [{ legal_company: null }, null],
  [{ legal_company: "x".repeat(201) }, "lineTooLong"],
  [{ legal_register: "x".repeat(200) }, null],
  [{ legal_address: "a\n\nb\n" }, null],
  [{ legal_address: Array(9).fill("a").join("\n") }, "addressTooLong"],
  [{ legal_address: "x".repeat(501) }, "addressTooLong"],
  [{ legal_vat_id: "DE 123 456 789" }, null],
  [{ legal_vat_id: "CHE-123.456.789 MWST" }, null],
  [{ legal_vat_id: "USt-IdNr. DE123456789" }, "vatIdInvalid"],
  [{ legal_vat_id: "unbekannt" }, "vatIdInvalid"],
  [{ legal_vat_id: "IE9S99999L" }, null],
  [{ footer_lines: ["a", "", "b"] }, null],
  [{ footer_lines: Array(13).fill("a") }, "tooManyLines"],
  [{ footer_lines: ["a", "x".repeat(201)] }, "lineTooLong"],
  [{ header_image: null }, null],
]

describe("brandingProblem", () => {
  it.each(CASES)("of %j is %s", (values, problem) => {
    const [field] = Object.keys(values) as [keyof AdminBrandingFields]
    expect(brandingProblem(field, values[field]!)).toBe(problem)
  })

  it.each(CASES)("is of one mind with the server about %j", (values, problem) => {
    const save = () => readSectionInput(brandingSection, values)
    if (problem === null) expect(save).not.toThrow()
    else expect(save).toThrow(Object.keys(values)[0])
  })
})

it("previews what the server would take, and leaves out what it would not", () => {
  expect(previewable({ color_text: "#12", color_card: "#fff", logo_width: Number.NaN, shop_url: null })).toEqual({
    color_card: "#fff",
    shop_url: null,
  })
})

it("has every field of the section on one card", () => {
  expect(Object.values(BRANDING_CARDS).flat().sort()).toEqual([...brandingSection.fields].sort())
})

describe("colours", () => {
  const fields = {
    color_background: "#fff",
    color_card: "#fff",
    color_text: " #000000 ",
    color_primary: "#ffee00",
    color_button_text: "#ffffff",
  }

  it("are judged as they will stand in the mail, and a proposal has a field to go to", () => {
    const failing = contrastVerdicts(colorsOf(fields)).filter(({ passes }) => !passes)
    expect(failing.map(({ pair }) => pair)).toEqual(["shop-name-on-background", "button-text-on-primary"])
    for (const { nearest } of failing) expect(fields).toHaveProperty(COLOR_FIELD_OF[nearest!.colour])
  })

  it.each([
    ["#ABC", "#aabbcc"],
    [" #1F4E79 ", "#1f4e79"],
    ["#12", "#000000"],
    ["red", "#000000"],
  ])("%j is picked as %s", (typed, picked) => {
    expect(pickableColor(typed)).toBe(picked)
  })
})

describe("a picture's warning", () => {
  const image = { file_id: "f", url: "https://files.example/f.png", width: 400, height: 100, proof: "" }
  it.each([
    ["none", {}, 200, null],
    ["that it is blurred", {}, 401, "blurred"],
    ["that it is high", { height: 800 }, 200, "high"],
    ["that customers cannot load it", { url: "http://localhost:9000/static/f.png" }, 200, "local"],
    ["that customers cannot load it", { url: "http://127.0.0.1/f.png" }, 200, "local"],
    ["that customers cannot load it", { url: "http://[::1]/f.png" }, 200, "local"],
    ["none of a name that only begins so", { url: "https://localhost.example/f.png" }, 200, null],
  ])("%s", (_, change, shownWidth, warning) => {
    expect(imageWarning({ ...image, ...change }, shownWidth)).toBe(warning)
  })
})
