import { describe, expect, it } from "vitest"
import { nextBatch } from "../../../src/workflows/order-sweep/next-batch"

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1, 12, 0, seconds))

/** Orders created at these seconds, read as the database does. */
function reader(seconds: number[], from: Date, to: Date) {
  const orders = seconds.map((second, n) => ({ id: `order_${n}`, created_at: at(second) }))
  return async (take: number) =>
    orders.filter(({ created_at }) => created_at >= from && created_at <= to).slice(0, take)
}

/** Sweeps until the end of the window, as the job does run by run; the ids of each run. */
async function sweep(seconds: number[], size: number): Promise<string[][]> {
  const to = at(50)
  const runs: string[][] = []
  for (let from = at(0); from < to;) {
    const { orders, until } = await nextBatch(reader(seconds, from, to), { from, to }, size)
    runs.push(orders.map(({ id }) => id))
    if (runs.length > 20) throw new Error("the sweep does not get on")
    from = until
  }
  return runs
}

describe("nextBatch", () => {
  it("takes everything at once where a batch holds it", async () => {
    expect(await sweep([1, 2, 3], 10)).toEqual([["order_0", "order_1", "order_2"]])
  })

  it("goes on where the last batch ended, with that instant again", async () => {
    expect(await sweep([1, 2, 2, 3], 2)).toEqual([
      ["order_0", "order_1"],
      ["order_1", "order_2", "order_3"],
    ])
  })

  it.each([1, 2, 3])("gets past more orders of one instant than the %i of a batch", async (size) => {
    const runs = await sweep([1, 1, 1, 1, 1, 1, 1, 9], size)
    expect(new Set(runs.flat()).size).toBe(8)
  })

  it("ends the window where there is no order", async () => {
    expect(await sweep([], 5)).toEqual([[]])
  })
})
