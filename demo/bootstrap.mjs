/**
 * Runs a TypeScript entry of this repository on a fresh clone, with Node and npm alone:
 *
 *     node demo/bootstrap.mjs <script.ts> [arguments …]
 *
 * Checks Node's version, installs the packages when they are missing or older than package-lock.json, and then loads
 * the entry in this same process, so that Ctrl-C reaches it directly. Uses nothing but Node itself.
 */
import { spawn } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const OLDEST_NODE = [20, 19]

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `Node ${OLDEST_NODE.join(".")} or newer is needed, this is ${process.versions.node}. Install a newer one from https://nodejs.org/ and try again.`,
  )
}

/** npm writes node_modules/.package-lock.json last, so it also tells an interrupted installation from a finished one. */
function packagesAreCurrent() {
  const installed = join(ROOT, "node_modules", ".package-lock.json")
  const wanted = join(ROOT, "package-lock.json")
  if (!existsSync(installed)) return false
  return !existsSync(wanted) || statSync(installed).mtimeMs >= statSync(wanted).mtimeMs
}

/** Runs npm and says how long it has been at it every ten seconds, because it can be silent for minutes. */
function npm(args) {
  // npm's own script is run with this very Node; "npm" from the path is for a start without `npm run`.
  const cli = process.env.npm_execpath
  const [command, prefix] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []]
  return new Promise((done, failed) => {
    const started = Date.now()
    const child = spawn(command, [...prefix, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32" && command === "npm",
    })
    const progress = setInterval(() => {
      console.error(`  … still installing (${Math.round((Date.now() - started) / 1000)} s)`)
    }, 10_000)
    child.once("error", (error) => {
      clearInterval(progress)
      failed(new Error(`npm could not be started: ${error.message}. It comes with Node; check that it is in the PATH.`))
    })
    child.once("exit", (code, signal) => {
      clearInterval(progress)
      if (code === 0) return done(Date.now() - started)
      failed(new Error(`"npm ${args.join(" ")}" ended with ${signal ?? `code ${code}`}; its messages are above.`))
    })
  })
}

async function installPackages() {
  if (packagesAreCurrent()) return
  const command = existsSync(join(ROOT, "package-lock.json")) ? "ci" : "install"
  console.error(`Installing the packages (npm ${command}), which takes a few minutes the first time …`)
  const took = await npm([command, "--no-audit", "--no-fund", "--loglevel=error"])
  console.error(`Packages installed in ${Math.round(took / 1000)} s.`)
}

async function run() {
  const [entry, ...args] = process.argv.slice(2)
  if (!entry) throw new Error("Usage: node demo/bootstrap.mjs <script.ts> [arguments …]")
  const file = resolve(ROOT, entry)
  if (!existsSync(file)) throw new Error(`There is no ${file} to run.`)
  checkNode()
  await installPackages()
  process.chdir(ROOT)
  process.argv = [process.argv[0], file, ...args]
  await import("tsx")
  await import(pathToFileURL(file).href)
}

run().catch((error) => {
  console.error(error instanceof Error && !error.code ? `Error: ${error.message}` : error)
  process.exit(1)
})
