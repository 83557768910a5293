import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AdminPreviewInput, AdminPreviewResponse } from "../../src/api/settings-types"
import { BUILT_IN_KINDS } from "../../src/kinds/registry"
import { SAMPLE_WORDS } from "../../src/kinds/sample-words"
import { LANGUAGES } from "../../src/rendering/types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

/** Everything the plugin remembers. */
const TABLES = [
  "order_mail",
  "order_mail_content",
  "order_mail_timeline",
  "order_mail_domain",
  "order_mail_shop",
  "order_mail_settings_change",
]

let shop: ShopClient
let database: Client
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  database = new Client({ connectionString: shop.databaseUrl })
  await database.connect()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})
afterAll(() => database?.end())

const preview = (input: Partial<AdminPreviewInput>) =>
  shop.api.post<AdminPreviewResponse>("/admin/order-mails/preview", { kind: "payment-info", shop_id: null, ...input })

/** How many rows there are of everything, and when they were touched last. */
async function everything(): Promise<unknown[]> {
  const counts = await Promise.all(
    TABLES.map((table) =>
      database.query(`SELECT count(*)::int AS rows, max(t.xmin::text::bigint) AS last FROM ${table} t`),
    ),
  )
  return counts.map(({ rows }) => rows[0] as unknown)
}

describe.each(BUILT_IN_KINDS.map(({ id }) => id))("a preview of the kind %s with the sample order", (kind) => {
  it.each(LANGUAGES)("in %s is a whole mail, and leaves no trace", async (language) => {
    const before = await everything()
    const mail = await preview({ kind, language })
    expect(await everything()).toEqual(before)

    expect(mail.language).toBe(language)
    expect(mail.html).toContain(`<html lang="${language}"`)
    expect(mail.from?.address).toMatch(/@/)
    expect(mail.subject).toContain("1042")
    const { lastName, titles } = SAMPLE_WORDS[language]!
    for (const words of [lastName, titles[0]]) expect(mail.text).toContain(words)
    expect(mail.html).not.toMatch(/cid:|\{\{|undefined|<script/)
    expect(mail.text).not.toMatch(/\{\{|undefined/)
  })
})

describe("a preview", () => {
  it("carries its pictures, and is of the language of the shop where none is asked for", async () => {
    const mail = await preview({})
    expect(mail.language).toBe("de")
    expect(mail.html).toMatch(/<img[^>]+src="data:image\/png;base64,/)
    expect(mail.subject).not.toMatch(/^\[Test\]/)
  })

  it("is of a real order, in its own language or another", async () => {
    const order = await shop.placeOrder({ email: uniqueAddress(), name: "Ingeborg Achterberg" })
    await shop.waitForMail(order.id, "sent")
    const before = await everything()
    const asOrdered = await preview({ order_id: order.id })
    expect(asOrdered.subject).toContain(String(order.display_id))
    expect(asOrdered.text).toContain("Ingeborg Achterberg")
    const [sent] = await shop.mailsOf(order.id)
    expect(asOrdered).toMatchObject({ subject: sent?.subject, language: sent?.language })
    expect((await preview({ order_id: order.id, language: "pl" })).html).toContain('<html lang="pl"')
    expect(await everything()).toEqual(before)
  })

  it("shows drafts over what is saved, level by level, and saves none", async () => {
    const store = sectionSettings(shop, "branding", null)
    const ofShop = sectionSettings(shop, "branding", b2b)
    try {
      await store.save({ shop_name: "Alle Läden", footer_lines: ["Unter allen Mails"] })
      expect((await preview({ shop_id: b2b })).html).toContain("Alle Läden")

      const drafted = await preview({ shop_id: b2b, drafts: { branding: { shop_name: "Entwurf & Söhne" } } })
      expect(drafted.html).toContain("Entwurf &amp; Söhne")
      expect(drafted.text).toContain("Unter allen Mails")

      await ofShop.save({ shop_name: "Nur dieser Laden" })
      const storewide = await preview({ drafts: { branding: { shop_name: "Entwurf für alle" } } })
      expect(storewide.html).toContain("Entwurf für alle")
      expect((await preview({ shop_id: b2b })).html).toContain("Nur dieser Laden")
      expect((await ofShop.read()).fields.shop_name.value).toBe("Nur dieser Laden")
      expect((await store.read()).fields.shop_name.value).toBe("Alle Läden")
    } finally {
      await ofShop.inheritAll()
      await store.inheritAll()
    }
  })

  it("takes drafts of several sections at once", async () => {
    const { html, text } = await preview({
      drafts: {
        branding: { color_primary: "#7a1f5c", footer_lines: ["Letzte Zeile"] },
        wording: { german_address: "informal" },
        texts: { "de:payment-info.heading": "So zahlen Sie am schnellsten" },
      },
    })
    expect(html).toContain("#7a1f5c")
    expect(html).toContain("So zahlen Sie am schnellsten")
    expect(text).toContain("Letzte Zeile")
    expect(text).toMatch(/Hallo Jördis/)
  })

  it("is in the drafted language where none is asked for", async () => {
    expect(await preview({ drafts: { wording: { language: "nl" } } })).toMatchObject({ language: "nl" })
  })
})

describe("a draft made to do harm", () => {
  const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(2)>`

  it("arrives as the text it is", async () => {
    const { html, text, subject } = await preview({
      drafts: { branding: { shop_name: SCRIPT.slice(0, 70), footer_lines: [SCRIPT, "{{constructor}}", "{{{this}}}"] } },
    })
    expect(html).not.toMatch(/<script|<img src=x/)
    expect(html).toContain("&lt;script&gt;")
    expect(html).toContain("{{constructor}}")
    expect(text).toContain("{{{this}}}")
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it.each([
    [{ branding: { shop_url: "javascript:alert(1)" } }, /: shop_url: /],
    [{ branding: { color_card: "red;}</style><script>" } }, /: color_card: /],
    [{ branding: { shop_name: "Laden\r\nBcc: alle@example.com" } }, /: shop_name: /],
    [
      { branding: { header_image: { file_id: "x", url: "javascript:alert(1)", width: 1, height: 1 } } },
      /: header_image/,
    ],
    [{ branding: { __proto__: null, colour: "red" } }, /: colour: /],
    [{ wording: { language: "sv" } }, /: language: /],
    [{ texts: { "de:payment-info.heading": "Hallo {{constructor}}" } }, /payment-info\.heading: /],
    [{ texts: { "de:payment-info.heading": "<script>alert(1)</script>" } }, /payment-info\.heading: /],
    [{ texts: { "de:no-such.text": "x" } }, /no-such\.text/],
    [{ bank: { payable_within_days: -1 } }, /: payable_within_days: /],
  ])("is refused with words that name the field: %j", async (drafts, message) => {
    await expect(preview({ drafts } as Partial<AdminPreviewInput>)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(message) as string,
    })
  })
})

describe("a preview that cannot be", () => {
  it.each([
    [{ kind: "payment-inof" }, 400, /no order mail kind "payment-inof"; known kinds: payment-info/],
    [{ order_id: "order_01JZNOSUCHORDER" }, 404, /order_01JZNOSUCHORDER/],
    [{ shop_id: "sc_01JZNOSUCHSHOP" }, 404, /sc_01JZNOSUCHSHOP/],
    [{ kind: "dunning", variant: "level-9" }, 400, /no sample "level-9" .* there are level-1, level-2, last/],
    [{ variant: 2 }, 400, /variant/],
    [{ language: "sv" }, 400, /language/],
    [{ drafts: { sender: { name: "x" } } }, 400, /drafts: there is no section "sender" to be drafted, only branding/],
    [{ drafts: { branding: "x" } }, 400, /branding/],
    [{ to: "kundin@example.com" }, 400, /to/],
  ])("says why: %j", async (input, status, message) => {
    await expect(preview(input as Partial<AdminPreviewInput>)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(message) as string,
    })
  })

  it("takes no more than anybody types", async () => {
    const drafts = { branding: { footer_lines: ["x".repeat(600_000)] } }
    await expect(preview({ drafts })).rejects.toMatchObject({ status: 413 })
  })
})
