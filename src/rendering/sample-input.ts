import type { OrderFacts } from "../kinds/order-facts"
import { sampleOrder } from "../kinds/sample-order"
import { DEFAULT_COLORS } from "./default-colors"
import type { Language, RenderInput } from "./types"

/**
 * Everything needed to render a mail of a made-up German shop about an order, for previews, `npm run render`, the bench and tests.
 * IBAN and BIC are the examples of the Bundesbank's documents; no money can be sent there.
 */
export function sampleInput(kind: string, language: Language, facts: OrderFacts = sampleOrder()): RenderInput {
  return {
    kind,
    language,
    locale: `${language}-DE`,
    timeZone: "Europe/Berlin",
    facts,
    branding: {
      shopName: "Nordlicht Handel",
      shopUrl: "https://nordlicht.example",
      footerLines: [
        "Nordlicht Handel GmbH, Speicherlinie 40, 24937 Flensburg",
        "Amtsgericht Flensburg, HRB 12345 FL",
        "USt-IdNr. DE123456789, Geschäftsführerin: Wiebke Lorenzen",
      ],
      colors: DEFAULT_COLORS,
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
