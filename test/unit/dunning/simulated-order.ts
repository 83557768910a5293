import { addDays, calendarDayOf } from "../../../src/dunning/calendar-day"
import type { DunningCase, DunningStop } from "../../../src/dunning/dunning-case"
import type { DunningStep } from "../../../src/dunning/dunning-plan"
import { nextStep } from "../../../src/dunning/next-step"
import type { StepRecord } from "../../../src/dunning/step-history"

/** What goes otherwise than planned. Instants are those of the world, whatever the shop's clock shows. */
export interface Fate {
  /** Cents that arrive, and when. */
  payments: { at: number; cents: number }[]
  stops: { from: number; stop: DunningStop }[]
  /** What becomes of each mail in turn; after the last one, all arrive. */
  mails: MailFate[]
}

export type MailFate =
  "arrives" | "is-delayed" | "bounces-and-is-sent-again" | "bounces-and-is-skipped" | "is-withdrawn"

/** A mail that the plan decided on, with what was true at that moment. */
export interface Decided {
  step: DunningStep
  /** The shop's clock. */
  at: Date
  openCents: number
  stops: readonly DunningStop[]
  /** Everything that had happened to the mails before. */
  history: readonly StepRecord[]
}

/** An order living through runs of the job: `run` is one of them, `decided` what came of all. */
export class SimulatedOrder {
  readonly decided: Decided[] = []
  private history: StepRecord[] = []
  private mails = 0

  constructor(
    readonly start: DunningCase,
    private readonly totalCents: number,
    private readonly fate: Fate,
  ) {}

  openCents(world: number): number {
    return this.fate.payments.reduce((open, { at, cents }) => (at <= world ? open - cents : open), this.totalCents)
  }

  /** Whether nobody ever stopped its reminders. */
  get untroubled(): boolean {
    return this.fate.stops.length === 0
  }

  /** @param world the time it really is @param clock what the shop's clock shows */
  run(world: number, clock: Date): void {
    if (world < this.start.order.placedAt.getTime()) return
    this.settleMail(clock)
    const openCents = this.openCents(world)
    const stops = this.fate.stops.flatMap(({ from, stop }) => (from <= world ? [stop] : []))
    const order = { ...this.start.order, open: decimal(openCents), paid: decimal(this.totalCents - openCents) }
    const { due } = nextStep({ ...this.start, order, stops, history: this.history }, clock)
    if (due === null) return
    this.decided.push({ step: due.step, at: clock, openCents, stops, history: this.history })
    this.send(due.step, clock)
  }

  /** What became of the last mail by the next run. */
  private settleMail(clock: Date): void {
    const last = this.history.at(-1)
    if (last === undefined) return
    const settled = { ...last, at: clock }
    if (last.state === "under-way" || last.state === "awaiting-approval") {
      this.history = [...this.history.slice(0, -1), { ...last, state: "sent" }]
    } else if (last.state === "undelivered") {
      const again = this.fate.mails[this.mails - 1] === "bounces-and-is-sent-again"
      this.history = [...this.history, { ...settled, state: again ? "sent" : "passed-over" }]
    }
  }

  private send({ kind, level, payableWithinDays, waitForApproval }: DunningStep, at: Date): void {
    const { timeZone } = this.start.settings.sendingTimes
    const payableUntil = payableWithinDays === null ? null : addDays(calendarDayOf(at, timeZone), payableWithinDays)
    this.history = [...this.history, { kind, level, at, payableUntil, state: this.stateOfNextMail(waitForApproval) }]
    this.mails++
  }

  private stateOfNextMail(waitForApproval: boolean): StepRecord["state"] {
    switch (this.fate.mails[this.mails] ?? "arrives") {
      case "arrives":
        return waitForApproval ? "awaiting-approval" : "sent"
      case "is-delayed":
        return "under-way"
      case "is-withdrawn":
        return "withdrawn"
      case "bounces-and-is-sent-again":
      case "bounces-and-is-skipped":
        return "undelivered"
    }
  }
}

export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0")
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
