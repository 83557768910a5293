import type { DataSource } from "typeorm"
import type { Outbox } from "../../delivery/types"
import { claimDueMails } from "./queries/claim-due-mails"
import { nextDueInMs } from "./queries/next-due-in-ms"
import { recordOutcomes } from "./queries/record-outcomes"
import { renewLeases } from "./queries/renew-leases"

/** The outbox in PostgreSQL, as delivery sees it: the mails that leave through one mail server. */
export function createOutbox(dataSource: DataSource, leaseSeconds: number, mailServer: string): Outbox {
  return {
    claimDue: (limit) => claimDueMails(dataSource, limit, leaseSeconds, mailServer),
    recordOutcomes: (outcomes) => recordOutcomes(dataSource, outcomes),
    renewLeases: (claims) => renewLeases(dataSource, claims, leaseSeconds),
    nextDueInMs: () => nextDueInMs(dataSource, mailServer),
  }
}
