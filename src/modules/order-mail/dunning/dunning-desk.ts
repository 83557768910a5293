import type { DataSource } from "typeorm"
import type { OrderFacts } from "../../../kinds/order-facts"
import type { OrderMailSettings } from "../settings/order-mail-settings"
import type {
  DueCase,
  DunningStopRow,
  DunningStopToAdd,
  OrderDunning,
  RunDecision,
  StepAhead,
  StepMail,
  StepMailVerdict,
  UpcomingFilters,
  UpcomingLine,
  UpcomingOrder,
  UpcomingPage,
} from "./answers"
import type { CaseFacts } from "./case-facts"

export interface DunningDeskParts {
  dataSource: DataSource
  settings: OrderMailSettings
  /** IANA name, of the options. */
  timeZone: string
}

/** Knows which orders may be reminded, what is planned for them, and who is not to be reminded. */
export class DunningDesk {
  constructor(private readonly parts: DunningDeskParts) {}

  /** What comes next for an order, worked out for now; null for an order that has no case (a draft, older than the plugin). */
  async overview(orderId: string, now: Date): Promise<OrderDunning | null> {
    throw new Error(`not there yet: ${orderId} ${now.toISOString()}`)
  }

  async listUpcoming(
    filters: UpcomingFilters,
    page: { limit: number; offset: number; order: UpcomingOrder },
    now: Date,
  ): Promise<UpcomingPage> {
    throw new Error(`not there yet: ${JSON.stringify({ filters, page, now })}`)
  }

  /** All lines in the order `at`, a bounded number of them in memory. */
  streamUpcoming(filters: UpcomingFilters, now: Date): AsyncIterable<UpcomingLine> {
    throw new Error(`not there yet: ${JSON.stringify({ filters, now })}`)
  }

  /** @throws MedusaError INVALID_DATA, NOT_FOUND for an order without a case */
  async addStop(stop: DunningStopToAdd, userId: string | null, now: Date): Promise<DunningStopRow> {
    throw new Error(`not there yet: ${JSON.stringify({ stop, userId, now })}`)
  }

  /** A stop that is lifted already stays as it is. @throws MedusaError NOT_FOUND */
  async liftStop(stopId: string, userId: string | null, now: Date): Promise<DunningStopRow> {
    throw new Error(`not there yet: ${JSON.stringify({ stopId, userId, now })}`)
  }

  /** Active ones first, then the newest. With an order those of its customer, too. */
  async listStops(of: { orderId?: string; customerId?: string }, now: Date): Promise<DunningStopRow[]> {
    throw new Error(`not there yet: ${JSON.stringify({ of, now })}`)
  }

  /** Ends an order's plan; ended again it stays as it is. @throws MedusaError NOT_FOUND for an order without a case */
  async end(orderId: string, userId: string | null, now: Date): Promise<void> {
    throw new Error(`not there yet: ${JSON.stringify({ orderId, userId, now })}`)
  }

  /** Takes the end of an order's plan back. @throws MedusaError NOT_FOUND for an order without a case */
  async resume(orderId: string, now: Date): Promise<void> {
    throw new Error(`not there yet: ${JSON.stringify({ orderId, now })}`)
  }

  /** Remembers what orders are like. What was read earlier than what is known is not taken over. */
  async saveFacts(cases: readonly CaseFacts[], readAt: Date): Promise<void> {
    throw new Error(`not there yet: ${JSON.stringify({ cases, readAt })}`)
  }

  /** Plans orders whose plan is out of date. @returns how many */
  async plan(limit: number, now: Date): Promise<number> {
    throw new Error(`not there yet: ${JSON.stringify({ limit, now })}`)
  }

  /** Orders for which something is due, the longest due first. @param after the last one of the batch before */
  async findDue(limit: number, now: Date, after?: DueCase): Promise<DueCase[]> {
    throw new Error(`not there yet: ${JSON.stringify({ limit, now, after })}`)
  }

  /** What the run does about an order. @param facts as they are now */
  async decide(facts: OrderFacts, now: Date): Promise<RunDecision> {
    throw new Error(`not there yet: ${JSON.stringify({ facts, now })}`)
  }

  /** The step a person would send or skip: only timing is ignored. @param facts as they are now */
  async stepAhead(facts: OrderFacts, now: Date): Promise<StepAhead> {
    throw new Error(`not there yet: ${JSON.stringify({ facts, now })}`)
  }

  /**
   * Whether a mail of a step that was made may still go, and what it is to say now. One that waits for approval or for its
   * turn is asked about alike; its own kind has the last word about the order (`kind.decide`).
   * @param facts as they are now
   */
  async mayStillGo(mail: StepMail, facts: OrderFacts, now: Date): Promise<StepMailVerdict> {
    throw new Error(`not there yet: ${JSON.stringify({ mail, facts, now })}`)
  }
}
