import { inject } from "vitest"
import type { TestShop } from "./start-test-shop"

/** Number of the worker this test file runs in, from 1. No two files have the same one at the same time. */
export const WORKER = Number(process.env["VITEST_POOL_ID"])

/** The running shop that this test file has to itself. */
export function testShop(): TestShop {
  const shop = inject("shops")[WORKER - 1]
  if (!shop)
    throw new Error(`There is no shop for worker ${WORKER}; poolOptions of vitest.config.mts say how many start.`)
  return shop
}
