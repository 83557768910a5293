import { dunning } from "./dunning"
import type { Kind } from "./kind"
import { orderCanceledUnpaid } from "./order-canceled-unpaid"
import { paymentInfo } from "./payment-info"
import { paymentReceived } from "./payment-received"
import { paymentReminder } from "./payment-reminder"
import { refundIssued } from "./refund-issued"

/** The kinds shipped with the plugin. */
export const BUILT_IN_KINDS: readonly Kind[] = [
  paymentInfo,
  paymentReminder,
  dunning,
  paymentReceived,
  refundIssued,
  orderCanceledUnpaid,
]

/** File names, locale keys and database values are made of it. */
const KIND_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export interface KindRegistry {
  /** @throws Error that names the known kinds, when there is none with this id */
  get(id: string): Kind
  has(id: string): boolean
  /** In the order they were registered, built-in kinds first. */
  list(): readonly Kind[]
}

/**
 * Collects the built-in kinds and a shop's own ones.
 *
 * @param customKinds join the built-in ones; they cannot replace them
 * @throws Error when an id is malformed or taken
 */
export function createKindRegistry(customKinds: readonly Kind[] = []): KindRegistry {
  const kinds = new Map<string, Kind>()
  for (const kind of [...BUILT_IN_KINDS, ...customKinds]) {
    if (!KIND_ID.test(kind.id)) {
      throw new Error(
        `"${kind.id}" cannot be the id of an order mail kind: use lower case words joined by hyphens, such as "payment-info".`,
      )
    }
    if (kinds.has(kind.id)) {
      throw new Error(
        `There are two order mail kinds with the id "${kind.id}". Give the second one another id; built-in kinds cannot be replaced.`,
      )
    }
    kinds.set(kind.id, kind)
  }

  return {
    get(id) {
      const kind = kinds.get(id)
      if (kind === undefined) {
        throw new Error(`There is no order mail kind "${id}". Known kinds: ${[...kinds.keys()].join(", ")}.`)
      }
      return kind
    },
    has: (id) => kinds.has(id),
    list: () => [...kinds.values()],
  }
}
