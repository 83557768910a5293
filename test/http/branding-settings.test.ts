import { PNG } from "pngjs"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type {
  AdminBrandingFields,
  AdminHeaderImage,
  AdminHeaderImageResponse,
  AdminPreviewResponse,
  AdminSaveSettings,
} from "../../src/api/settings-types"
import type { AdminOrderMailContentResponse } from "../../src/api/types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const BRANDING = "/admin/order-mails/settings/branding"
const UPLOAD = "/admin/order-mails/branding/header-image"

let shop: ShopClient
let b2b: string
let ofShop: ReturnType<typeof sectionSettings<"branding">>
let ofStore: ReturnType<typeof sectionSettings<"branding">>

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
  ofShop = sectionSettings(shop, "branding", b2b)
  ofStore = sectionSettings(shop, "branding", null)
})
afterEach(async () => {
  await ofShop.inheritAll()
  await ofStore.inheritAll()
})

const preview = (drafts: { branding: Partial<AdminBrandingFields> } | undefined = undefined) =>
  shop.api.post<AdminPreviewResponse>("/admin/order-mails/preview", {
    kind: "payment-info",
    shop_id: b2b,
    language: "de",
    ...(drafts ? { drafts } : {}),
  })

const FIELDS: Partial<AdminBrandingFields> = {
  shop_name: 'Morgenrot & Söhne "Großhandel"',
  shop_url: "https://grosshandel.morgenrot.example/laden?von=mail",
  logo_width: 222,
  color_background: "#f7f1e8",
  color_card: "#fffdf9",
  color_text: "#2b2118",
  color_primary: "#7a3b12",
  color_button_text: "#fefefe",
  font: "georgia",
  corner_radius: 15,
  legal_company: "Morgenrot Großhandel GmbH & Co. KG",
  legal_address: "Speicherstraße 14\n20457 Hamburg",
  legal_register: "Amtsgericht Hamburg HRA 654321",
  legal_vat_id: "DE987654321",
  footer_lines: ["Geschäftsführung: Jule Petersen", "Öko-Kontrollstelle DE-ÖKO-006"],
}

describe("every field of the branding", () => {
  it.each(Object.entries(FIELDS) as [keyof AdminBrandingFields, never][])(
    "%s is set for a shop, shown as its own, and inherited again",
    async (field, value) => {
      const before = (await ofShop.read()).fields[field]
      expect(before.origin).toBe("options")
      const { fields } = await ofShop.save({ [field]: value })
      expect(fields[field]).toEqual({ value, origin: "shop", inherited: before.inherited })
      expect((await ofShop.inherit(field)).fields[field]).toEqual(before)
    },
  )

  it("is in the mail", async () => {
    await ofShop.save(FIELDS)
    const { html, text, subject } = await preview()
    for (const color of ["background", "card", "text", "primary", "button_text"] as const) {
      expect(html).toContain(FIELDS[`color_${color}`])
    }
    expect(html).toContain("font-family:Georgia, 'Times New Roman', serif")
    expect(html).toContain("border-radius: 15px 15px 0 0")
    expect(subject).toContain(FIELDS.shop_name)
    const address = FIELDS.legal_address!.split("\n")
    for (const line of [FIELDS.legal_company!, ...address, FIELDS.legal_register!, ...FIELDS.footer_lines!]) {
      expect(text.split("\n")).toContain(line)
      expect(html).toContain(`${line.replaceAll("&", "&amp;")}<br>`)
    }
    expect(text).toContain("USt-IdNr.: DE987654321")
    expect(text).toContain(FIELDS.shop_url)
    expect(html).toContain(`href="${FIELDS.shop_url!.replace("=", "&#x3D;")}"`)
  })

  it("is in the mail that a customer gets", async () => {
    await ofShop.save({ shop_name: "Morgenrot Großhandel", color_primary: "#7a3b12", legal_vat_id: "DE987654321" })
    const to = uniqueAddress()
    const { publishableKey } = shop.channels.find(({ name }) => name === "B2B-Shop")!
    const order = await shop.placeOrder({ email: to, publishableKey, lines: [{ sku: "ESP-MOR-5000", quantity: 1 }] })
    const mail = await shop.waitForMail(order.id, "sent")
    expect(mail.subject).toContain("Morgenrot Großhandel")
    const path = `/admin/order-mails/${mail.id}/content`
    const { html } = (await shop.api.get<AdminOrderMailContentResponse>(path)).content
    expect(html).toContain("#7a3b12")
    expect(html).toContain("USt-IdNr.: DE987654321")
  })

  it("goes down from all shops to one, field by field", async () => {
    await ofStore.save({ font: "verdana", color_text: "#111111" })
    await ofShop.save({ color_text: "#222222" })
    const { fields } = await ofShop.read()
    expect(fields.font).toMatchObject({ value: "verdana", origin: "store" })
    expect(fields.color_text).toMatchObject({ value: "#222222", origin: "shop", inherited: { value: "#111111" } })
    const { html } = await preview()
    expect(html).toContain("Verdana")
    expect(html).toContain("#222222")
    expect(html).not.toContain("#111111")
  })

  it("is in the log, with who changed it from what to what", async () => {
    await ofShop.save({ legal_address: "Weg 1\n20457 Hamburg", footer_lines: ["a", "b"] })
    await ofShop.save({ legal_address: null })
    const { changes } = await shop.api.get<AdminSettingsLogResponse>(`${BRANDING}/log`, { shop_id: b2b, limit: 3 })
    expect(changes.map(({ field, was, is }) => ({ field, was, is }))).toEqual([
      { field: "legal_address", was: "Weg 1\n20457 Hamburg", is: null },
      ...[
        { field: "footer_lines", was: null, is: "a\nb" },
        { field: "legal_address", was: null, is: "Weg 1\n20457 Hamburg" },
      ],
    ])
  })

  it("is saved by one at a time", async () => {
    const { version } = await ofShop.read()
    const save = (body: Partial<AdminSaveSettings<"branding">>) =>
      shop.api.post(BRANDING, { shop_id: b2b, version, ...body })
    await save({ set: { shop_name: "Die Erste" } })
    await expect(save({ set: { shop_name: "Der Zweite" } })).rejects.toMatchObject({ status: 409 })
    expect((await ofShop.read()).fields.shop_name.value).toBe("Die Erste")
  })
})

describe("what cannot be is refused, and nothing is saved", () => {
  const hostile = `"><script>alert(1)</script>`
  it.each<[Record<string, unknown>, string]>([
    [{ shop_name: "" }, "shop_name: takes the name of the shop"],
    [{ shop_name: "a\r\nBcc: x@evil.example" }, "shop_name: takes one line"],
    [{ shop_url: "javascript:alert(1)" }, "shop_url: takes an address that begins with https://"],
    [{ color_background: "white" }, "color_background: takes a colour as #rrggbb"],
    [{ color_card: "#ff" }, "color_card: takes a colour as #rrggbb"],
    [{ color_text: hostile }, "color_text: takes a colour as #rrggbb"],
    [{ color_primary: "#fff;background:url(//evil.example)" }, "color_primary: takes a colour as #rrggbb"],
    [{ color_button_text: 3 }, "color_button_text: takes a colour"],
    [{ font: hostile }, "font: takes one of system, arial"],
    [{ logo_width: 1000 }, "logo_width: takes a whole number of pixels from 40 to 552"],
    [{ corner_radius: 99 }, "corner_radius: takes a whole number of pixels from 0 to 24"],
    [{ legal_company: "x".repeat(201) }, "legal_company: takes at most 200 characters"],
    [{ legal_address: Array(9).fill("x").join("\n") }, "legal_address: takes at most 8 lines"],
    [{ legal_register: "\u0000" }, "legal_register: takes one line"],
    [{ legal_vat_id: "unbekannt" }, "legal_vat_id: takes the VAT id alone"],
    [{ footer_lines: Array(13).fill("x") }, "footer_lines: takes at most 12 lines"],
    [{ header_image: hostile }, "header_image: takes a picture that was uploaded"],
    [{ logo: 1 }, 'logo: there is no such setting in the section "branding"'],
  ])("%j", async (set, words) => {
    const { version } = await ofShop.read()
    const saving = shop.api.post(BRANDING, { shop_id: b2b, version, set: { font: "times", ...set } })
    await expect(saving).rejects.toMatchObject({ status: 400, message: expect.stringContaining(words) })
    const after = await ofShop.read()
    expect([after.version, after.fields.font.origin]).toEqual([version, "options"])
  })

  it("what is only text arrives harmless", async () => {
    await ofShop.save({
      shop_name: hostile,
      legal_company: hostile,
      legal_register: "{{shop.name}} {{{subject}}} javascript:alert(1)",
      footer_lines: ["<img src=x onerror=alert(1)>", "{{t 'order.total'}}"],
    })
    const { html, text } = await preview()
    expect(html).not.toMatch(/<script|<img src=x|href="javascript/i)
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
    expect(text).toContain("{{t 'order.total'}}")
    expect(text).toContain("{{shop.name}} {{{subject}}} javascript:alert(1)")
  })
})

describe("a header image", () => {
  const png = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height }))

  async function upload(content: Buffer | null, name = "logo.png", field = "file") {
    const form = new FormData()
    if (content) form.append(field, new Blob([new Uint8Array(content)], { type: "image/png" }), name)
    const response = await fetch(`${shop.baseUrl}${UPLOAD}`, { method: "POST", headers: shop.api.headers, body: form })
    const body = (await response.json()) as AdminHeaderImageResponse & { message?: string }
    return { status: response.status, message: body.message, image: body.header_image }
  }

  it("is uploaded, can be loaded by everybody, saved, and stands in the mail in the width that is set", async () => {
    const { status, image } = await upload(png(800, 200), "../../<script>.png")
    expect(status).toBe(200)
    expect(image).toMatchObject({
      width: 800,
      height: 200,
      url: expect.stringMatching(/^http:\/\/localhost:\d+\/static\//),
    })
    expect(image.url).not.toContain("script")
    const loaded = await fetch(image.url)
    expect([loaded.status, loaded.headers.get("content-type")]).toEqual([200, "image/png"])

    const { fields } = await ofShop.save({ header_image: image, logo_width: 240, shop_name: "Morgenrot" })
    expect(fields.header_image).toMatchObject({ value: image, origin: "shop" })
    const { html } = await preview()
    expect(html).toContain(`<img class="logo" src="${image.url}" alt="Morgenrot" width="240" height="60"`)
    expect((await ofShop.save({ header_image: null })).fields.header_image.value).toBeNull()
    expect((await preview()).html).not.toContain('class="logo"')
  })

  it("is seen in a preview before it is saved", async () => {
    const { image } = await upload(png(300, 100))
    expect((await preview({ branding: { header_image: image } })).html).toContain(image.url)
    expect((await ofShop.read()).fields.header_image.origin).toBe("options")
  })

  it.each<[string, () => Parameters<typeof upload>, string]>([
    ["no file", () => [null], 'file: is missing; takes one picture as "file"'],
    ["an empty file", () => [Buffer.alloc(0)], "file: the file is empty"],
    ["a file of another field", () => [png(9, 9), "logo.png", "files"], 'takes a form with one picture as "file"'],
    [
      "SVG under another name",
      () => [Buffer.from("<svg onload='alert(1)'/>")],
      "file: takes a picture as PNG, JPEG or GIF",
    ],
    ["a page", () => [Buffer.from("<script>alert(1)</script>")], "file: takes a picture as PNG, JPEG or GIF"],
    ["a damaged picture", () => [png(200, 200).subarray(0, 60)], "file: the picture is damaged"],
    ["too many pixels", () => [png(2500, 20)], "file: takes a picture of at most 2400 × 1200 pixels"],
    ["too many bytes", () => [Buffer.alloc(1024 * 1024 + 1)], "file: takes a picture of at most 1 MB"],
  ])("is refused: %s", async (_, file, words) => {
    const { status, message } = await upload(...file())
    expect([status, message]).toEqual([400, expect.stringContaining(words)])
  })

  it("is refused where it is no form at all", async () => {
    const body = '{"file":"x"}'
    const headers = { ...shop.api.headers, "content-type": "application/json" }
    const response = await fetch(`${shop.baseUrl}${UPLOAD}`, { method: "POST", headers, body })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("file: is missing")])
  })

  it("is refused where the form breaks off", async () => {
    const headers = { ...shop.api.headers, "content-type": "multipart/form-data; boundary=x" }
    const response = await fetch(`${shop.baseUrl}${UPLOAD}`, { method: "POST", headers, body: "--x\r\nContent-Disp" })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("takes a form with one")])
  })

  it("cannot be given another address than its upload had", async () => {
    const { image } = await upload(png(300, 100))
    const forged: Partial<AdminHeaderImage>[] = [
      { url: "https://tracker.example/pixel.png" },
      { url: "javascript:alert(1)" },
      { height: 9000 },
      { proof: "" },
    ]
    for (const change of forged) {
      await expect(ofShop.save({ header_image: { ...image, ...change } })).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining("header_image: takes a picture as its upload here gave it"),
      })
    }
    expect((await ofShop.read()).fields.header_image.origin).toBe("options")
  })
})
