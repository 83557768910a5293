import { generateKeyPairSync } from "node:crypto"
import PostalMime from "postal-mime"
import { describe, expect, it } from "vitest"
import { sampleMail } from "../../../src/kinds/sample-mail"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { DEFAULT_BRANDING } from "../../../src/rendering/default-branding"
import { prepareOrderMail, type MailRequest, type ShopSettings } from "../../../src/sender/prepare-order-mail"

const settings: ShopSettings = {
  mailServer: "sc_1",
  secret: "a secret that is long enough for a test",
  returnPathDomain: "bounce.platform.example",
  defaultLanguage: "de",
  germanAddress: "formal",
  texts: {},
  timeZone: "Europe/Berlin",
  sender: {
    shopName: "Lindner",
    address: "orders@lindner.example",
    trusted: false,
    fallback: { domain: "platform.example", address: "lindner@platform.example" },
    dkimMode: "own-key",
    standing: null,
  },
  branding: { ...DEFAULT_BRANDING, shopName: "Lindner", shopUrl: null },
  archiveAddress: null,
  signerFor: () => Promise.resolve(null),
  recipientDomain: () => Promise.resolve("accepts"),
  bank: {
    accounts: [
      {
        currency: "EUR",
        accountHolder: "Lindner GmbH",
        iban: "DE89370400440532013000",
        bic: null,
        bank: null,
        address: null,
      },
    ],
    reference: { pattern: "{{order_number}}", isCreditorReference: false },
    payableWithinDays: 7,
  },
}

function request(changes: Partial<MailRequest> = {}): MailRequest {
  const facts = changes.facts ?? sampleOrder()
  return {
    mailId: "om_01kb0c3v8xj5q9w2e4r6t8y0za",
    kind: "payment-info",
    level: null,
    occurrence: "placed",
    occasion: { type: "placed" },
    decision: { send: true },
    facts,
    to: null,
    resendOf: null,
    now: new Date("2026-11-21T12:00:00Z"),
    ...changes,
  }
}

describe("prepareOrderMail", () => {
  it("makes a complete row and its bytes", async () => {
    const facts = sampleOrder()
    const { row, content } = await prepareOrderMail(request(), settings)
    expect(row).toMatchObject({
      state: "queued",
      idempotency_key: `${facts.id}:payment-info:placed`,
      recipient: facts.email,
      sender_identity: "fallback",
      from_address: "lindner@platform.example",
      reply_to: "orders@lindner.example",
      amount_open: facts.totals.open,
      language: "de",
    })
    expect(row.return_path).toMatch(/@bounce\.platform\.example$/)
    const email = await PostalMime.parse(content!)
    expect(email.from?.address).toBe("lindner@platform.example")
    expect(email.replyTo?.[0]?.address).toBe("orders@lindner.example")
    expect(email.text).toContain("orders@lindner.example")
    expect(email.subject).toBe(row.subject)
  })

  it("leaves through the shop's own server under its own domain only; the platform's may send as the fallback", async () => {
    const own = { ...settings, sender: { ...settings.sender, trusted: true } }
    expect((await prepareOrderMail(request(), own)).row).toMatchObject({
      sender_identity: "own-domain",
      mail_server: "sc_1",
    })
    expect((await prepareOrderMail(request(), settings)).row).toMatchObject({
      sender_identity: "fallback",
      mail_server: "platform",
    })
  })

  it("writes to a corrected address instead of the order's", async () => {
    const { row } = await prepareOrderMail(request({ to: "richtig@kunde.example" }), settings)
    expect(row.recipient).toBe("richtig@kunde.example")
  })

  it.each([
    [null, "recipient-missing"],
    ["nobody", "recipient-invalid"],
    ["a@kunde.example, b@kunde.example", "recipient-several"],
  ] as const)("keeps a failed row for the address %j", async (email, reason) => {
    const { row, content } = await prepareOrderMail(request({ facts: { ...sampleOrder(), email } }), settings)
    expect(row).toMatchObject({ state: "failed", state_reason: reason, recipient: email, message_id: null })
    expect(content).toBeNull()
  })

  it.each([
    ["no-such-domain", "recipient-domain-missing"],
    ["no-mail-accepted", "recipient-refuses-mail"],
  ] as const)("keeps a failed row with its bytes when the recipient's domain is %s", async (answer, reason) => {
    const asked: string[] = []
    const recipientDomain = (domain: string) => {
      asked.push(domain)
      return Promise.resolve(answer)
    }
    const { row, content } = await prepareOrderMail(request({ to: "anna@Bücher.example" }), {
      ...settings,
      recipientDomain,
    })
    expect(asked).toEqual(["xn--bcher-kva.example"])
    expect(row).toMatchObject({ state: "failed", state_reason: reason, recipient: "anna@xn--bcher-kva.example" })
    // To be looked at, and sent again once the address is corrected.
    expect((await PostalMime.parse(content!)).subject).toBe(row.subject)
  })

  it("queues a mail when nobody answers about the recipient's domain", async () => {
    const recipientDomain = () => Promise.resolve("unknown" as const)
    const { row } = await prepareOrderMail(request(), { ...settings, recipientDomain })
    expect(row).toMatchObject({ state: "queued", state_reason: null })
  })

  it("signs under the sender's domain", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
    const signerFor = (domain: string) =>
      Promise.resolve({ domain, selector: "om1", privateKey, signedAt: new Date("2026-11-21T12:00:00Z") })
    const { content } = await prepareOrderMail(request(), { ...settings, signerFor })
    expect(content!.toString()).toMatch(/^DKIM-Signature: v=1;[^]*d=platform\.example;/)
  })

  it("makes no row when a mail cannot be signed now, so that it can be made later", async () => {
    const signerFor = () => Promise.reject(new Error("there is no encryption key k2"))
    await expect(prepareOrderMail(request(), { ...settings, signerFor })).rejects.toThrow("no encryption key k2")
  })

  it("notes what a step of the plan asks for, and until when", async () => {
    const { facts, occasion } = sampleMail({ kind: "dunning", variant: "level-2" })
    const { row } = await prepareOrderMail(request({ kind: "dunning", level: 2, facts, occasion }), settings)
    expect(row).toMatchObject({
      state: "queued",
      kind: "dunning",
      level: 2,
      amount_open: "165.03",
      payable_until: "2026-09-14",
      occasion,
      basis: { open: "161.95", status: "pending", email: facts.email },
    })
  })

  it("notes no day where nothing is to be paid, and needs no bank account then", async () => {
    const { facts, occasion } = sampleMail({ kind: "refund-issued" })
    const bank = { ...settings.bank, accounts: [] }
    const { row } = await prepareOrderMail(request({ kind: "refund-issued", facts, occasion }), { ...settings, bank })
    expect(row).toMatchObject({ state: "queued", payable_until: null })
    const placed = await prepareOrderMail(request(), settings)
    expect(placed.row.payable_until).toMatch(/^2026-11-28$/)
  })

  it("keeps a skipped row with the kind's reason", async () => {
    const decision = { send: false, reason: "nothing-to-pay", silent: false } as const
    const { row, content } = await prepareOrderMail(request({ decision }), settings)
    expect(row).toMatchObject({ state: "skipped", state_reason: "nothing-to-pay" })
    expect(content).toBeNull()
  })

  it("keeps a failed row with the error when the mail cannot be rendered: nothing vanishes", async () => {
    const { row } = await prepareOrderMail(request({ kind: "no-such-layout" }), settings)
    expect(row).toMatchObject({ state: "failed", state_reason: "template-error", kind: "no-such-layout" })
    expect(row.state_detail).toContain("no-such-layout")
  })

  it("keeps a failed row that names the currency when there is no account for it", async () => {
    const { row } = await prepareOrderMail(request({ facts: { ...sampleOrder(), currency_code: "sek" } }), settings)
    expect(row).toMatchObject({ state: "failed", state_reason: "bank-account-missing" })
    expect(row.state_detail).toMatch(/SEK.*Bank details/)
  })

  it("is in the order's language, and addresses German customers as the shop does", async () => {
    const textFor = async (locale: string | null): Promise<string | undefined> => {
      const facts = { ...sampleOrder(), locale, region: null }
      const { row, content } = await prepareOrderMail(request({ facts }), { ...settings, germanAddress: "informal" })
      expect(row.language).toBe(locale?.slice(0, 2) ?? settings.defaultLanguage)
      return (await PostalMime.parse(content!)).text
    }
    expect(await textFor("pl-PL")).toMatch(/^Dzień dobry, Jördis Petersen!/)
    expect(await textFor("fr-BE")).toMatch(/^Bonjour Jördis Petersen,/)
    expect(await textFor("de-AT")).toMatch(/^Hallo Jördis,/)
    expect(await textFor(null)).toMatch(/^Hallo Jördis,/)
  })

  it("counts the payable-until date in the shop's time zone", async () => {
    const late = { ...sampleOrder(), placed_at: "2026-03-28T23:30:00Z" }
    const { content } = await prepareOrderMail(request({ facts: late, now: new Date(late.placed_at) }), settings)
    expect((await PostalMime.parse(content!)).text).toContain("5. April 2026")
  })
})
