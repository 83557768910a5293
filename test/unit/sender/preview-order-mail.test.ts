import { describe, expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { DEFAULT_BRANDING } from "../../../src/rendering/default-branding"
import { readMessage } from "../../../src/sender/read-message"
import { prepareOrderMail, type ShopSettings } from "../../../src/sender/prepare-order-mail"
import { previewOrderMail, type PreviewRequest } from "../../../src/sender/preview-order-mail"

const now = new Date("2026-11-21T12:00:00Z")

const account = {
  currency: "EUR",
  accountHolder: "Lindner GmbH",
  iban: "DE89370400440532013000",
  bic: null,
  bank: null,
  address: null,
}

const settings: ShopSettings = {
  mailServer: "platform",
  secret: "a secret that is long enough for a test",
  returnPathDomain: null,
  defaultLanguage: "fr",
  germanAddress: "formal",
  texts: {},
  timeZone: "Europe/Berlin",
  sender: {
    shopName: "Lindner",
    address: "orders@lindner.example",
    trusted: true,
    fallback: { domain: "platform.example", address: "lindner@platform.example" },
    dkimMode: "own-key",
    standing: null,
  },
  branding: { ...DEFAULT_BRANDING, shopName: "Lindner", shopUrl: null },
  archiveAddress: null,
  signerFor: () => Promise.reject(new Error("nothing is signed for a preview")),
  recipientDomain: () => Promise.reject(new Error("nobody is asked about a recipient for a preview")),
  bank: {
    accounts: [account],
    reference: { pattern: "{{order_number}}", isCreditorReference: false },
    payableWithinDays: 7,
  },
}

const preview = (request: Partial<PreviewRequest>, changes: Partial<ShopSettings> = {}) =>
  previewOrderMail({ kind: "payment-info", language: null, facts: null, now, ...request }, { ...settings, ...changes })

describe("previewOrderMail", () => {
  it("is the mail that is sent, to the letter", async () => {
    const facts = sampleOrder("it")
    const request = { mailId: "om_1", kind: "payment-info", level: null, occurrence: "placed", facts, now }
    const occasion = { type: "placed" } as const
    const sent = await prepareOrderMail(
      { ...request, occasion, decision: { send: true }, to: null, resendOf: null },
      { ...settings, signerFor: () => Promise.resolve(null), recipientDomain: () => Promise.resolve("accepts") },
    )
    const { html, text } = await readMessage(sent.content!)
    const shown = await preview({ facts })
    expect(shown).toMatchObject({ subject: sent.row.subject, language: "it" })
    expect(shown.text.trim()).toBe(text.trim())
    expect(shown.html.trim()).toBe(html.trim())
    expect(shown.html).toContain('src="data:image/png;base64,')
  })

  it("is about the sample order, placed now, in the shop's language", async () => {
    const mail = await preview({})
    expect(mail.language).toBe("fr")
    expect(mail.text).toContain("21 novembre 2026")
    expect(mail.text).toContain("28 novembre 2026")
    expect(mail.text).toContain("Le Goff")
  })

  it("has another language than the order where one is asked for, and keeps the order's country", async () => {
    const mail = await preview({ facts: sampleOrder("it"), language: "de" })
    expect(mail).toMatchObject({ language: "de" })
    expect(mail.html).toContain('<html lang="de"')
    expect(mail.text).toContain("Niccolò Parodi")
  })

  it("says who it is from, also on the shop's behalf", async () => {
    expect(await preview({})).toMatchObject({
      from: { name: "Lindner", address: "orders@lindner.example" },
      replyTo: "orders@lindner.example",
    })
    const behalf = await preview({}, { sender: { ...settings.sender, trusted: false } })
    expect(behalf).toMatchObject({ from: { address: "lindner@platform.example" }, replyTo: "orders@lindner.example" })
    expect(behalf.text).toContain("orders@lindner.example")
    const nobody = await preview({}, { sender: { ...settings.sender, address: null, fallback: null } })
    expect(nobody).toMatchObject({ from: null, replyTo: null })
  })

  it("has its sample order in a currency that can be paid", async () => {
    const swiss = { ...settings.bank, accounts: [{ ...account, currency: "CHF", iban: "CH9300762011623852957" }] }
    expect((await preview({ language: "de" }, { bank: swiss })).text).toContain("CHF")
    const any = { ...settings.bank, accounts: [...swiss.accounts, { ...account, currency: null }] }
    expect((await preview({ language: "de" }, { bank: any })).text).toMatch(/161,95\s€/)
  })

  it("is that of a kind's mails that was asked for, with the days of a mail written now", async () => {
    const dunning = { kind: "dunning", language: "de" } as const
    expect((await preview(dunning)).subject).toMatch(/^1\. Mahnung/)
    const last = await preview({ ...dunning, variant: "last" })
    expect(last.subject).toMatch(/^Letzte Mahnung/)
    // Written on the 48th day after the order and payable a week later.
    expect(last.text).toContain("vom 4. Oktober 2026 war")
    expect(last.text).toContain("Zahlbar bis 28. November 2026")
    expect(last.text).toMatch(/Zu zahlen: 117,75\s€/)
    await expect(preview({ ...dunning, variant: "partial" })).rejects.toThrow(
      'There is no sample "partial" of a mail of the kind "dunning"; there are level-1, level-2, last.',
    )
  })

  it("is about a real order's own amounts, also for a mail that it has not had", async () => {
    const facts = sampleOrder()
    Object.assign(facts.totals, { paid: "100.00", open: "61.95" })
    const reminder = await preview({ kind: "payment-reminder", facts, variant: "level-2" })
    expect(reminder.text).toMatch(/Offener Betrag: 61,95\s€/)
    expect(reminder.text).toContain("Zahlbar bis 28. November 2026")
    const refund = await preview({ kind: "refund-issued", facts })
    expect(refund.text).toMatch(/am 21\. November 2026 161,95\s€ erstattet/)
  })

  it("needs a bank account only where the mail says how to pay", async () => {
    const bank = { ...settings.bank, accounts: [] }
    for (const kind of ["refund-issued", "order-canceled-unpaid", "payment-received"])
      expect((await preview({ kind, language: "de" }, { bank })).text).not.toContain("IBAN")
    const partial = preview({ kind: "payment-received", variant: "partial" }, { bank })
    await expect(partial).rejects.toThrow("There is no bank account for orders in EUR")
  })

  it("says what is missing where the mail cannot be rendered", async () => {
    const bank = { ...settings.bank, accounts: [] }
    await expect(preview({}, { bank })).rejects.toThrow("There is no bank account for orders in EUR")
  })
})
