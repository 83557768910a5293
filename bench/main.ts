import { join } from "node:path"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { removePostgres } from "../demo/parts/embedded-postgres"
import { benchClaim } from "./claim"
import { benchClientProblems } from "./client-problems"
import { startDatabase } from "./database"
import { benchDrainMemory } from "./drain-memory"
import { benchFill, type Measure } from "./fill"
import { benchPlanning } from "./planning"
import { benchRounds } from "./rounds"
import { startSink } from "./start-sink"

const HOME = join(__dirname, "..", ".demo", "bench")

/** Prints one JSON object a line: `{"name","value","unit"}`. With names as arguments only those parts run. */
async function main(): Promise<void> {
  exposeGarbageCollection()
  const chosen = process.argv.slice(2)
  removePostgres(HOME)
  const database = await startDatabase(HOME)
  const sink = await startSink()
  const parts: Record<string, () => Promise<Measure[]>> = {
    fill: benchFill,
    clients: benchClientProblems,
    rounds: () => benchRounds(database, sink),
    claim: () => benchClaim(database),
    memory: () => benchDrainMemory(database, sink),
    planning: () => benchPlanning(database),
  }
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (chosen.length === 0 || chosen.includes(name)) {
        ;(await measure()).forEach((result) => console.log(JSON.stringify(result)))
      }
    }
  } finally {
    await sink.stop()
    await database.stop()
    removePostgres(HOME)
  }
}

/** So that `npm run bench` needs no flag for node. */
function exposeGarbageCollection(): void {
  setFlagsFromString("--expose-gc")
  globalThis.gc = runInNewContext("gc") as typeof globalThis.gc
}

void main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
