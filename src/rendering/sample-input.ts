import type { OrderFacts } from "../kinds/order-facts"
import { sampleOrder } from "../kinds/sample-order"
import { DEFAULT_BRANDING } from "./default-branding"
import type { Language, RenderInput } from "./types"

/**
 * Everything needed to render a mail of a made-up German shop about an order, for previews, `npm run render`, the bench and tests.
 * IBAN and BIC are the examples of the Bundesbank's documents; no money can be sent there.
 */
export function sampleInput(kind: string, language: Language, facts: OrderFacts = sampleOrder()): RenderInput {
  return {
    kind,
    occasion: { type: "placed" },
    language,
    locale: `${language}-DE`,
    timeZone: "Europe/Berlin",
    facts,
    branding: {
      ...DEFAULT_BRANDING,
      shopName: "Nordlicht Handel",
      shopUrl: "https://nordlicht.example",
      legal: {
        company: "Nordlicht Handel GmbH",
        address: "Speicherlinie 40\n24937 Flensburg",
        register: "Amtsgericht Flensburg, HRB 12345 FL",
        vatId: "DE123456789",
      },
      footerLines: ["Geschäftsführerin: Wiebke Lorenzen"],
    },
    payment: {
      accountHolder: "Nordlicht Handel GmbH",
      iban: "DE89370400440532013000",
      bic: "COBADEFFXXX",
      bank: "Commerzbank",
      reference: facts.number,
      amount: facts.totals.open,
      currency: facts.currency_code.toUpperCase(),
      payableUntil: "2026-08-14",
    },
    sentOnBehalfOf: null,
  }
}
