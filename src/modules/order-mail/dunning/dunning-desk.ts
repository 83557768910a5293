import type { Logger } from "@medusajs/framework/types"
import { cancellationTime } from "../../../dunning/automatic-cancellation"
import { demandFor } from "../../../dunning/demand"
import { nextStep, stepAhead } from "../../../dunning/next-step"
import type { OrderFacts } from "../../../kinds/order-facts"
import { findDunningCases, setCaseEnd, type DunningCaseRow } from "../queries/dunning-cases"
import { findCasesToRead, findDueCases, forgetCases, postponeReading, putOffCases } from "../queries/find-due-cases"
import { countUpcoming, findUpcomingMails, streamUpcomingMails } from "../queries/find-upcoming-mails"
import { saveDunningFacts } from "../queries/save-dunning-facts"
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
import { buildCase, type CaseFile } from "./build-case"
import type { CaseFacts } from "./case-facts"
import { CaseFiles, type CaseFilesParts } from "./case-files"
import { CasePlanner } from "./case-planner"
import { caseMissing, DunningStops } from "./dunning-stops"
import { overviewOf } from "./overview"
import { periodEnd } from "./period-end"
import { stepMailVerdict } from "./step-mail-verdict"

export interface DunningDeskParts extends CaseFilesParts {
  logger: Pick<Logger, "error">
}

/** So many out-of-date plans are worked out at once, for somebody who waits for it; the job does the others. */
const PLANNED_AT_ONCE = 1_000

/** Knows which orders may be reminded, what is planned for them, and who is not to be reminded. */
export class DunningDesk {
  private readonly stops: DunningStops
  private readonly planner: CasePlanner

  constructor(private readonly parts: DunningDeskParts) {
    this.stops = new DunningStops(parts)
    this.planner = new CasePlanner(parts)
  }

  /** What comes next for an order, worked out for now; null for one that has no case (a draft, older than the plugin). */
  async overview(orderId: string, now: Date): Promise<OrderDunning | null> {
    const row = await this.findCase(orderId)
    if (row === null) return null
    const [file] = await new CaseFiles(this.parts).of([row])
    const customerIds = row.customer_id === null ? [] : [row.customer_id]
    return overviewOf(row, file as CaseFile, await this.stops.list({ orderIds: [orderId], customerIds }, now), now)
  }

  /** Plans that are out of date are worked out first, as many as there may be in an ordinary minute. */
  async listUpcoming(
    filters: UpcomingFilters,
    page: { limit: number; offset: number; order: UpcomingOrder },
    now: Date,
  ): Promise<UpcomingPage> {
    const { dataSource } = this.parts
    await this.plan(PLANNED_AT_ONCE, now)
    const { lines, count, sums } = await findUpcomingMails(dataSource, this.searchFor(filters, now), page)
    return { lines, count, sums, ...(await countUpcoming(dataSource)) }
  }

  /** All lines in the order `at`, a bounded number of them in memory. */
  streamUpcoming(filters: UpcomingFilters, now: Date): AsyncIterable<UpcomingLine> {
    return streamUpcomingMails(this.parts.dataSource, this.searchFor(filters, now))
  }

  /** @throws MedusaError INVALID_DATA, NOT_FOUND for an order without a case */
  async addStop(stop: DunningStopToAdd, userId: string | null, now: Date): Promise<DunningStopRow> {
    const added = await this.stops.add(stop, userId, now)
    await this.plan(PLANNED_AT_ONCE, now)
    return added
  }

  /** A stop that is lifted already stays as it is. @throws MedusaError NOT_FOUND */
  async liftStop(stopId: string, userId: string | null, now: Date): Promise<DunningStopRow> {
    const lifted = await this.stops.lift(stopId, userId, now)
    await this.plan(PLANNED_AT_ONCE, now)
    return lifted
  }

  /** Active ones first, then the newest. With an order those of its customer, too. */
  async listStops({ orderId, customerId }: { orderId?: string; customerId?: string }, now: Date) {
    const ofOrder = orderId === undefined ? null : ((await this.findCase(orderId))?.customer_id ?? null)
    const orderIds = orderId === undefined ? [] : [orderId]
    return this.stops.list({ orderIds, customerIds: [customerId, ofOrder].filter((id) => typeof id === "string") }, now)
  }

  /** Ends an order's plan; ended again it stays as it is. @throws MedusaError NOT_FOUND for an order without a case */
  async end(orderId: string, userId: string | null, now: Date): Promise<void> {
    if (!(await setCaseEnd(this.parts.dataSource, orderId, { endedBy: userId }))) throw caseMissing(orderId)
    await this.plan(PLANNED_AT_ONCE, now)
  }

  /** Takes the end of an order's plan back. @throws MedusaError NOT_FOUND for an order without a case */
  async resume(orderId: string, now: Date): Promise<void> {
    if (!(await setCaseEnd(this.parts.dataSource, orderId, null))) throw caseMissing(orderId)
    await this.plan(PLANNED_AT_ONCE, now)
  }

  /** See {@link saveDunningFacts}. */
  async saveFacts(cases: readonly CaseFacts[], readAt: Date): Promise<void> {
    await saveDunningFacts(this.parts.dataSource, cases, readAt)
  }

  /** See {@link CasePlanner.plan}. */
  async plan(limit: number, now: Date): Promise<number> {
    return this.planner.plan(limit, now)
  }

  /** See {@link findDueCases}. */
  async findDue(limit: number, now: Date, after?: DueCase): Promise<DueCase[]> {
    return findDueCases(this.parts.dataSource, limit, now, after)
  }

  /** See {@link findCasesToRead}. */
  async findToRead(limit: number, before: Date): Promise<string[]> {
    return findCasesToRead(this.parts.dataSource, limit, before)
  }

  /** See {@link putOffCases}. */
  async putOff(orderIds: readonly string[], until: Date): Promise<void> {
    await putOffCases(this.parts.dataSource, orderIds, until)
  }

  /** See {@link postponeReading}. */
  async postpone(orderIds: readonly string[], triedAt: Date): Promise<void> {
    await postponeReading(this.parts.dataSource, orderIds, triedAt)
  }

  /** Which of these orders have no case. */
  async withoutCase(orderIds: readonly string[]): Promise<string[]> {
    const known = new Set((await findDunningCases(this.parts.dataSource, orderIds)).map(({ order_id }) => order_id))
    return orderIds.filter((id) => !known.has(id))
  }

  /** Remembers up to where orders were looked for whose event was lost; it never goes back. */
  async markSweptUntil(until: Date): Promise<void> {
    await this.parts.dataSource.query(
      "UPDATE order_mail_installation SET cases_swept_until = greatest(cases_swept_until, $1) WHERE id = 1",
      [until],
    )
  }

  /** See {@link forgetCases}. */
  async forget(orderIds: readonly string[]): Promise<void> {
    await forgetCases(this.parts.dataSource, orderIds)
  }

  /** What the run does about an order. @param facts as they are now */
  async decide(facts: OrderFacts, now: Date): Promise<RunDecision> {
    const file = await new CaseFiles(this.parts).ofOrder(facts)
    const { dunningCase, reason } = buildCase(file)
    if (dunningCase === null) return { type: "nothing", reason }
    const { due, reason: whyNot } = nextStep(dunningCase, now)
    if (due !== null)
      return { type: "send", step: due.step, demand: demandFor(due.step, dunningCase, facts, file.rules.terms, now) }
    if (whyNot !== "plan-finished") return { type: "nothing", reason: whyNot }
    const cancellation = cancellationTime(dunningCase, now)
    return cancellation !== null && cancellation <= now ? { type: "cancel" } : { type: "nothing", reason: whyNot }
  }

  /** The step a person would send or skip: only timing is ignored. @param facts as they are now */
  async stepAhead(facts: OrderFacts, now: Date): Promise<StepAhead> {
    const file = await new CaseFiles(this.parts).ofOrder(facts)
    const { dunningCase, reason } = buildCase(file)
    if (dunningCase === null) return { step: null, reason }
    const { step, reason: whyNot } = stepAhead(dunningCase, now)
    if (step === null) return { step, reason: whyNot }
    return { step, reason: null, demand: demandFor(step, dunningCase, facts, file.rules.terms, now) }
  }

  /**
   * Whether a mail of a step that was made may still go, and what it is to say now. One that waits for approval or for its
   * turn is asked about alike; its own kind has the last word about the order (`kind.decide`).
   * @param facts as they are now
   */
  async mayStillGo(mail: StepMail, facts: OrderFacts, now: Date): Promise<StepMailVerdict> {
    return stepMailVerdict(mail, await new CaseFiles(this.parts).ofOrder(facts), facts, now)
  }

  private async findCase(orderId: string): Promise<DunningCaseRow | null> {
    const [row] = await findDunningCases(this.parts.dataSource, [orderId])
    return row ?? null
  }

  private searchFor({ period, ...search }: UpcomingFilters, now: Date) {
    return { ...search, until: periodEnd(period, now, this.parts.timeZone) }
  }
}
