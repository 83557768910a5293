import { join } from "node:path"
import { DEMO_HOME } from "./parts/repository"

/** Who may log in to the demo's admin. Known to everybody, which is why the demo listens on loopback only. */
export const ADMIN = { email: "admin@example.com", password: "order-mail-demo" }

/** Ports the demo starts to look from. */
export const PORTS = { shop: 9000, postgres: 5440, smtp: 1025, inbox: 8025 }

export const DATABASE = "order_mail_demo"

/** Where the demo keeps what; all below `.demo`. */
export const FILES = {
  postgres: join(DEMO_HOME, "postgres"),
  inbox: join(DEMO_HOME, "inbox"),
  logs: join(DEMO_HOME, "logs"),
  migrated: join(DEMO_HOME, "migrated.txt"),
  seeded: join(DEMO_HOME, "seeded.json"),
  ports: join(DEMO_HOME, "ports.json"),
  running: join(DEMO_HOME, "running.json"),
}
