import type { MailOccasion } from "./occasion"
import type { OrderFacts } from "./order-facts"
import type { OWN_REASONS } from "./state-reasons"

export type OwnReason = (typeof OWN_REASONS)[number]

/**
 * One kind of order mail: what it is called, whether a customer can opt out of it, and which orders get it.
 *
 * The id is also the name of the kind's layout (`templates/<id>.mjml`, `templates/<id>.txt.hbs`) and of its section
 * in `templates/locales/<language>.json`.
 */
export interface Kind {
  /** Lower case words joined by hyphens, for example `payment-info`. */
  readonly id: string
  /** A customer can opt out of optional kinds only. */
  readonly class: "critical" | "optional"
  /** Pure: the same facts and context always give the same answer. Whether the recipient can be written to is not asked here. */
  decide(facts: OrderFacts, context: KindContext): KindDecision
  /**
   * Tells one occasion for this mail from the next on the same order. Together with order and kind it is the
   * idempotency key: an event delivered five times has one occurrence, and makes one mail.
   */
  occurrence(facts: OrderFacts, occasion: MailOccasion): string
}

/** What a kind may know beside the order. */
export interface KindContext {
  occasion: MailOccasion
  /** How the payment providers of the order's shop are classed. */
  paymentProviders: PaymentProviders
  /** When the plugin first ran, ISO 8601; older orders get no mail on their own. */
  installedAt: string
  /** A person asks for this mail: what keeps the plugin from sending on its own is no obstacle, what makes it wrong is. */
  askedByUser?: boolean
}

export type KindDecision =
  | { send: true }
  | {
      send: false
      reason: OwnReason
      /** True for orders that are none of this kind's business: no row is written for them. */
      silent: boolean
    }

/** Payment providers by what they mean, for example `pp_system_default`. Those in neither list ask for no transfer. */
export interface PaymentProviders {
  /** Bank transfer before delivery. */
  prepayment: readonly string[]
  /** Purchase on invoice. */
  invoice: readonly string[]
}
