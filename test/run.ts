/**
 * `npm test`: every test that needs no system package, one project after the other, since each of the heavier ones
 * starts a database, a shop or a browser of its own. `npm test -- --project unit` runs one; whatever else is given goes
 * to vitest (`npm test -- --project http place-order`). The last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"

const PROJECTS = ["unit", "mails", "module", "http", "browser"]
const RESULTS = join(process.cwd(), ".test-output", "results")
const VITEST = join(process.cwd(), "node_modules", "vitest", "vitest.mjs")

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What of vitest's JSON report is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Runs one project of vitest.config.mts and shows what it prints. Resolves to its exit code. */
function runVitest(project: string, rest: string[], report: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // A filter may leave a project empty; without one, a project that finds no tests is broken and fails.
    const mayBeEmpty = rest.length > 0 ? ["--passWithNoTests"] : []
    const args = ["run", "--project", project, ...mayBeEmpty, "--reporter=default", "--reporter=json"]
    const child = spawn(process.execPath, [VITEST, ...args, `--outputFile.json=${report}`, ...rest], {
      stdio: ["ignore", "inherit", "inherit"],
    })
    child.on("error", reject)
    child.on("close", (code) => resolve(code ?? 1))
  })
}

/** A file that could not be loaded has no tests and counts as one failure, and so does an error outside of any test. */
function countResults(report: string, exitCode: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  const { testResults, ...totals } = JSON.parse(readFileSync(report, "utf8")) as Report
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length
  const failed = totals.numFailedTests + brokenFiles
  return {
    passed: totals.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: totals.numPendingTests + totals.numTodoTests,
  }
}

async function runProjects(): Promise<Counts> {
  const { values, positionals } = parseArgs({
    options: { project: { type: "string", multiple: true } },
    allowPositionals: true,
  })
  mkdirSync(RESULTS, { recursive: true })
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const project of values.project ?? PROJECTS) {
    const report = join(RESULTS, `${project}.json`)
    rmSync(report, { force: true })
    const counts = countResults(report, await runVitest(project, positionals, report))
    console.log(`${project}: ${describe(counts)}\n`)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  return total
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
}

void runProjects().then((total) => {
  console.log(describe(total))
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
})
