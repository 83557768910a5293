import type { DataSource } from "typeorm"
import { DeliveryWorker } from "../src/delivery/delivery-worker"
import type { Transport } from "../src/delivery/types"
import { PLATFORM_SERVER } from "../src/modules/order-mail/mail-servers"
import { createOutbox } from "../src/modules/order-mail/outbox"
import { insertOrderMail } from "../src/modules/order-mail/queries/insert-order-mail"
import { prepareOrderMail } from "../src/sender/prepare-order-mail"
import { emptyOutbox, queueRows, settleTables } from "./queue-rows"
import { orderNumber, shopSettings } from "./sample-mail"

const LEASE_SECONDS = 120

export interface DeliveryBench {
  dataSource: DataSource
  transport: Transport
  connections: number
}

/** A worker that says when `count` mails are sent and recorded. @throws Error when a mail ends in another state. */
export function workerFor({ dataSource, transport, connections }: DeliveryBench, count: number) {
  let done: () => void
  let failed: (error: Error) => void
  let recorded = 0
  const finished = new Promise<void>((resolve, reject) => ([done, failed] = [resolve, reject]))
  const worker = new DeliveryWorker({
    outbox: createOutbox(dataSource, LEASE_SECONDS, PLATFORM_SERVER),
    transport,
    leaseSeconds: LEASE_SECONDS,
    concurrency: connections,
    onOutcome(outcomes) {
      const other = outcomes.find(({ state }) => state !== "sent")
      if (other) {
        failed(new Error(`mail ${other.mailId} became ${other.state}: ${other.reason} ${other.answer?.text ?? ""}`))
      }
      recorded += outcomes.length
      if (recorded >= count) {
        done()
      }
    },
    onError: (error) => failed(error instanceof Error ? error : new Error(String(error))),
  })
  return { worker, finished, recorded: () => recorded }
}

/** From queued rows to recorded outcomes; returns mails a second. */
export async function runDelivery(bench: DeliveryBench, count: number, content: Buffer): Promise<number> {
  await emptyOutbox(bench.dataSource)
  await queueRows(bench.dataSource, count, content)
  await settleTables(bench.dataSource)
  const { worker, finished } = workerFor(bench, count)
  const start = performance.now()
  worker.start()
  await finished
  const elapsed = performance.now() - start
  await worker.stop()
  return (count / elapsed) * 1_000
}

/** Orders that come in at the same time, as many as a shop's web server handles at once. */
const ORDERS_AT_ONCE = 8

/** From order facts through rendering, storing and sending to recorded outcomes; returns mails a second. */
export async function runWhole(bench: DeliveryBench, count: number): Promise<number> {
  await emptyOutbox(bench.dataSource)
  await settleTables(bench.dataSource)
  const settings = shopSettings()
  const { worker, finished } = workerFor(bench, count)
  worker.start()
  let begun = 0

  async function takeOrders(): Promise<void> {
    while (begun < count) {
      begun += 1
      await queue(begun)
      worker.wake()
    }
  }

  async function queue(number: number): Promise<void> {
    const facts = orderNumber(number)
    const mail = await prepareOrderMail(
      {
        mailId: `om_${number}`,
        kind: "payment-info",
        level: null,
        occurrence: "initial",
        occasion: { type: "placed" },
        decision: { send: true },
        facts,
        to: null,
        resendOf: null,
        now: new Date(),
      },
      settings,
    )
    await insertOrderMail(bench.dataSource, mail, { cause: "order.placed", userId: null })
  }

  const start = performance.now()
  await Promise.all([finished, ...Array.from({ length: ORDERS_AT_ONCE }, takeOrders)])
  const elapsed = performance.now() - start
  await worker.stop()
  return (count / elapsed) * 1_000
}
