import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import { createCaptureTransport } from "../../delivery/capture-transport"
import { DeliveryWorker } from "../../delivery/delivery-worker"
import { DEFAULT_RETRY_SCHEDULE } from "../../delivery/retry-schedule"
import { createSmtpTransport } from "../../delivery/smtp-transport"
import type { Transport } from "../../delivery/types"
import type { DatabaseAddress } from "./data-source"
import { emitOutcomes } from "./emit-outcomes"
import { listenForDueMails } from "./listen-for-due-mails"
import type { ResolvedOptions } from "./options"
import { createOutbox } from "./outbox"
import { smtpSettings } from "./smtp-settings"

export interface DeliveryParts {
  dataSource: DataSource
  address: DatabaseAddress
  options: ResolvedOptions
  logger: Logger
  eventBus: IEventBusModuleService
}

export interface RunningDelivery {
  /** Something new may be due. */
  wake(): void
  /** Finishes the mails in hand, for 30 s at most, and closes all connections; a second call waits for the first. */
  stop(limitMs?: number): Promise<void>
}

/** Joins outbox, transport and worker, and lets new mails wake the worker. */
export function startDelivery({ dataSource, address, options, logger, eventBus }: DeliveryParts): RunningDelivery {
  const { delivery } = options
  const transport = createTransport(options)
  if (transport.mode === "capture")
    logger.warn("order_mail: no SMTP server is configured, so no mail leaves; mails are stored and shown in the admin")
  const worker = new DeliveryWorker({
    outbox: createOutbox(dataSource, delivery.leaseSeconds),
    transport,
    leaseSeconds: delivery.leaseSeconds,
    ...(options.smtp ? { concurrency: options.smtp.maxConnections } : {}),
    pollSeconds: delivery.pollSeconds,
    schedule: {
      ...DEFAULT_RETRY_SCHEDULE,
      stepsSeconds: delivery.retrySeconds,
      giveUpAfterSeconds: delivery.giveUpAfterSeconds,
    },
    unknownOutcome: delivery.unknownOutcome,
    unknownWaitSeconds: delivery.unknownWaitSeconds,
    onOutcome: (outcomes) => emitOutcomes(dataSource, eventBus, outcomes),
    onError: (error, during) =>
      logger.error(`order_mail: delivery could not ${during} and goes on trying`, asError(error)),
  })
  worker.start()
  const stopListening = listenForDueMails(
    address,
    () => worker.wake(),
    (error) => logger.warn(`order_mail: not listening for new mails, polling instead: ${error.message}`),
  )
  let stopped: Promise<void> | null = null

  async function stop(limitMs?: number): Promise<void> {
    await stopListening()
    const left = await worker.stop(limitMs)
    const closed = transport.close()
    // A server that hangs would hold up the shop's shutdown for as long as a transaction may take.
    if (left > 0) logger.warn(`order_mail: stopped with ${left} mails in hand; their leases will run out`)
    else await closed
  }

  return {
    wake: () => worker.wake(),
    stop: (limitMs) => (stopped ??= stop(limitMs)),
  }
}

function createTransport({ smtp }: ResolvedOptions): Transport {
  if (!smtp) return createCaptureTransport()
  return createSmtpTransport(smtpSettings(smtp))
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
