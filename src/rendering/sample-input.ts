import { isPositive } from "../kinds/decimal"
import type { OrderFacts } from "../kinds/order-facts"
import { sampleMail, type SampleMail } from "../kinds/sample-mail"
import { DEFAULT_BRANDING } from "./default-branding"
import { paymentInMail } from "./payment-in-mail"
import type { Language, PaymentInstructions, RenderInput } from "./types"

/**
 * Everything needed to render a mail of a made-up German shop about an order, for previews, `npm run render`, the bench and tests.
 * IBAN and BIC are the examples of the Bundesbank's documents; no money can be sent there.
 *
 * @param facts in place of the sample order
 * @param variant one of `sampleVariants(kind)`; without it, the kind's usual one
 */
export function sampleInput(kind: string, language: Language, facts?: OrderFacts, variant?: string): RenderInput {
  const sample = sampleMail({ kind, variant })
  return sampleInputOf(kind, language, facts ? { ...sample, facts } : sample)
}

/** As {@link sampleInput}, with a sample chosen before. */
export function sampleInputOf(kind: string, language: Language, { facts, occasion }: SampleMail): RenderInput {
  return {
    kind,
    occasion,
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
    payment: statesPayment(kind, facts) ? paymentOf({ facts, occasion }) : null,
    sentOnBehalfOf: null,
  }
}

function statesPayment(kind: string, { totals }: OrderFacts): boolean {
  const stated = paymentInMail(kind)
  return stated === "always" || (stated === "while-open" && isPositive(totals.open))
}

function paymentOf({ facts, occasion }: SampleMail): PaymentInstructions {
  const demand = occasion.type === "demand" ? occasion.demand : null
  return {
    accountHolder: "Nordlicht Handel GmbH",
    iban: "DE89370400440532013000",
    bic: "COBADEFFXXX",
    bank: "Commerzbank",
    reference: facts.number,
    amount: demand?.total ?? facts.totals.open,
    currency: facts.currency_code.toUpperCase(),
    payableUntil: demand?.payableUntil ?? "2026-08-14",
  }
}
