import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import {
  DEFAULT_MINIMUM_DISTANCE_DAYS,
  type DunningCase,
  type DunningOrder,
  type DunningSettings,
} from "../../../src/dunning/dunning-case"
import { DEFAULT_SENDING_TIMES } from "../../../src/dunning/sending-times"
import type { StepRecord } from "../../../src/dunning/step-history"

export const SETTINGS: DunningSettings = {
  notBefore: new Date("2025-01-01T00:00:00Z"),
  minimumDistanceDays: DEFAULT_MINIMUM_DISTANCE_DAYS,
  minimumAmounts: {},
  payableWithinDays: 7,
  sendingTimes: { ...DEFAULT_SENDING_TIMES, timeZone: "Europe/Berlin", country: "DE", state: "BY" },
}

/** Placed on a Monday; nothing was paid. */
export const ORDER: DunningOrder = {
  placedAt: new Date("2026-11-02T12:00:00Z"),
  fulfilledAt: null,
  invoicedAt: null,
  dueDay: null,
  status: "pending",
  currency: "eur",
  open: "119.00",
  paid: "0",
  refunded: "0",
}

/** An unpaid order by prepayment, with the default plan, that was sent nothing by it yet. */
export function caseOf(changed: Partial<DunningCase> = {}): DunningCase {
  const plain = { plan: DEFAULT_PLANS.prepayment, history: [], stops: [], ended: false, settings: SETTINGS }
  return { order: ORDER, ...plain, ...changed }
}

/** A record of "kind:level", sent unless said otherwise. */
export function record(name: string, at: string, changed: Partial<StepRecord> = {}): StepRecord {
  const [kind, level] = name.split(":")
  return {
    kind: kind as StepRecord["kind"],
    level: Number(level),
    state: "sent",
    at: new Date(at),
    payableUntil: null,
    ...changed,
  }
}
