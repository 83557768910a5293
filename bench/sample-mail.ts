import type { SendMailOptions } from "nodemailer/lib/mailer"
import { sampleOrder } from "../src/kinds/sample-order"
import type { OrderFacts } from "../src/kinds/order-facts"
import { sampleInput } from "../src/rendering/sample-input"
import { renderMail } from "../src/rendering/render-mail"
import { composeMessage } from "../src/sender/compose-message"
import type { ShopSettings } from "../src/sender/prepare-order-mail"

const SHOP_ADDRESS = "bestellung@nordlicht.example"

/** The settings of the made-up shop whose orders are measured. */
export function shopSettings(): ShopSettings {
  const { branding, timeZone, payment } = sampleInput("payment-info", "de")
  return {
    secret: "the bench's secret, of no use elsewhere",
    returnPathDomain: "shop.example",
    defaultLanguage: "de",
    germanAddress: "formal",
    texts: {},
    timeZone,
    mailServer: "platform",
    sender: {
      shopName: branding.shopName,
      address: SHOP_ADDRESS,
      trusted: true,
      fallback: null,
      dkimMode: "own-key",
      standing: null,
    },
    branding,
    archiveAddress: null,
    signerFor: () => Promise.resolve(null),
    recipientDomain: () => Promise.resolve("accepts"),
    bank: {
      accounts: [
        {
          currency: null,
          accountHolder: payment?.accountHolder ?? "",
          iban: payment?.iban ?? "",
          bic: payment?.bic ?? null,
          bank: payment?.bank ?? null,
          address: null,
        },
      ],
      reference: { pattern: "{{order_number}}", isCreditorReference: false },
      payableWithinDays: 14,
    },
  }
}

const ORDER = sampleOrder()

/** An order like any other but for its number. */
export function orderNumber(number: number): OrderFacts {
  return { ...ORDER, id: `order_${number}`, number: String(number) }
}

export interface SampleMail {
  /** What one would hand to nodemailer for this mail. */
  parts: SendMailOptions
  /** The same mail, composed. */
  bytes: Buffer
}

/** The payment information of one order: the mail that all measures send. */
export async function sampleMail(): Promise<SampleMail> {
  const input = sampleInput("payment-info", "de")
  const rendered = await renderMail(input)
  const from = { name: input.branding.shopName, address: SHOP_ADDRESS }
  const to = { name: "Jördis Petersen", address: "joerdis.petersen@kunde.example" }
  const composed = await composeMessage(
    { ...rendered, mailId: "om_sample", from, replyTo: from.address, to, language: "de", date: new Date() },
    "secret",
    "shop.example",
  )
  return {
    parts: {
      from,
      to,
      replyTo: from.address,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": "de" },
      attachments: rendered.inlineImages.map(({ cid, filename, contentType, content }) => ({
        cid,
        filename,
        contentType,
        content,
      })),
    },
    bytes: composed.bytes,
  }
}
