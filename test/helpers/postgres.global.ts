import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { removePostgres, startPostgres } from "../../demo/parts/embedded-postgres"
import { TEST_HOME } from "../../demo/parts/repository"

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL server for tests to make databases on, by a user who may. */
    postgresUrl: string
  }
}

/** An empty PostgreSQL of this test run's own, thrown away with it, so that two runs do not meet. */
export default async function startTestPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const home = join(TEST_HOME, `postgres-${process.pid}`)
  const postgres = await startPostgres({ home, preferredPort: 0, durable: false })
  provide("postgresUrl", postgres.url("postgres"))
  return async () => {
    await postgres.stop()
    removePostgres(home)
  }
}
