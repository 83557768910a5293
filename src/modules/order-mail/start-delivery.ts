import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import { DEFAULT_RETRY_SCHEDULE } from "../../delivery/retry-schedule"
import type { DatabaseAddress } from "./data-source"
import { deliverThrough, type ServerDelivery } from "./deliver-through"
import { emitOutcomes } from "./emit-outcomes"
import { lastLookAt, type LookAgain } from "./last-look"
import { MailServerFollower } from "./follow-mail-servers"
import { listenForNotifications } from "./listen-for-notifications"
import { PLATFORM_SERVER, platformMailServer, type ListMailServers, type MailServer } from "./mail-servers"
import type { ResolvedOptions } from "./options"
import { createOutbox } from "./outbox"
import { ServerDeliveries } from "./server-deliveries"

export interface DeliveryParts {
  dataSource: DataSource
  address: DatabaseAddress
  options: ResolvedOptions
  listMailServers: ListMailServers
  logger: Logger
  eventBus: IEventBusModuleService
  /** Reads the orders of claimed mails again. Default: mails are sent as they are. */
  lookAgain?: LookAgain
}

export interface RunningDelivery {
  /** Something new may be due. */
  wake(): void
  /** Finishes the mails in hand, for 30 s at most, and closes all connections; a second call waits for the first. */
  stop(limitMs?: number): Promise<void>
}

/**
 * Delivers through every mail server that is set, each on its own, and lets new mails and saved settings be acted on at
 * once.
 */
export function startDelivery(parts: DeliveryParts): RunningDelivery {
  const { dataSource, address, options, listMailServers, logger } = parts
  const platform = platformMailServer(options)
  if (!platform.smtp)
    logger.warn(
      "order_mail: no SMTP server is configured, so no mail leaves but through a shop's own server; the others are stored and shown in the admin",
    )
  const deliveries = new ServerDeliveries({
    deliverThrough: (server, onRecorded) => deliver(server, parts, onRecorded),
    onLeftBehind: (key) => follower.leftBehind(key),
    onError: (key, error) =>
      logger.error(`order_mail: mails cannot be delivered${through(key)}, and wait`, asError(error)),
  })
  const follower = new MailServerFollower({
    dataSource,
    platform,
    listMailServers,
    deliveries,
    pollSeconds: options.delivery.pollSeconds,
    onError: (error) =>
      logger.error(
        "order_mail: the mail servers of the shops could not be read; delivery goes on with those known, and it is tried again",
        asError(error),
      ),
  })
  // Not when the shops' servers have been read: the platform's needs no settings.
  deliveries.apply([platform])
  follower.start()
  const stopListening = listenForNotifications(address, {
    onDue: (key) => {
      if (key === null) deliveries.wakeAll()
      else if (!deliveries.wake(key)) follower.wake()
    },
    onSettings: () => follower.wake(),
    onError: (error) =>
      logger.warn(`order_mail: not listening for new mails and settings, polling instead: ${error.message}`),
  })
  let stopped: Promise<void> | null = null

  async function stop(limitMs?: number): Promise<void> {
    follower.stop()
    await stopListening()
    const left = await deliveries.stop(limitMs)
    if (left > 0) logger.warn(`order_mail: stopped with ${left} mails in hand; their leases will run out`)
  }

  return {
    wake: () => deliveries.wakeAll(),
    stop: (limitMs) => (stopped ??= stop(limitMs)),
  }
}

function deliver(
  server: MailServer,
  { dataSource, options, logger, eventBus, lookAgain }: DeliveryParts,
  onRecorded: () => void,
): ServerDelivery {
  const { delivery } = options
  return deliverThrough(server, {
    outbox: createOutbox(dataSource, delivery.leaseSeconds, server.key),
    leaseSeconds: delivery.leaseSeconds,
    pollSeconds: delivery.pollSeconds,
    schedule: {
      ...DEFAULT_RETRY_SCHEDULE,
      stepsSeconds: delivery.retrySeconds,
      giveUpAfterSeconds: delivery.giveUpAfterSeconds,
    },
    unknownOutcome: delivery.unknownOutcome,
    unknownWaitSeconds: delivery.unknownWaitSeconds,
    lastLook: lookAgain ? lastLookAt(dataSource, lookAgain) : null,
    onOutcome: (outcomes) => {
      onRecorded()
      return emitOutcomes(dataSource, eventBus, outcomes)
    },
    onError: (error, during) =>
      logger.error(`order_mail: delivery${through(server.key)} could not ${during} and goes on trying`, asError(error)),
  })
}

function through(key: string): string {
  return key === PLATFORM_SERVER ? "" : ` through the own mail server of ${key}`
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
