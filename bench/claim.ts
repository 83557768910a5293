import type { DataSource } from "typeorm"
import { PLATFORM_SERVER } from "../src/modules/order-mail/mail-servers"
import { claimDueMails } from "../src/modules/order-mail/queries/claim-due-mails"
import type { BenchDatabase } from "./database"
import type { Measure } from "./fill"
import { queueRows, settleTables, writeToDisk } from "./queue-rows"
import { median, rounded } from "./statistics"

const FEW = 1_000
const MANY = 1_000_000
/** Claims of as many mails as a worker takes at once. */
const BATCH = 20
const CLAIMS = 40

/** How much slower claiming is with a million due mails than with a thousand; the claims take turns. */
export async function benchClaim(database: BenchDatabase): Promise<Measure[]> {
  const content = Buffer.from("Subject: x\r\n\r\nx\r\n")
  const few = await database.create("claim_few")
  const many = await database.create("claim_many")
  await queueRows(few, FEW, content)
  await queueRows(many, MANY, content)
  await settleTables(few)
  await settleTables(many)
  await writeToDisk(many)
  const times = { few: [] as number[], many: [] as number[] }
  await timeClaim(few)
  await timeClaim(many)
  for (let claim = 0; claim < CLAIMS; claim += 1) {
    times.few.push(await timeClaim(few))
    times.many.push(await timeClaim(many))
  }
  return [
    { name: "claim_1k_ms", value: rounded(median(times.few)), unit: "ms" },
    { name: "claim_1m_ms", value: rounded(median(times.many)), unit: "ms" },
    { name: "claim_ratio_1m_1k", value: rounded(median(times.many) / median(times.few)), unit: "times" },
  ]
}

async function timeClaim(dataSource: DataSource): Promise<number> {
  const start = performance.now()
  const mails = await claimDueMails(dataSource, BATCH, 60, PLATFORM_SERVER)
  if (mails.length !== BATCH) {
    throw new Error(`${mails.length} mails were claimed instead of ${BATCH}`)
  }
  return performance.now() - start
}
