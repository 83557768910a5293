import { Client } from "pg"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type { AdminSaveSettings, AdminSettingsResponse } from "../../src/api/settings-types"
import type { AdminTextsResponse } from "../../src/api/text-types"
import type { AdminOrderMailContentResponse } from "../../src/api/types"
import { LANGUAGES } from "../../src/rendering/types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const TEXTS = "/admin/order-mails/settings/texts"
const INTRO = "de:payment-info.intro"

let shop: ShopClient
let b2b: ShopClient["channels"][number]

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
})
afterEach(async () => {
  for (const id of [b2b.id, null]) {
    await sectionSettings(shop, "texts", id).inheritAll()
    await sectionSettings(shop, "wording", id).inheritAll()
  }
})

const ofShop = () => sectionSettings(shop, "texts", b2b.id)
const ofStore = () => sectionSettings(shop, "texts", null)
const wordingOf = (shopId: string | null) => sectionSettings(shop, "wording", shopId)

async function mailTo(order: { locale?: string }): Promise<{ subject: string; html: string; text: string }> {
  const placed = await shop.placeOrder({
    email: uniqueAddress(),
    publishableKey: b2b.publishableKey,
    // Sold in both shops.
    lines: [{ sku: "ESP-MOR-1000", quantity: 1 }],
    ...order,
  })
  const mail = await shop.waitForMail(placed.id, "sent")
  const { content } = await shop.api.get<AdminOrderMailContentResponse>(`/admin/order-mails/${mail.id}/content`)
  return { subject: mail.subject ?? "", html: content.html ?? "", text: content.text ?? "" }
}

describe("the texts", () => {
  it("have rules for every text in every language, in the order of the mail", async () => {
    for (const language of LANGUAGES) {
      const { texts } = await shop.api.get<AdminTextsResponse>("/admin/order-mails/texts", { language })
      const { fields } = (await shop.api.get<AdminSettingsResponse<"texts">>(TEXTS, { language })).settings
      expect(Object.keys(fields)).toEqual(texts.map(({ id }) => id))
      for (const { id, shipped } of texts) expect(fields[id]).toMatchObject({ value: shipped, origin: "options" })
    }
    await expect(shop.api.get("/admin/order-mails/texts", { language: "xx" })).rejects.toMatchObject({ status: 400 })
  })

  it("are inherited one by one, and a shop's own words win", async () => {
    await ofStore().save({ [INTRO]: "Für alle: {{number}}", "de:payment-info.heading": "Moin" })
    const { fields } = await ofShop().save({ [INTRO]: "Nur hier: {{number}}" })
    expect(fields[INTRO]).toEqual({
      value: "Nur hier: {{number}}",
      origin: "shop",
      inherited: { value: "Für alle: {{number}}", origin: "store" },
    })
    expect(fields["de:payment-info.heading"]).toMatchObject({ value: "Moin", origin: "store" })
    expect((await ofShop().inherit(INTRO)).fields[INTRO]).toMatchObject({ origin: "store" })
    await ofStore().inherit(INTRO)
    expect((await ofShop().read()).fields[INTRO]).toMatchObject({
      value: expect.stringContaining("ist bei uns eingegangen"),
      origin: "options",
    })
  })

  it("are stored without blanks around them and with one kind of line end", async () => {
    const { fields } = await ofShop().save({ [INTRO]: "  eins\r\nzwei \n" })
    expect(fields[INTRO]?.value).toBe("eins\nzwei")
  })

  const REFUSED: [why: string, set: Record<string, unknown>, words: string][] = [
    ["a script", { [INTRO]: "<script>alert(1)</script>" }, `${INTRO}: takes bold, italic, links and line breaks`],
    ["a picture", { [INTRO]: "<img src=x onerror=alert(1)>" }, "not <img>"],
    ["a style", { [INTRO]: "<style>*{}</style>" }, "not <style>"],
    ["a handler", { [INTRO]: "<b onclick=alert(1)>x</b>" }, "not onclick"],
    ["a script as a link", { [INTRO]: '<a href="javascript:alert(1)">x</a>' }, "not javascript:alert(1)"],
    ["a hidden script as a link", { [INTRO]: '<a href="&#x6A;avascript:alert(1)">x</a>' }, "mailto: addresses only"],
    ["data as a link", { [INTRO]: '<a href="data:text/html,x">x</a>' }, "mailto: addresses only"],
    [
      "a placeholder in a link",
      { [INTRO]: '<a href="https://x.example/{{number}}">x</a>' },
      "no placeholder in a link",
    ],
    ["a tag that is not closed", { [INTRO]: "<b>x" }, "has <b> that is not closed"],
    ["a broken tag", { [INTRO]: "x <b" }, "has a tag that does not end"],
    ["an unknown placeholder", { [INTRO]: "{{nummer}}" }, "does not know the placeholder {{nummer}}"],
    ["a prototype", { [INTRO]: "{{constructor}}" }, "does not know the placeholder {{constructor}}"],
    ["a block", { [INTRO]: "{{#if order}}x{{/if}}" }, "no expressions: {{#if order}}"],
    ["three braces", { [INTRO]: "{{{number}}}" }, "no expressions: {{{number}}}"],
    ["a partial", { [INTRO]: "{{> footer}}" }, "no expressions: {{> footer}}"],
    ["open braces", { [INTRO]: "{{number" }, "braces that are no placeholder"],
    ["a lost amount", { "de:payment-info.preheader": "Bitte zahlen" }, "needs the placeholder {{amount}}"],
    ["a lost date", { "de:payment.payable-until": "Bald zahlen" }, "needs the placeholder {{payable_until}}"],
    ["markup in a subject", { "de:payment-info.subject": "<b>Hallo</b>" }, "takes plain text, no markup: <b>"],
    ["a header in a subject", { "de:payment-info.subject": "Hallo\r\nBcc: x@y.example" }, "takes one line"],
    ["a null byte", { [INTRO]: "a\u0000b" }, "invisible character (U+0000)"],
    ["a mark that turns the direction", { [INTRO]: "\u202Eabc" }, "invisible character (U+202E)"],
    ["nothing", { [INTRO]: " " }, "takes some text"],
    ["too much", { [INTRO]: "x".repeat(50_000) }, "at most 2000 characters"],
    ["no text", { [INTRO]: 5 }, `${INTRO}: takes text`],
    ["an unknown text", { "de:payment-info.nothing": "x" }, "de:payment-info.nothing: there is no such setting"],
    ["an unknown language", { "xx:payment-info.intro": "x" }, "xx:payment-info.intro: there is no such setting"],
    ["what is none of the merchant's", { "de:test-mail.banner": "x" }, "there is no such setting"],
  ]

  it.each(REFUSED)("refuse %s, and say why", async (_, set, words) => {
    const before = await ofShop().read()
    await expect(ofShop().save(set as Record<string, string>)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(words),
    })
    expect(await ofShop().read()).toEqual(before)
  })

  it("refuse a hundred kilobytes", async () => {
    await expect(ofShop().save({ [INTRO]: "x".repeat(100_000) })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("is too long"),
    })
  })

  it("tell the second of two who save at once", async () => {
    const { version } = await ofShop().read()
    const save = (text: string) =>
      shop.api.post(TEXTS, { shop_id: b2b.id, version, set: { [INTRO]: text } } satisfies AdminSaveSettings<"texts">)
    await save("Die Erste")
    await expect(save("Der Zweite")).rejects.toMatchObject({ status: 409 })
    expect((await ofShop().read()).fields[INTRO]?.value).toBe("Die Erste")
  })

  it("keep every old text in their log, to be restored", async () => {
    await ofShop().save({ [INTRO]: "Erste Fassung", "de:payment-info.heading": "Moin" })
    await ofShop().save({ [INTRO]: "Zweite Fassung" })
    await ofShop().inherit(INTRO)
    const log = () =>
      shop.api.get<AdminSettingsLogResponse>(`${TEXTS}/log`, { shop_id: b2b.id, field: INTRO, limit: 3 })
    const { changes } = await log()
    expect(changes.map(({ action, was, is, user_email }) => [action, was, is, user_email])).toEqual([
      ["inherited", "Zweite Fassung", null, shop.admin.email],
      ["set", "Erste Fassung", "Zweite Fassung", shop.admin.email],
      ["set", null, "Erste Fassung", shop.admin.email],
    ])
    expect((await ofShop().save({ [INTRO]: changes[2]?.is ?? "" })).fields[INTRO]?.value).toBe("Erste Fassung")
  })
})

describe("a mail", () => {
  it("has the merchant's words in its own language, escaped and with their markup", async () => {
    await ofStore().save({
      [INTRO]: 'Danke, <b>{{name}}</b>!\n<a href="https://morgenrot.example/zahlen">So geht es</a>',
      "en:payment-info.intro": "Cheers, {{name}}",
    })
    await ofShop().save({ "de:payment-info.subject": "Zahlung & mehr: {{number}}, {{amount}}" })
    const german = await mailTo({ locale: "de-DE" })
    expect(german.subject).toMatch(/^Zahlung & mehr: \d+, [\d.,]+\u00a0€$/)
    expect(german.html).toContain(
      'Danke, <b>Anke Brodersen</b>!<br><a href="https://morgenrot.example/zahlen" style="color:inherit">So geht es</a>',
    )
    expect(german.text).toContain("Danke, Anke Brodersen!\nSo geht es (https://morgenrot.example/zahlen)\n")

    const english = await mailTo({ locale: "en-GB" })
    expect(english.text).toContain("\nCheers, Anke Brodersen\n")
    expect(english.subject).toMatch(/^Your order \d+ at /)
  })

  it("says Sie or du as its shop does, in the merchant's own words either way", async () => {
    await wordingOf(b2b.id).save({ german_address: "informal" })
    await ofShop().save({ "de:closing.regards": "Herzliche Grüße aus Flensburg" })
    const { fields } = (await shop.api.get<AdminSettingsResponse<"texts">>(TEXTS, { shop_id: b2b.id, language: "de" }))
      .settings
    expect(fields["de:greeting.named"]?.value).toBe("Hallo {{name}},")
    expect(fields["de:greeting.named"]?.inherited.value).toBe("Hallo {{name}},")
    expect((await ofStore().read()).fields["de:greeting.named"]?.value).toBe("Guten Tag {{name}},")
    const { text } = await mailTo({ locale: "de-DE" })
    expect(text).toContain("Hallo Anke,\n")
    expect(text).toContain("\nHerzliche Grüße aus Flensburg\n")
  })

  it("is in the shop's language when its order tells none, and keeps the order's own", async () => {
    const { fields } = await wordingOf(b2b.id).save({ language: "nl" })
    expect(fields.language).toMatchObject({ value: "nl", origin: "shop" })
    expect((await mailTo({ locale: "it-IT" })).subject).toMatch(/^Ordine \d+ presso /)
    await expect(wordingOf(b2b.id).save({ language: "xx" as "nl" })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("language: takes one of de, en, fr, it, es, nl, pl"),
    })
    await expect(wordingOf(b2b.id).save({ german_address: "du" as "formal" })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("german_address: takes one of formal, informal"),
    })
  })

  it("is harmless whatever somebody has written into the database", async () => {
    await ofShop().save({ [INTRO]: "Hallo", "de:closing.questions": "Fragen?" })
    const database = new Client({ connectionString: shop.databaseUrl })
    await database.connect()
    await database.query(
      `UPDATE order_mail_shop SET fields = fields || $2::jsonb WHERE shop_id = $1 AND section = 'texts'`,
      [
        b2b.id,
        JSON.stringify({
          [INTRO]: '<script>alert(1)</script><a href="javascript:alert(1)" onclick="x">Hallo</a> <b>Welt</b>',
          "de:closing.questions": "{{#each order.lines}}{{constructor}}{{/each}}",
          "de:payment-info.subject": "Hallo\r\nBcc: x@y.example",
          "de:nothing": "x",
        }),
      ],
    )
    const { subject, html, text } = await mailTo({ locale: "de-DE" })
    await database.query(`UPDATE order_mail_shop SET fields = fields - 'de:nothing' WHERE shop_id = $1`, [b2b.id])
    await database.end()
    expect(subject).toBe("Hallo Bcc: x@y.example")
    expect(html).toContain("Hallo <b>Welt</b>")
    expect(html).not.toMatch(/<script|javascript:|onclick|\{\{/)
    expect(text).toContain("Haben Sie Fragen?")
  })
})
