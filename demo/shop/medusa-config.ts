import { defineConfig } from "@medusajs/framework/utils"
import { orderMailOptions } from "./order-mail-options"

/** The demo shop: loads the plugin the way every shop does, as an installed package. */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET ?? "for-the-demo-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "for-the-demo-only",
    },
  },
  modules: [
    // Uploaded pictures are loaded from where the shop really is; Medusa would say port 9000.
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { backend_url: `${process.env.ORDER_MAIL_SHOP_URL ?? "http://localhost:9000"}/static` },
          },
        ],
      },
    },
    // Medusa decides which modules it brings along before it reads the flag from the environment, so the module is named.
    ...(process.env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
  ],
  plugins: [{ resolve: "medusa-order-mail", options: orderMailOptions(process.env) }],
})
