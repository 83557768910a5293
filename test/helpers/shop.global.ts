import type { TestProject } from "vitest/node"
import { startTestShops, type TestShop } from "./start-test-shop"

declare module "vitest" {
  export interface ProvidedContext {
    /** One for each test file that runs at the same time; a test asks {@link testShop} for its own. */
    shops: TestShop[]
  }
}

/** Kept where both projects find it: each loads this file anew, in the same process. */
const shared = globalThis as typeof globalThis & {
  orderMailTestShops?: { users: number; starting: ReturnType<typeof startTestShops> }
}

/** The same shops for the http and the browser tests, also when both run at once. */
export default async function provideTestShops({ provide, vitest }: TestProject): Promise<() => Promise<void>> {
  const files = vitest.state.getPaths().length
  const atOnce = vitest.config.poolOptions?.forks?.maxForks ?? 1
  const entry = (shared.orderMailTestShops ??= { users: 0, starting: startTestShops(Math.min(files, atOnce)) })
  entry.users += 1
  const { shops, stop } = await entry.starting
  provide("shops", shops)
  return async () => {
    entry.users -= 1
    if (entry.users > 0) return
    delete shared.orderMailTestShops
    await stop()
  }
}
