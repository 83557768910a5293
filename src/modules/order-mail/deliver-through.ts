import { DeliveryWorker } from "../../delivery/delivery-worker"
import type { DeliveryWorkerOptions } from "../../delivery/worker-options"
import type { MailServer } from "./mail-servers"
import { openTransport } from "./open-transport"

/** Delivery through one mail server: a transport and a worker of its own, so that its trouble is nobody else's. */
export interface ServerDelivery {
  readonly revision: string
  /** Something new may be due. */
  wake(): void
  /**
   * Begins no mail any more and waits for those under way, for `limitMs` at most; the connections are closed when the
   * last of them is through. May be called again to go on waiting.
   * @returns how many mails are still in hand
   */
  stop(limitMs?: number): Promise<number>
}

/** @throws Error when the server's settings name no host */
export function deliverThrough(
  server: MailServer,
  options: Omit<DeliveryWorkerOptions, "transport" | "concurrency">,
): ServerDelivery {
  const transport = openTransport(server)
  const worker = new DeliveryWorker({ ...options, transport, concurrency: server.maxConnections })
  let closed: Promise<void> | null = null
  worker.start()
  return {
    revision: server.revision,
    wake: () => worker.wake(),
    async stop(limitMs) {
      const left = await worker.stop(limitMs)
      closed ??= transport.close()
      // A server that hangs would hold up the shop's shutdown for as long as a transaction may take.
      if (left === 0) await closed
      return left
    },
  }
}
