import type { Logger } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import { createDataSource, databaseAddressOf } from "./data-source"

interface MigrationArguments {
  container: { resolve<T>(name: string): T }
  logger: Logger
  /** Given by Medusa when it undoes the migrations of one run. */
  migrationNames?: string[]
}

/** `medusa db:migrate`: runs what has not run yet; doing it again changes nothing. */
export async function runMigrations({ container, logger }: MigrationArguments): Promise<{ name: string }[]> {
  return withDataSource(container, logger, async (dataSource) => {
    const done = await dataSource.runMigrations({ transaction: "each" })
    for (const { name } of done) logger.info(`  ✔ order_mail: migrated ${name}`)
    if (done.length === 0) logger.info("  ✔ order_mail: nothing to migrate")
    return done.map(({ name }) => ({ name }))
  })
}

/**
 * `medusa db:rollback order_mail`: undoes as many migrations as are named, or all of them, and with them go the tables.
 * Doing it again changes nothing.
 */
export async function revertMigration({ container, logger, migrationNames }: MigrationArguments): Promise<void> {
  await withDataSource(container, logger, async (dataSource) => {
    for (let left = migrationNames?.length ?? Infinity; left > 0; left--) {
      if ((await countMigrated(dataSource)) === 0) break
      await dataSource.undoLastMigration({ transaction: "each" })
      logger.info("  ✔ order_mail: reverted one migration")
    }
    if ((await countMigrated(dataSource)) === 0) await dataSource.query("DROP TABLE IF EXISTS order_mail_migration")
  })
}

/** Medusa asks every module for this; ours are written by hand, because a migration is read more often than made. */
export async function generateMigration({ logger }: MigrationArguments): Promise<void> {
  logger.info("order_mail: migrations are written by hand, see the folder migrations")
}

async function countMigrated(dataSource: DataSource): Promise<number> {
  const [table] = await dataSource.query<{ name: string | null }[]>(
    "SELECT to_regclass('order_mail_migration')::text AS name",
  )
  if (!table?.name) return 0
  const [row] = await dataSource.query<{ count: string }[]>("SELECT count(*) FROM order_mail_migration")
  return Number(row?.count)
}

async function withDataSource<T>(
  container: MigrationArguments["container"],
  logger: Logger,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource(databaseAddressOf(container), (error) =>
    logger.error("order_mail: database", error),
  )
  await dataSource.initialize()
  try {
    return await work(dataSource)
  } finally {
    await dataSource.destroy()
  }
}
