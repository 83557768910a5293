import type { TestProject } from "vitest/node"
import { startTestShop, type TestShop } from "./start-test-shop"

declare module "vitest" {
  export interface ProvidedContext {
    shop: TestShop
  }
}

/** Kept where both projects find it: each loads this file anew, in the same process. */
const shared = globalThis as typeof globalThis & {
  orderMailTestShop?: { users: number; starting: ReturnType<typeof startTestShop> }
}

/** One shop for the http and the browser tests, also when both run at once. */
export default async function provideTestShop({ provide }: TestProject): Promise<() => Promise<void>> {
  const entry = (shared.orderMailTestShop ??= { users: 0, starting: startTestShop() })
  entry.users += 1
  const { shop, stop } = await entry.starting
  provide("shop", shop)
  return async () => {
    entry.users -= 1
    if (entry.users > 0) return
    delete shared.orderMailTestShop
    await stop()
  }
}
