import { setTimeout as delay } from "node:timers/promises"
import { createSmtpTransport } from "../src/delivery/smtp-transport"
import type { BenchDatabase } from "./database"
import { workerFor } from "./delivery"
import type { Measure } from "./fill"
import { queueRows, settleTables } from "./queue-rows"
import { sampleMail } from "./sample-mail"
import type { Sink } from "./start-sink"
import { median, rounded } from "./statistics"

const MAILS = 20_000
/** By then code is compiled and pools are filled. */
const WARM_UP = 4_000
const SAMPLE_EVERY_MS = 250

/**
 * Growth of the process's memory (resident set, after garbage collection) while many due mails drain: the middle of
 * the last quarter of the samples against that of the first quarter after the warm-up. A leak or a queue in memory
 * would grow with every mail.
 */
export async function benchDrainMemory(database: BenchDatabase, sink: Sink): Promise<Measure[]> {
  const collect = globalThis.gc
  if (!collect) {
    throw new Error("Memory is measured after garbage collection: run node with --expose-gc")
  }
  const { bytes } = await sampleMail()
  const transport = createSmtpTransport({ host: "127.0.0.1", port: sink.port, poolSize: 5 })
  const dataSource = await database.create("drain")
  await queueRows(dataSource, MAILS, bytes)
  await settleTables(dataSource)
  const { worker, finished, recorded } = workerFor({ dataSource, transport, connections: 5 }, MAILS)
  const samples: number[] = []
  worker.start()
  while (recorded() < MAILS) {
    await Promise.race([delay(SAMPLE_EVERY_MS), finished])
    if (recorded() >= WARM_UP) {
      collect()
      samples.push(process.memoryUsage.rss() / 1024 / 1024)
    }
  }
  await worker.stop()
  await transport.close()
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const growth = median(samples.slice(-quarter)) - median(samples.slice(0, quarter))
  return [
    { name: "drain_rss_growth_mb", value: rounded(growth), unit: "MB" },
    { name: "drain_rss_mb", value: rounded(median(samples)), unit: "MB" },
  ]
}
