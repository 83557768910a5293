import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

export interface Sink {
  port: number
  /** How many mails it has taken since it started. */
  taken(): Promise<number>
  stop(): Promise<void>
}

/** Starts the sink in a process of its own. */
export async function startSink(): Promise<Sink> {
  const child = fork(join(__dirname, "smtp-sink.ts"), { execArgv: ["--require", require.resolve("tsx/cjs")] })
  const [{ port }] = (await once(child, "message")) as [{ port: number }]
  return {
    port,
    async taken() {
      const answer = once(child, "message") as Promise<[{ taken: number }]>
      child.send("count")
      return (await answer)[0].taken
    },
    async stop() {
      const gone = once(child, "exit")
      child.disconnect()
      await gone
    },
  }
}
