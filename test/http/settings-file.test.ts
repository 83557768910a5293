import { afterEach, beforeAll, describe, expect, it } from "vitest"
import type {
  AdminSettingsFile,
  AdminSettingsFileInput,
  AdminSettingsFileResponse,
} from "../../src/api/settings-file-types"
import { sectionSettings } from "../helpers/section-settings"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, type ShopClient } from "../helpers/shop"

const FILE = "/admin/order-mails/settings-file"

let shop: ShopClient
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})
afterEach(async () => {
  for (const id of [b2b, null]) {
    await sectionSettings(shop, "branding", id).inheritAll()
    await sectionSettings(shop, "texts", id).inheritAll()
    await settingsOf(shop, id).inheritAll()
  }
})

const download = () => shop.api.get<AdminSettingsFile>(FILE)
const send = (input: AdminSettingsFileInput) => shop.api.post<AdminSettingsFileResponse>(FILE, input)
const fieldsOf = ({ changes }: AdminSettingsFileResponse) => changes.map(({ field }) => field)

describe("the file of all settings", () => {
  it("brings settings and texts back after they were changed, once the user has seen the differences", async () => {
    const branding = sectionSettings(shop, "branding", b2b)
    await branding.save({ shop_name: "Morgenrot Großhandel", color_primary: "#225533" })
    await sectionSettings(shop, "texts", null).save({ "de:payment-info.heading": "Danke für die Bestellung" })
    await settingsOf(shop, b2b).save({ reply_to: "fragen@morgenrot-kaffee.example" })
    const file = await download()
    expect(file.levels.map(({ shop: level }) => level?.name ?? null)).toEqual(
      expect.arrayContaining([null, "B2B-Shop"]),
    )

    await branding.save({ shop_name: "Anders", corner_radius: 0 })
    await sectionSettings(shop, "texts", null).inheritAll()
    await settingsOf(shop, b2b).inheritAll()
    const seen = await send({ file })
    expect(seen).toMatchObject({ applied: false, problems: [] })
    expect(fieldsOf(seen).toSorted()).toEqual(["corner_radius", "de:payment-info.heading", "reply_to", "shop_name"])
    expect(seen.changes.find(({ field }) => field === "shop_name")).toMatchObject({
      shop_id: b2b,
      shop_name: "B2B-Shop",
      section: "branding",
      was: "Anders",
      is: "Morgenrot Großhandel",
    })
    expect((await branding.read()).fields.shop_name.value).toBe("Anders")

    expect(await send({ file, apply: true, token: seen.token })).toMatchObject({ applied: true })
    const { fields } = await branding.read()
    expect(fields.shop_name.value).toBe("Morgenrot Großhandel")
    expect(fields.corner_radius.origin).not.toBe("shop")
    expect((await settingsOf(shop, b2b).read()).settings.reply_to.value).toBe("fragen@morgenrot-kaffee.example")
    expect(fieldsOf(await send({ file }))).toEqual([])
  })

  it("is not applied without the differences having been seen, or when they are others by now", async () => {
    const branding = sectionSettings(shop, "branding", b2b)
    await branding.save({ shop_name: "Eins" })
    const file = await download()
    await branding.save({ shop_name: "Zwei" })
    await expect(send({ file, apply: true })).rejects.toMatchObject({ status: 409 })
    const { token } = await send({ file })
    await branding.save({ shop_name: "Drei" })
    await expect(send({ file, apply: true, token })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("look at the differences again"),
    })
    expect((await branding.read()).fields.shop_name.value).toBe("Drei")
  })

  it("has no password in it", async () => {
    await settingsOf(shop, b2b).save({
      archive_mailbox: { host: "imap.morgenrot-kaffee.example", user: "archiv", password: "sehr geheim" },
    })
    const text = JSON.stringify(await download())
    expect(text).toContain("imap.morgenrot-kaffee.example")
    expect(text).not.toMatch(/geheim|password/)
  })

  it("is refused in words when it is something else, or holds what cannot be", async () => {
    await expect(send({ file: { hello: "world" } })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("this is no file of order e-mail settings"),
    })
    const file = await download()
    Object.assign(file.levels.find(({ shop: level }) => level?.id === b2b)!.sections, {
      branding: { color_primary: "javascript:alert(1)" },
      texts: { "de:nonsense": "x" },
      "of-a-newer-version": {},
    })
    const { problems, left_out, token } = await send({ file })
    expect(problems.map(({ field }) => field)).toEqual(["color_primary", "de:nonsense"])
    expect(left_out.map(({ section }) => section)).toContain("of-a-newer-version")
    await expect(send({ file, apply: true, token })).rejects.toMatchObject({ status: 400 })
  })
})
