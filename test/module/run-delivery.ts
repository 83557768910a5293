import type { DataSource } from "typeorm"
import { parseOptions, type OrderMailOptions } from "../../src/modules/order-mail/options"
import { startDelivery, type DeliveryParts, type RunningDelivery } from "../../src/modules/order-mail/start-delivery"

export interface DeliveryRecord {
  /** Events that other code of the shop would hear. */
  emitted: { name: string; data: Record<string, unknown> }[]
  /** Lines of the log. */
  said: string[]
}

export interface DeliveryUnderTest {
  database: { dataSource: DataSource; url: string }
  record: DeliveryRecord
  /** What the test is about; the rest is plausible. */
  options: Partial<OrderMailOptions>
  listMailServers?: DeliveryParts["listMailServers"]
  lookAgain?: DeliveryParts["lookAgain"]
}

/** Starts delivery as the module does, with a logger and an event bus that remember. */
export function runDelivery({
  database,
  record,
  options,
  listMailServers,
  lookAgain,
}: DeliveryUnderTest): RunningDelivery {
  const say = (text: string, error?: Error) => record.said.push(error ? `${text}: ${error.message}` : text)
  return startDelivery({
    dataSource: database.dataSource,
    address: { url: database.url },
    options: parseOptions({
      secret: "0123456789abcdef0123456789abcdef",
      shop: { name: "Kaffeehaus Lindner" },
      sender: { address: "orders@lindner.example" },
      bankTransfer: { accountHolder: "Lindner GmbH", iban: "DE89370400440532013000" },
      ...options,
    }),
    listMailServers: listMailServers ?? (() => Promise.resolve([])),
    ...(lookAgain && { lookAgain }),
    logger: { warn: say, error: say, info: say } as never,
    eventBus: { emit: async (messages: DeliveryRecord["emitted"]) => void record.emitted.push(...messages) } as never,
  })
}
