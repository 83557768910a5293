import { defineConfig } from "vitest/config"

/** One project a test folder, so each can be run alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
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
          poolOptions: { forks: { singleFork: true } },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/helpers/shop.global.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          poolOptions: { forks: { singleFork: true } },
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
