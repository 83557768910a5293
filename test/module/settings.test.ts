import { randomBytes } from "node:crypto"
import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { parseOptions } from "../../src/modules/order-mail/options"
import { proofOf } from "../../src/modules/order-mail/settings/header-image-proof"
import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { SenderSettings } from "../../src/modules/order-mail/settings/sender-settings"
import { SettingsFileDesk } from "../../src/modules/order-mail/settings/settings-file-desk"
import { readEncryptionKeys } from "../../src/sender/secrets/encryption-key"
import { createSecretBox } from "../../src/sender/secrets/secret-box"
import { createMigratedDataSource } from "./database"

const encryptionKeys = [{ id: "k1", key: randomBytes(32).toString("base64") }]
const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Morgenrot" },
  sender: { address: "bestellung@morgenrot.example" },
  bankTransfer: { accountHolder: "Morgenrot GmbH", iban: "DE89370400440532013000" },
  encryptionKeys,
  allowPrivateMailServers: true,
})

/** As the upload of the branding gives it. */
const picture = (file_id: string) => {
  const image = { file_id, url: `https://shop.example/${file_id}`, width: 400, height: 100 }
  return { ...image, proof: proofOf(image, options.secret) }
}

/** A shop system: its database, and what its settings page does. */
async function startSystem() {
  const { dataSource, drop } = await createMigratedDataSource()
  const settings = new OrderMailSettings(dataSource, options)
  const secretBox = createSecretBox(readEncryptionKeys(encryptionKeys))
  const sender = new SenderSettings({ dataSource, secretBox, options })
  return { dataSource, drop, settings, sender, file: new SettingsFileDesk({ dataSource, settings, sender }) }
}

type System = Awaited<ReturnType<typeof startSystem>>

let staging: System
let live: System

beforeAll(async () => {
  staging = await startSystem()
  live = await startSystem()
})
afterAll(async () => {
  await staging.drop()
  await live.drop()
})
beforeEach(async () => {
  for (const { dataSource } of [staging, live]) await forgetAll(dataSource)
})

const forgetAll = async (dataSource: DataSource) => {
  await dataSource.query("DELETE FROM order_mail_shop")
  await dataSource.query("DELETE FROM order_mail_settings_change")
}

const save = async ({ settings }: System, shop_id: string | null, set: Record<string, unknown>, version = 0) =>
  settings.save("branding", { shop_id, version, set, inherit: [] }, "user_1")

describe("a section of plain settings", () => {
  it("is inherited field by field: options, store, shop", async () => {
    await save(staging, null, { color_primary: "#112233", corner_radius: 12 })
    await save(staging, "sc_1", { corner_radius: 0 })
    const { fields, version } = await staging.settings.read("branding", "sc_1")
    expect(version).toBe(1)
    expect(fields.shop_name).toMatchObject({ value: "Morgenrot", origin: "options" })
    expect(fields.color_primary).toMatchObject({ value: "#112233", origin: "store" })
    expect(fields.corner_radius).toEqual({ value: 0, origin: "shop", inherited: { value: 12, origin: "store" } })
    const { branding } = await staging.settings.effective("sc_1")
    expect(branding).toMatchObject({ color_primary: "#112233", corner_radius: 0, shop_name: "Morgenrot" })
    expect((await staging.settings.effective("sc_2")).branding).toMatchObject({ corner_radius: 12 })
  })

  it("refuses what it does not take, names the field and keeps what was set", async () => {
    await save(staging, null, { corner_radius: 12 })
    const refused = (set: Record<string, unknown>) => save(staging, null, set, 1)
    await expect(refused({ color_primary: "red" })).rejects.toThrow(/^color_primary: .*#rrggbb/)
    await expect(refused({ colour: "#112233" })).rejects.toThrow(/^colour: there is no such setting/)
    await expect(refused({ __proto__: null, constructor: 1 })).rejects.toThrow(/^constructor: there is no such setting/)
    await expect(
      staging.settings.save("branding", { shop_id: null, version: 1, set: {}, inherit: ["toString"] }, "user_1"),
    ).rejects.toThrow(/^toString: there is no such setting/)
    await expect(
      staging.settings.save(
        "branding",
        { shop_id: null, version: 1, set: { corner_radius: 1 }, inherit: ["corner_radius"] },
        "user_1",
      ),
    ).rejects.toThrow("corner_radius: can be set or inherited, not both")
    const { fields, version } = await staging.settings.read("branding", null)
    expect([fields.corner_radius.value, version]).toEqual([12, 1])
  })

  it("tells the second of two who save at once", async () => {
    await save(staging, "sc_1", { corner_radius: 3 })
    await expect(save(staging, "sc_1", { corner_radius: 4 })).rejects.toMatchObject({ type: "conflict" })
    await Promise.allSettled([1, 2, 3, 4].map((n) => save(staging, "sc_1", { corner_radius: n }, 1)))
    expect((await staging.settings.read("branding", "sc_1")).version).toBe(2)
  })

  it("logs each change of each field once, and none that changes nothing", async () => {
    const image = picture("f.png")
    await save(staging, null, { corner_radius: 12, shop_name: "Morgenrot Kaffee", header_image: image })
    // PostgreSQL gives the parts of the picture back in another order.
    await save(staging, null, { corner_radius: 12, header_image: image }, 1)
    await staging.settings.save("branding", { shop_id: null, version: 2, set: {}, inherit: ["shop_name"] }, "user_2")
    const page = { field: null, limit: 10, offset: 0 }
    const [changes, count] = await staging.settings.listChanges("branding", null, page)
    expect(count).toBe(4)
    expect(changes[0]).toMatchObject({
      user_id: "user_2",
      action: "inherited",
      field: "shop_name",
      was: "Morgenrot Kaffee",
      is: null,
    })
    const [ofField] = await staging.settings.listChanges("branding", null, { ...page, field: "corner_radius" })
    expect(ofField).toHaveLength(1)
    expect(ofField[0]).toMatchObject({ action: "set", was: null, is: "12", user_id: "user_1" })
  })

  it("lets a shop save something else where the store's level has come to clash with it", async () => {
    const bank = (shop_id: string | null, version: number, set: Record<string, unknown>) =>
      staging.settings.save("bank", { shop_id, version, set, inherit: [] }, "user_1")
    await bank("sc_1", 0, { prepayment_providers: [], invoice_providers: ["pp_one"] })
    await bank("sc_1", 1, { prepayment_providers: ["pp_two"] })
    await expect(bank("sc_1", 2, { prepayment_providers: ["pp_one"] })).rejects.toThrow(/^invoice_providers: /)
    await staging.settings.save(
      "bank",
      { shop_id: "sc_1", version: 2, set: {}, inherit: ["prepayment_providers"] },
      "user_1",
    )
    await bank(null, 0, { prepayment_providers: ["pp_one"] })
    await bank("sc_1", 3, { payable_within_days: 10 })
    await expect(bank("sc_1", 4, { invoice_providers: ["pp_one", "pp_three"] })).rejects.toThrow(/^invoice_providers: /)
    expect((await staging.settings.effective("sc_1")).bank).toMatchObject({ payable_within_days: 10 })
  })

  it("shows drafts over what is saved, and saves nothing of them", async () => {
    await save(staging, "sc_1", { corner_radius: 3, shop_name: "Saved" })
    const { branding } = await staging.settings.effective("sc_1", { branding: { corner_radius: 20 } })
    expect(branding).toMatchObject({ corner_radius: 20, shop_name: "Saved" })
    await expect(staging.settings.effective("sc_1", { branding: { corner_radius: 99 } })).rejects.toThrow(
      /^corner_radius: /,
    )
    expect((await staging.settings.read("branding", "sc_1")).fields.corner_radius.value).toBe(3)
  })
})

describe("a file of settings", () => {
  const stagingShops = [{ id: "sc_staging", name: "B2B" }]
  const liveShops = [
    { id: "sc_live", name: "B2B" },
    { id: "sc_other", name: "Other" },
  ]
  const around = { shops: liveShops, pictures: new Set<string>() }
  const exported = async () =>
    JSON.parse(JSON.stringify(await staging.file.export(stagingShops, new Date("2026-11-22T10:00:00Z")))) as unknown

  beforeEach(async () => {
    await save(staging, null, { color_primary: "#112233" })
    await save(staging, "sc_staging", { shop_name: "Großhandel", footer_lines: ["Amtsgericht Hamburg"] })
    await staging.settings.save(
      "texts",
      { shop_id: null, version: 0, set: { "de:payment-info.heading": "Vielen Dank!" }, inherit: [] },
      "user_1",
    )
    await staging.sender.save(
      {
        shop_id: "sc_staging",
        version: 0,
        set: {
          reply_to: "fragen@morgenrot.example",
          smtp: { host: "127.0.0.1", port: 2525, tls: "starttls", user: "post", password: "very secret" },
          archive_mailbox: { host: "127.0.0.1", user: "archiv", password: "very secret" },
        },
        inherit: [],
      },
      "user_1",
    )
  })

  it("carries settings and texts to another shop system, after a comparison", async () => {
    await save(live, "sc_live", { corner_radius: 3, shop_name: "Alt" })
    const file = await exported()
    const compared = await live.file.compare(file, around)
    expect(compared.problems).toEqual([])
    expect(compared.changes.map(({ shop, field, was, is }) => [shop?.id ?? null, field, was, is])).toEqual(
      expect.arrayContaining([
        [null, "color_primary", null, "#112233"],
        [null, "de:payment-info.heading", null, "Vielen Dank!"],
        ["sc_live", "shop_name", "Alt", "Großhandel"],
        ["sc_live", "corner_radius", "3", null],
        ["sc_live", "footer_lines", null, "Amtsgericht Hamburg"],
        ["sc_live", "reply_to", null, "fragen@morgenrot.example"],
      ]),
    )
    expect(compared.changes).toHaveLength(6)
    expect((await live.settings.read("branding", "sc_live")).fields.shop_name.value).toBe("Alt")

    await live.file.apply(file, around, compared.token, "user_9")
    expect((await live.settings.effective("sc_live")).branding).toMatchObject({
      shop_name: "Großhandel",
      color_primary: "#112233",
      corner_radius: 6,
    })
    expect((await live.settings.effective(null)).texts).toEqual({ "de:payment-info.heading": "Vielen Dank!" })
    expect((await live.sender.read("sc_live")).settings.reply_to.value).toBe("fragen@morgenrot.example")
    const [[change]] = await live.settings.listChanges("texts", null, { field: null, limit: 1, offset: 0 })
    expect(change).toMatchObject({ user_id: "user_9", is: "Vielen Dank!" })
    expect((await live.file.compare(file, around)).changes).toEqual([])
  })

  it("has no secret in it, and says what is left out for that", async () => {
    const file = await exported()
    expect(JSON.stringify(file)).not.toMatch(/secret|password|k1/)
    const { leftOut } = await live.file.compare(file, around)
    expect(leftOut.map(({ shopName, field }) => [shopName, field])).toEqual(
      expect.arrayContaining([
        ["B2B", "smtp"],
        ["B2B", "archive_mailbox"],
      ]),
    )
  })

  it("leaves a mail server with the same user as it is, its password with it", async () => {
    const shops = stagingShops
    const { changes, leftOut } = await staging.file.compare(await exported(), { ...around, shops })
    expect([changes, leftOut]).toEqual([[], []])
  })

  it("is not applied when something was saved since it was looked at", async () => {
    const file = await exported()
    const { token } = await live.file.compare(file, around)
    await save(live, "sc_live", { corner_radius: 5 })
    await expect(live.file.apply(file, around, token, "user_9")).rejects.toMatchObject({ type: "conflict" })
    expect((await live.settings.effective("sc_live")).branding).toMatchObject({ shop_name: "Morgenrot" })
  })

  it("is refused as a whole when a value in it cannot be, in words that name it", async () => {
    const file = (await exported()) as { levels: { sections: Record<string, Record<string, unknown>> }[] }
    file.levels[0]!.sections.branding!.color_primary = "url(javascript:alert(1))"
    file.levels[0]!.sections.branding!.hidden = true
    const { problems, token } = await live.file.compare(file, around)
    expect(problems.map(({ field }) => field)).toEqual(["color_primary", "hidden"])
    await expect(live.file.apply(file, around, token, "user_9")).rejects.toThrow(/branding\.color_primary: /)
    expect((await live.settings.effective(null)).texts).toEqual({})
  })

  it("is looked at as it would be saved: what only shows in several fields together is a problem, too", async () => {
    const file = (await exported()) as { levels: { sections: Record<string, Record<string, unknown>> }[] }
    file.levels[0]!.sections.bank = { prepayment_providers: ["pp_one"], invoice_providers: ["pp_one"] }
    const { problems } = await live.file.compare(file, around)
    expect(problems).toEqual([expect.objectContaining({ section: "bank", field: "invoice_providers" })])
    expect((await live.settings.read("branding", null)).version).toBe(0)
  })

  it("finds shops by id before names, and leaves out what could be several", async () => {
    const level = (id: string, name: string, radius: number) => ({
      shop: { id, name },
      sections: { branding: { corner_radius: radius } },
    })
    const levels = [
      level("sc_elsewhere", "B2B", 1),
      level("sc_live", "Renamed", 2),
      level("sc_x", "Other", 3),
      level("sc_y", "Other", 4),
      { shop: null, sections: { branding: { corner_radius: 5 } } },
    ]
    const file = { format: "medusa-order-mail-settings", version: 1, exported_at: "", levels }
    const { changes, leftOut, token } = await live.file.compare(file, around)
    expect(changes.map(({ shop, is }) => [shop?.id ?? null, is])).toEqual([
      [null, "5"],
      ["sc_live", "2"],
      ["sc_other", "3"],
    ])
    expect(leftOut.map(({ shopName, reason }) => [shopName, reason])).toEqual([
      ["B2B", "shop-ambiguous"],
      ["Other", "shop-ambiguous"],
    ])
    await live.file.apply(file, around, token, "user_9")
    expect((await live.settings.effective("sc_live")).branding.corner_radius).toBe(2)
  })

  it("leaves shops and pictures out that are not here", async () => {
    await save(
      staging,
      "sc_staging",
      {
        header_image: picture("only-there.png"),
      },
      1,
    )
    const file = await exported()
    const elsewhere = await live.file.compare(file, { ...around, shops: [] })
    expect(elsewhere.leftOut).toContainEqual(expect.objectContaining({ shopName: "B2B", section: null }))
    expect(elsewhere.changes.every(({ shop }) => shop === null)).toBe(true)
    const here = await live.file.compare(file, around)
    expect(here.leftOut).toContainEqual(expect.objectContaining({ field: "header_image" }))
    expect(here.changes.map(({ field }) => field)).not.toContain("header_image")
  })

  it.each([
    ["nothing", null],
    ["a list", []],
    ["something else", { format: "theme", version: 1, levels: [] }],
    ["a later version", { format: "medusa-order-mail-settings", version: 2, exported_at: "", levels: [] }],
    ["a level that is none", { format: "medusa-order-mail-settings", version: 1, exported_at: "", levels: [7] }],
  ])("refuses %s with words", async (_, file) => {
    await expect(live.file.compare(file, around)).rejects.toThrow(/this is no file of order e-mail settings/)
  })
})
