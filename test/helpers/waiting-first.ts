import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Files that wait for a job of the shop, up to a minute. Begun last they would be waited for, with nothing else to do. */
const WAITING = ["test/http/dunning-run.test.ts", "test/http/sweep.test.ts"]

/** The usual order, but what waits most begins first, so that other files run meanwhile. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waits = ({ moduleId }: TestSpecification) => WAITING.some((path) => moduleId.endsWith(`/${path}`))
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))]
  }
}
