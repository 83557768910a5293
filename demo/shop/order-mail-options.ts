/**
 * The plugin's options in the demo shop and in this repository's own `medusa-config.ts`: a German shop, with values
 * that are made up but valid. The environment can change what differs from machine to machine.
 */
export const orderMailOptions = (env: NodeJS.ProcessEnv) => ({
  secret: env.ORDER_MAIL_SECRET ?? "for-the-demo-only-never-use-this-in-a-real-shop",
  shop: {
    name: "Morgenrot Kaffeerösterei",
    url: env.ORDER_MAIL_SHOP_URL ?? "http://localhost:9000/app",
    language: "de" as const,
    timeZone: "Europe/Berlin",
    footerLines: [
      "Morgenrot Kaffeerösterei GmbH · Speicherstraße 12 · 20457 Hamburg",
      "Amtsgericht Hamburg HRB 123456 · USt-IdNr. DE123456789",
      "Geschäftsführung: Jule Petersen",
    ],
  },
  sender: {
    address: "bestellung@morgenrot-kaffee.example",
    replyTo: "service@morgenrot-kaffee.example",
    trusted: env.ORDER_MAIL_SENDER_TRUSTED !== "false",
    dkim: "own-key" as const,
  },
  fallback: { domain: "versand.example" },
  encryptionKeys: [{ id: "demo", key: Buffer.alloc(32, "for-the-demo-only").toString("base64") }],
  // Merchants may try the demo's own mail server, which is on this machine.
  allowPrivateMailServers: true,
  // The demo's customers have addresses that do not exist.
  dns: { checkRecipients: false, ...(env.ORDER_MAIL_DNS_SERVER ? { servers: [env.ORDER_MAIL_DNS_SERVER] } : {}) },
  ...(env.ORDER_MAIL_SPAMD_PORT ? { spamd: { host: "127.0.0.1", port: Number(env.ORDER_MAIL_SPAMD_PORT) } } : {}),
  ...(env.ORDER_MAIL_ARCHIVE_ADDRESS ? { archiveAddress: env.ORDER_MAIL_ARCHIVE_ADDRESS } : {}),
  // Without a mail server the plugin is in capture mode: mails are stored and shown, and nothing leaves.
  ...(env.ORDER_MAIL_SMTP_URL ? { smtp: { url: env.ORDER_MAIL_SMTP_URL } } : {}),
  bankTransfer: {
    providers: ["pp_system_default"],
    accountHolder: "Morgenrot Kaffeerösterei GmbH",
    iban: "DE89 3704 0044 0532 0130 00",
    bic: "COBADEFFXXX",
    bank: "Commerzbank",
    payableWithinDays: 7,
  },
  ...(env.ORDER_MAIL_RETRY_SECONDS
    ? { delivery: { retrySeconds: env.ORDER_MAIL_RETRY_SECONDS.split(",").map(Number) } }
    : {}),
  ...(env.ORDER_MAIL_SWEEP_GRACE_SECONDS
    ? { sweep: { graceSeconds: Number(env.ORDER_MAIL_SWEEP_GRACE_SECONDS) } }
    : {}),
})
