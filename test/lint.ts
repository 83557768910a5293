/**
 * `npm run lint`: every static check, two at a time, one line each; what a failed one has to say stands below the
 * table. Exit code 1 when one failed.
 */
import { spawn } from "node:child_process"
import { join } from "node:path"

const CHECKS: { name: string; command: string[] }[] = [
  // What takes longest begins first.
  { name: "eslint", command: ["eslint", ".", "--max-warnings", "0"] },
  { name: "types of tests, demo and bench", command: ["tsc", "-p", "tsconfig.dev.json"] },
  { name: "types of the server", command: ["tsc", "--noEmit"] },
  { name: "types of the admin", command: ["tsc", "-p", "admin/tsconfig.json"] },
  { name: "dependency rules", command: ["depcruise", "--output-type", "err", "src", "admin", "migrations"] },
  { name: "formatting", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "dead code", command: ["knip"] },
]
const AT_ONCE = 2
const BINARIES = join(process.cwd(), "node_modules", ".bin")

interface Outcome {
  name: string
  passed: boolean
  output: string
}

function run({ name, command }: (typeof CHECKS)[number]): Promise<Outcome> {
  return new Promise((resolve) => {
    const started = Date.now()
    const output: Buffer[] = []
    const [tool = "", ...args] = command
    const child = spawn(join(BINARIES, tool), args, {
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    })
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk))
    child.on("error", (error) => output.push(Buffer.from(error.message)))
    child.on("close", (code) => {
      const passed = code === 0
      console.log(`${passed ? "ok    " : "FAILED"}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`)
      resolve({ name, passed, output: Buffer.concat(output).toString("utf8") })
    })
  })
}

async function runAll(): Promise<Outcome[]> {
  const waiting = [...CHECKS]
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) outcomes.push(await run(check))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return outcomes
}

void runAll().then((outcomes) => {
  const failed = outcomes.filter((outcome) => !outcome.passed)
  for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trim()}`)
  if (failed.length > 0) console.log("")
  console.log(`${outcomes.length - failed.length} of ${outcomes.length} checks passed`)
  process.exitCode = failed.length > 0 ? 1 : 0
})
