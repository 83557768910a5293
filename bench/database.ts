import type { DataSource } from "typeorm"
import { startPostgres } from "../demo/parts/embedded-postgres"
import { createDataSource } from "../src/modules/order-mail/data-source"

export interface BenchDatabase {
  /** A migrated database of its own. */
  create(name: string): Promise<DataSource>
  stop(): Promise<void>
}

/** An embedded PostgreSQL with its usual safety: what is committed is on the disk, as in a shop. */
export async function startDatabase(home: string): Promise<BenchDatabase> {
  const postgres = await startPostgres({ home, preferredPort: 25_432, durable: true })
  const opened: DataSource[] = []
  return {
    async create(name) {
      await postgres.dropDatabase(name)
      await postgres.createDatabase(name)
      const dataSource = createDataSource({ url: postgres.url(name) }, () => undefined)
      await dataSource.initialize()
      await dataSource.runMigrations()
      opened.push(dataSource)
      return dataSource
    },
    async stop() {
      await Promise.all(opened.map((dataSource) => dataSource.destroy()))
      await postgres.stop()
    },
  }
}
