export interface SweptOrder {
  id: string
  created_at: Date
}

export interface SweepBatch<T extends SweptOrder> {
  orders: T[]
  /** Everything created up to here is in this batch or was in an earlier one. */
  until: Date
}

/**
 * Reads the next orders to look at, oldest first.
 *
 * A full batch may end in the middle of one instant, so the next one begins with that instant again. Where it holds more
 * orders than a batch (an import), the batch grows until it ends behind it: otherwise the sweep would never get further.
 *
 * @param read gives the oldest orders created from `from` to `to`, both included, at most `take` of them
 */
export async function nextBatch<T extends SweptOrder>(
  read: (take: number) => Promise<T[]>,
  { from, to }: { from: Date; to: Date },
  size: number,
): Promise<SweepBatch<T>> {
  for (let take = size; ; take *= 2) {
    const orders = await read(take)
    const newest = orders.at(-1)
    if (!newest || orders.length < take) return { orders, until: to }
    if (newest.created_at > from) return { orders, until: newest.created_at }
  }
}
