import { join, resolve } from "node:path"

/** The root of this repository. */
export const REPOSITORY = resolve(__dirname, "..", "..")

/** Everything the demo keeps between two starts; ignored by git. */
export const DEMO_HOME = join(REPOSITORY, ".demo")

/** Everything the tests leave behind: logs, screenshots, cached databases; ignored by git. */
export const TEST_HOME = join(REPOSITORY, ".test-output")
