import { defineConfig } from "@medusajs/framework/utils"
import { orderMailOptions } from "./demo/shop/order-mail-options"
import type { OrderMailOptions } from "./src/modules/order-mail/options"

/**
 * Runs this repository itself as a shop, for developing the plugin with `npx medusa develop`: its sources are the
 * project's own, so a change is there at once. Not part of the published package.
 */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET ?? "for-development-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "for-development-only",
    },
  },
  modules: [
    {
      resolve: "./src/modules/order-mail",
      options: orderMailOptions(process.env) satisfies OrderMailOptions,
    },
  ],
})
