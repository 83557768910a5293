import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process"
import { createWriteStream, mkdirSync, readFileSync } from "node:fs"
import { dirname } from "node:path"

/** A program we started: in a process group of its own, with everything it prints in a file. */
export interface RunningProcess {
  pid: number
  /** Resolves when the process has ended, with what it ended with. Never rejects. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** True once {@link RunningProcess.ended} has resolved. */
  hasEnded: () => boolean
  /** Asks the process and everything it started to end, and waits until it has; kills it when that takes too long. */
  stop: () => Promise<void>
  /** The last lines it printed, for an error message. */
  lastLines: (count?: number) => string
}

export interface ProcessOptions extends SpawnOptions {
  /** File for its output, written anew. */
  log: string
  /** What asks it to end; SIGTERM unless it knows a better one. */
  stopSignal?: NodeJS.Signals
}

/** How long a process may take to end by itself before it is killed. */
const PATIENCE_MS = 20_000

const running = new Set<RunningProcess>()

/**
 * Starts `command` in a process group of its own, so that Ctrl-C in the terminal does not reach it before we have
 * stopped what depends on it, and so that {@link RunningProcess.stop} reaches its children too.
 *
 * @throws Error when the program cannot be started at all.
 */
export async function startProcess(
  command: string,
  args: string[],
  { log, stopSignal = "SIGTERM", ...options }: ProcessOptions,
): Promise<RunningProcess> {
  mkdirSync(dirname(log), { recursive: true })
  const output = createWriteStream(log, { flags: "w" })
  const child: ChildProcess = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] })
  child.stdout?.pipe(output, { end: false })
  child.stderr?.pipe(output, { end: false })
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve)
    child.once("error", (error) => {
      reject(new Error(`${command} could not be started: ${error.message}`))
    })
  })

  let over = false
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    // "close" and not "exit": only then has all it printed been read.
    child.once("close", (code, signal) => {
      over = true
      output.end(() => {
        resolve({ code, signal })
      })
    })
  })
  const pid = child.pid ?? 0
  const handle: RunningProcess = {
    pid,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (over) return
      signalGroup(pid, stopSignal)
      const killer = setTimeout(() => {
        signalGroup(pid, "SIGKILL")
      }, PATIENCE_MS)
      await ended
      clearTimeout(killer)
    },
    lastLines: (count = 25) => readFileSync(log, "utf8").trimEnd().split("\n").slice(-count).join("\n"),
  }
  running.add(handle)
  void ended.then(() => running.delete(handle))
  return handle
}

/** Runs a program to its end. @throws Error with the last lines it printed when it fails. */
export async function runProcess(command: string, args: string[], options: ProcessOptions): Promise<void> {
  const child = await startProcess(command, args, options)
  const { code, signal } = await child.ended
  if (code === 0) return
  throw new Error(
    `"${[command, ...args].join(" ")}" ended with ${signal ?? `code ${String(code)}`}. Its last lines (all of them: ${options.log}):\n${child.lastLines()}`,
  )
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

/** Stops everything that still runs, the youngest first, since it may need the older. */
export async function stopAllProcesses(): Promise<void> {
  for (const one of [...running].reverse()) await one.stop()
}

// A crash of ours must not leave servers behind. Asynchronous work is not possible here any more.
process.once("exit", () => {
  for (const { pid } of running) signalGroup(pid, "SIGINT")
})
