import { defineConfig } from "vitest/config"
import { WaitingFirst } from "./test/helpers/waiting-first"

/** Test files that run at the same time. Each of them that needs a shop has one to itself, so many would be costly. */
const AT_ONCE = 2

/** One project a test folder, so each can be run alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    // Files of a project share their worker's modules: loading them anew for each takes as long as all unit tests.
    poolOptions: { forks: { maxForks: AT_ONCE, minForks: 1, isolate: false } },
    sequence: { sequencer: WaitingFirst },
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 30_000 } },
      { test: { name: "mails", include: ["test/mails/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        test: {
          name: "module",
          include: ["test/module/**/*.test.ts"],
          globalSetup: ["test/helpers/postgres.global.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "http",
          include: ["test/http/**/*.test.ts"],
          globalSetup: ["test/helpers/shop.global.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/helpers/shop.global.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 900_000,
        },
      },
      { test: { name: "debian", include: ["test/debian/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
})
