import type { Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import { savePlannedCases, takeUnplannedCases, type DunningCaseRow, type PlannedCase } from "../queries/dunning-cases"
import { takeDunningChanges } from "../queries/take-dunning-changes"
import { buildCase, type CaseFile } from "./build-case"
import { CaseFiles, type CaseFilesParts } from "./case-files"
import { planCase } from "./plan-case"

/** Read, planned and written in one go: few enough to be held in memory, many enough for few queries. */
const BATCH = 1_000

/** Notes taken in one transaction. */
const CHANGES = 5_000

/** Works out what is planned for orders, in bounded batches; several processes share the work. */
export class CasePlanner {
  constructor(private readonly parts: CaseFilesParts & { logger: Pick<Logger, "error"> }) {}

  /** @returns how many were planned; less than the limit: none is left */
  async plan(limit: number, now: Date): Promise<number> {
    const { dataSource } = this.parts
    while ((await takeDunningChanges(dataSource, CHANGES)) === CHANGES);
    let planned = 0
    while (planned < limit) {
      const size = Math.min(BATCH, limit - planned)
      const count = await dataSource.transaction((manager) => this.planBatch(manager, size, now))
      planned += count
      if (count < size) break
    }
    return planned
  }

  private async planBatch(manager: EntityManager, size: number, now: Date): Promise<number> {
    const rows = await takeUnplannedCases(manager, size)
    if (rows.length === 0) return 0
    const files = await new CaseFiles(this.parts, manager).of(rows)
    await savePlannedCases(
      manager,
      rows.map((row, index) => this.planOf(row, files[index] as CaseFile, now)),
    )
    return rows.length
  }

  private planOf({ order_id }: DunningCaseRow, file: CaseFile, now: Date): PlannedCase {
    const built = buildCase(file)
    const known = { order_id, plan_type: built.planType }
    try {
      const { reason, nextAt, upcoming } = planCase(built, now)
      return { ...known, reason, next_at: nextAt, upcoming }
    } catch (error) {
      // One shop's impossible settings must not keep the others' orders from being planned.
      this.parts.logger.error(`order_mail: the reminders of ${order_id} could not be planned`, error as Error)
      return { ...known, reason: "plan-inactive", next_at: null, upcoming: [] }
    }
  }
}
