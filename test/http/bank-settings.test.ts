import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import jsQR from "jsqr"
import { PNG } from "pngjs"
import PostalMime from "postal-mime"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type {
  AdminBankAccount,
  AdminBankFields,
  AdminPaymentProvidersResponse,
  AdminPreviewResponse,
} from "../../src/api/settings-types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"

const BANK = "/admin/order-mails/settings/bank"
const MANUAL = "pp_system_default"

let shop: ShopClient
let b2b: string
let ofShop: ReturnType<typeof sectionSettings<"bank">>
let ofStore: ReturnType<typeof sectionSettings<"bank">>

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
  ofShop = sectionSettings(shop, "bank", b2b)
  ofStore = sectionSettings(shop, "bank", null)
})
afterEach(async () => {
  await ofShop.inheritAll()
  await ofStore.inheritAll()
})

const EURO: AdminBankAccount = {
  currency: "EUR",
  account_holder: "Morgenrot Großhandel GmbH",
  iban: "AT611904300234573201",
  bic: "BKAUATWW",
  bank: "Bank Austria",
  address: null,
}
const SWISS: AdminBankAccount = {
  currency: "CHF",
  account_holder: "Morgenrot Kaffee AG",
  iban: "CH5604835012345678009",
  bic: null,
  bank: null,
  address: { street: "Langstrasse", house_number: "14", postal_code: "8004", city: "Zürich", country_code: "CH" },
}
const OTHERS: AdminBankAccount = { ...EURO, currency: null, iban: "DE89370400440532013000", bic: "COBADEFFXXX" }

const FIELDS: Partial<AdminBankFields> = {
  accounts: [EURO, SWISS, OTHERS],
  reference_pattern: "Bestellung {{order_number}}",
  reference_is_creditor_reference: true,
  payable_within_days: 21,
  prepayment_providers: ["pp_vorkasse", MANUAL],
  invoice_providers: ["pp_rechnung"],
}

describe("every field of the bank details", () => {
  it.each(Object.entries(FIELDS) as [keyof AdminBankFields, never][])(
    "%s is inherited from the options, then from the store, and the shop's own value wins",
    async (field, value) => {
      const { value: configured, origin } = (await ofShop.read()).fields[field]
      expect(origin).toBe("options")
      await ofStore.save({ [field]: value })
      expect((await ofShop.read()).fields[field]).toMatchObject({ value, origin: "store" })
      await ofShop.save({ [field]: configured })
      expect((await ofShop.read()).fields[field]).toEqual({
        value: configured,
        origin: "shop",
        inherited: { value, origin: "store" },
      })
      await ofShop.inherit(field)
      expect((await ofShop.read()).fields[field]).toMatchObject({ value, origin: "store" })
    },
  )

  it("begin with what the options say", async () => {
    const { fields } = await ofStore.read()
    expect(fields.accounts.value).toEqual([
      {
        currency: null,
        account_holder: "Morgenrot Kaffeerösterei GmbH",
        iban: "DE89370400440532013000",
        bic: "COBADEFFXXX",
        bank: "Commerzbank",
        address: null,
      },
    ])
    expect(fields.prepayment_providers.value).toEqual([MANUAL])
    expect(fields.invoice_providers.value).toEqual([])
    expect(fields.payable_within_days.value).toBe(7)
  })

  it("take numbers as people type them", async () => {
    const account = { ...EURO, iban: " at61 1904-3002 3457 3201 ", bic: "bkau at ww", account_holder: " Morgenrot " }
    const { fields } = await ofShop.save({ accounts: [account] })
    expect(fields.accounts.value).toEqual([{ ...EURO, account_holder: "Morgenrot" }])
  })

  it("are noted in the log as people read them", async () => {
    await ofShop.save({ accounts: [EURO, SWISS], payable_within_days: 14 })
    const { changes } = await shop.api.get<AdminSettingsLogResponse>(`${BANK}/log`, {
      shop_id: b2b,
      field: "accounts",
      limit: 1,
    })
    expect(changes[0]).toMatchObject({
      field: "accounts",
      action: "set",
      was: null,
      is: "EUR: Morgenrot Großhandel GmbH, AT61 1904 3002 3457 3201, BKAUATWW, Bank Austria\nCHF: Morgenrot Kaffee AG, CH56 0483 5012 3456 7800 9, Langstrasse 14, CH-8004 Zürich",
    })
  })
})

describe("what cannot be saved is refused with the field and the reason", () => {
  const account = (changes: object) => ({ accounts: [{ ...EURO, ...changes }] })
  const swiss = (changes: object) => ({ accounts: [{ ...SWISS, address: { ...SWISS.address, ...changes } }] })

  it.each([
    [account({ iban: "" }), "accounts.0.iban: takes an IBAN"],
    [account({ iban: "DE8937040044053201300" }), "accounts.0.iban: has 21 characters, but an IBAN of DE has 22"],
    [account({ iban: "DE88370400440532013000" }), "accounts.0.iban: has wrong check digits"],
    [account({ iban: "DE8937040044053201300A" }), "accounts.0.iban: has letters where an IBAN of DE has digits"],
    [account({ iban: "ZZ89370400440532013000" }), 'accounts.0.iban: begins with "ZZ", which is no country with IBANs'],
    [account({ iban: "<b>DE89</b>" }), "accounts.0.iban: has characters other than letters and digits"],
    [account({ iban: "1".repeat(101) }), "accounts.0.iban: takes an IBAN"],
    [account({ bic: "COBADE" }), "accounts.0.bic: has 6 characters, but a BIC has 8 or 11"],
    [account({ bic: "COBAZZFF" }), 'accounts.0.bic: has "ZZ" in the fifth and sixth place, which is no country'],
    [account({ bic: "1234DEFF" }), "accounts.0.bic: begins with something else than six letters"],
    [account({ currency: "EURO" }), "accounts.0.currency: takes a currency such as EUR"],
    [account({ currency: "eur" }), "accounts.0.currency: takes a currency such as EUR"],
    [account({ currency: "XYZ" }), "accounts.0.currency: takes a currency such as EUR"],
    [account({ account_holder: " " }), "accounts.0.account_holder: takes the account holder"],
    [account({ account_holder: "x".repeat(71) }), "accounts.0.account_holder: takes the account holder of at most 70"],
    [account({ account_holder: "A\r\nBcc: x@y.example" }), "accounts.0.account_holder: takes one line of text"],
    [account({ account_holder: "\u202eHbmG" }), "accounts.0.account_holder: takes one line of text"],
    [account({ bank: "" }), "accounts.0.bank: takes the name of a bank"],
    [account({ sort_code: "1" }), "sort_code"],
    [swiss({ city: "x".repeat(36) }), "accounts.0.address.city: takes a town of at most 35 characters"],
    [swiss({ country_code: "Schweiz" }), "accounts.0.address.country_code: takes a country such as CH"],
    [swiss({ country_code: "ZZ" }), "accounts.0.address.country_code: takes a country such as CH"],
    [swiss({ postal_code: "" }), "accounts.0.address.postal_code: takes a postal code"],
    [swiss({ street: "Käse 😀" }), "accounts.0.address.street: has characters that a Swiss QR-bill cannot have"],
    [{ accounts: [] }, "accounts: takes at least one account"],
    [{ accounts: Array.from({ length: 21 }, () => EURO) }, "accounts: takes at most 20 accounts"],
    [{ accounts: [EURO, SWISS, EURO] }, "accounts.2.currency: there is another account for orders in EUR"],
    [
      { accounts: [OTHERS, OTHERS] },
      "accounts.1.currency: there is another account for orders in all other currencies",
    ],
    [{ reference_pattern: "" }, "reference_pattern: takes a text"],
    [{ reference_pattern: "Danke" }, "reference_pattern: takes at least one of {{order_number}}"],
    [{ reference_pattern: "{{order_number}} {{amount}}" }, "reference_pattern: knows no {{amount}}"],
    [{ reference_pattern: `{{order_number}}${"x".repeat(100)}` }, "reference_pattern: takes a text of at most 100"],
    [{ reference_is_creditor_reference: "yes" }, "reference_is_creditor_reference"],
    [{ payable_within_days: 0 }, "payable_within_days: takes a whole number of days, 1 to 365"],
    [{ payable_within_days: 366 }, "payable_within_days: takes a whole number of days, 1 to 365"],
    [{ payable_within_days: 1.5 }, "payable_within_days: takes a whole number of days, 1 to 365"],
    [{ payable_within_days: "7" }, "payable_within_days: takes a whole number of days, 1 to 365"],
    [{ prepayment_providers: [""] }, "prepayment_providers.0: takes ids of payment providers"],
    [
      { prepayment_providers: ["pp_x"], invoice_providers: ["pp_x"] },
      "invoice_providers: pp_x counts as prepayment already",
    ],
    [{ invoice_providers: [MANUAL] }, `invoice_providers: ${MANUAL} counts as prepayment already`],
    [{ __proto__: null, constructor: 1 }, "constructor"],
  ])("%j", async (set, message) => {
    const { version } = await ofShop.read()
    const refusal = await ofShop.save(set as Partial<AdminBankFields>).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(message) as string })
    expect((await ofShop.read()).version).toBe(version)
  })
})

/** The mail as it is stored, taken apart. */
async function readMail(mailId: string) {
  const stored = await fetch(`${shop.baseUrl}/admin/order-mails/${mailId}/eml`, { headers: shop.api.headers })
  const email = await PostalMime.parse(await stored.text())
  const [picture] = email.attachments
  return { text: email.text ?? "", html: email.html ?? "", code: picture ? scan(picture.content as ArrayBuffer) : null }
}

function scan(content: ArrayBuffer): string[] {
  const { data, width, height } = PNG.sync.read(Buffer.from(content))
  const { binaryData = [] } = jsQR(new Uint8ClampedArray(data), width, height) ?? {}
  return Buffer.from(binaryData).toString().split("\n")
}

const orderIn = (channel: string, countryCode: string) =>
  shop.placeOrder({
    email: uniqueAddress(),
    countryCode,
    // Sold in both shops.
    lines: [{ sku: "ESP-MOR-1000", quantity: 1 }],
    publishableKey: shop.channels.find(({ name }) => name === channel)!.publishableKey,
  })

describe("an order's mail", () => {
  it("names the account of its currency, with the code that its country's banks read", async () => {
    await ofShop.save({
      accounts: [EURO, SWISS],
      reference_pattern: "R-{{order_number}}",
      reference_is_creditor_reference: true,
    })
    const inFrancs = await orderIn("B2B-Shop", "ch")
    const francs = await readMail((await shop.waitForMail(inFrancs.id, "sent")).id)
    expect(francs.text).toContain("CH56 0483 5012 3456 7800 9")
    const reference = /RF\d\dR\d+/.exec(francs.text)?.[0]
    expect(reference).toMatch(new RegExp(`^RF\\d\\dR${inFrancs.display_id}$`))
    expect(francs.code?.slice(0, 12)).toEqual([
      ...["SPC", "0200", "1", SWISS.iban, "S", SWISS.account_holder],
      ...["Langstrasse", "14", "8004", "Zürich", "CH", ""],
    ])
    expect(francs.code?.slice(18, 20)).toEqual([inFrancs.total.toFixed(2), "CHF"])
    expect(francs.code?.slice(27)).toEqual(["SCOR", reference, "", "EPD"])
    expect(francs.html).toMatch(/alt="[^"]*QR-Rechnung[^"]*"/)

    const inEuros = await orderIn("B2B-Shop", "at")
    const euros = await readMail((await shop.waitForMail(inEuros.id, "sent")).id)
    expect(euros.text).toContain("AT61 1904 3002 3457 3201")
    expect(euros.code?.slice(0, 8)).toEqual([
      ...["BCD", "002", "1", "SCT", EURO.bic],
      ...[EURO.account_holder, EURO.iban, `EUR${inEuros.total.toFixed(2)}`],
    ])
    expect(euros.html).not.toContain("QR-Rechnung")
  })

  it("names the account of its own shop", async () => {
    await ofShop.save({ accounts: [{ ...OTHERS, iban: EURO.iban, bic: null }] })
    const ofB2b = await orderIn("B2B-Shop", "de")
    const ofOnline = await orderIn("Onlineshop", "de")
    expect((await readMail((await shop.waitForMail(ofB2b.id, "sent")).id)).text).toContain("AT61 1904")
    expect((await readMail((await shop.waitForMail(ofOnline.id, "sent")).id)).text).toContain("DE89 3704")
  })

  it("demands a QR reference for an account with a QR-IBAN", async () => {
    await ofShop.save({ accounts: [{ ...SWISS, currency: null, iban: "CH4431999123000889012" }] })
    const order = await orderIn("B2B-Shop", "ch")
    const { text, code } = await readMail((await shop.waitForMail(order.id, "sent")).id)
    expect(code?.[27]).toBe("QRR")
    expect(code?.[28]).toMatch(new RegExp(`^0+${order.display_id}\\d$`))
    expect(text.replace(/ /g, "")).toContain(code?.[28])
  })

  it("fails with the currency where no account is for it, and goes out once there is one", async () => {
    await ofShop.save({ accounts: [EURO] })
    const order = await orderIn("B2B-Shop", "gb")
    const failed = await shop.waitForMail(order.id, "failed")
    expect(failed).toMatchObject({
      state_reason: "bank-account-missing",
      state_detail: expect.stringMatching(/GBP.*Bank details/) as string,
    })
    await ofShop.save({ accounts: [EURO, OTHERS] })
    await shop.api.post(`/admin/order-mails/${failed.id}/resend`, { request_id: randomUUID() })
    expect((await readMail((await shop.waitForMail(order.id, "sent")).id)).text).toContain("DE89 3704")
  })

  it("names the customer by the shop's own number, or else the order alone", async () => {
    await ofShop.save({ reference_pattern: "Kdnr {{customer_number}}" })
    const order = await orderIn("B2B-Shop", "de")
    const look = async () =>
      (
        await shop.api.post<AdminPreviewResponse>("/admin/order-mails/preview", {
          kind: "payment-info",
          shop_id: b2b,
          order_id: order.id,
        })
      ).text
    const withoutNumber = await look()
    expect(withoutNumber).toContain(String(order.display_id))
    expect(withoutNumber).not.toContain("Kdnr")
    const { order: ofAdmin } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "customer_id",
    })
    await shop.api.post(`/admin/customers/${ofAdmin.customer_id}`, { metadata: { customer_number: "K-20077" } })
    expect(await look()).toContain("Kdnr K-20077")
  })
})

describe("payment providers", () => {
  it("are listed for the form", async () => {
    const { payment_providers } = await shop.api.get<AdminPaymentProvidersResponse>(
      "/admin/order-mails/payment-providers",
    )
    expect(payment_providers).toContainEqual({ id: MANUAL, is_enabled: true })
  })

  it("decide which orders get the payment information: prepayment and invoice, and not the others", async () => {
    await ofShop.save({ prepayment_providers: [], invoice_providers: [] })
    const other = await orderIn("B2B-Shop", "de")
    // Its event has been handled by the time a later one's has.
    await shop.waitForMail((await orderIn("Onlineshop", "de")).id, "sent")
    await ofShop.save({ invoice_providers: [MANUAL] })
    const onInvoice = await orderIn("B2B-Shop", "de")
    await shop.waitForMail(onInvoice.id, "sent")
    expect(await shop.mailsOf(other.id)).toEqual([])
  })
})
