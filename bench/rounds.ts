import { createSmtpTransport } from "../src/delivery/smtp-transport"
import type { BenchDatabase } from "./database"
import { runDelivery, runWhole } from "./delivery"
import type { Measure } from "./fill"
import { sampleMail } from "./sample-mail"
import { smtpAlone } from "./smtp-alone"
import type { Sink } from "./start-sink"
import { median, rounded } from "./statistics"

const CONNECTIONS = 5
const ROUNDS = 15
const MAILS_A_ROUND = 250

/**
 * nodemailer alone, delivery, and the whole way, turn by turn in the same run, so that whatever else the machine does
 * meets all three. Ratios are the medians of the ratios within a round.
 */
export async function benchRounds(database: BenchDatabase, sink: Sink): Promise<Measure[]> {
  const { parts, bytes } = await sampleMail()
  const alone = smtpAlone(sink.port, parts, CONNECTIONS)
  const transport = createSmtpTransport({ host: "127.0.0.1", port: sink.port, poolSize: CONNECTIONS })
  const bench = { dataSource: await database.create("rounds"), transport, connections: CONNECTIONS }
  const runs = {
    alone: () => alone.run(MAILS_A_ROUND),
    delivery: () => runDelivery(bench, MAILS_A_ROUND, bytes),
    whole: () => runWhole(bench, MAILS_A_ROUND),
  }
  const rounds: { alone: number; delivery: number; whole: number }[] = []
  // The first round warms up code and connections and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const result = { alone: await runs.alone(), delivery: await runs.delivery(), whole: await runs.whole() }
    if (round > 0) {
      rounds.push(result)
    }
  }
  await transport.close()
  alone.close()
  const middle = (value: (round: (typeof rounds)[number]) => number) => rounded(median(rounds.map(value)))
  return [
    { name: "mail_bytes", value: bytes.length, unit: "bytes" },
    { name: "smtp_alone_per_s", value: middle((round) => round.alone), unit: "mails/s" },
    { name: "delivery_per_s", value: middle((round) => round.delivery), unit: "mails/s" },
    { name: "delivery_ratio", value: middle((round) => round.delivery / round.alone), unit: "times" },
    { name: "whole_per_s", value: middle((round) => round.whole), unit: "mails/s" },
    { name: "whole_ratio", value: middle((round) => round.whole / round.alone), unit: "times" },
  ]
}
