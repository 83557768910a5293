import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"
import { adminApi, type AdminApi } from "../../demo/parts/admin-api"
import { freePort } from "../../demo/parts/free-port"
import { httpJson } from "../../demo/parts/http-json"
import { TEST_HOME } from "../../demo/parts/repository"
import { migrateIfNeeded, startShop, type ShopSettings } from "../../demo/parts/shop-process"
import { TEMPLATE, type TestShop } from "./start-test-shop"
import { testShop, WORKER } from "./test-shop"

const ROLES_TEMPLATE = "order_mail_roles_template"
const TEMPLATE_STAMP = join(TEST_HOME, "shop", "roles-template.txt")

/** A shop with roles, and a way to get users that have them. */
export interface RolesShop {
  shop: TestShop
  /** The shared shop's user, whom Medusa's migration has made a super admin, as it does when a shop turns the flag on. */
  api: AdminApi
  /** A new user whose only role has these permissions, for example `order_mail:read`; none at all: a user without role. */
  createUser: (name: string, permissions: string[]) => Promise<RolesUser>
  stop: () => Promise<void>
}

export interface RolesUser {
  email: string
  password: string
  api: AdminApi
}

/**
 * Starts a second shop, from the same build and seed as the shared one, with Medusa's feature flag `rbac` on. It
 * has a database of its own, because the flag brings tables that a shop without it does not have.
 */
export async function startRolesShop(): Promise<RolesShop> {
  const shared = testShop()
  const database = `order_mail_roles_${WORKER}`
  const settings: ShopSettings = {
    directory: shared.directory,
    databaseUrl: urlOf(shared, database),
    smtpUrl: shared.smtpUrl,
    port: await freePort(9200 + 20 * WORKER),
    logs: join(TEST_HOME, "shop", `logs-roles-${WORKER}`),
    env: { MEDUSA_FF_RBAC: "true", ORDER_MAIL_DNS_SERVER: `127.0.0.1:${shared.dnsPort}` },
  }
  mkdirSync(settings.logs, { recursive: true })
  await createDatabase(settings, database, shared)
  const running = await startShop(settings)
  const shop = { ...shared, baseUrl: running.baseUrl, log: running.log, databaseUrl: settings.databaseUrl }
  const api = await adminApi(shop.baseUrl, shop.admin.email, shop.admin.password)
  return {
    shop,
    api,
    createUser: (name, permissions) => createUser(shop.baseUrl, api, name, permissions),
    stop: () => running.stop(),
  }
}

/**
 * The seeded database with the flag's tables. Migrating takes longer than the shop's start, so a migrated one is kept for
 * the next run; only one worker at a time makes it.
 */
async function createDatabase(settings: ShopSettings, database: string, shared: TestShop): Promise<void> {
  // A database that all workers have, because a lock belongs to one.
  const server = new Client({ connectionString: urlOf(shared, "postgres") })
  await server.connect()
  try {
    await server.query("SELECT pg_advisory_lock(1)")
    if (!(await isTemplateCurrent(server, shared))) {
      rmSync(TEMPLATE_STAMP, { force: true })
      await replaceDatabase(server, ROLES_TEMPLATE, TEMPLATE)
      const stampFile = join(settings.logs, "migrated.txt")
      rmSync(stampFile, { force: true })
      await migrateIfNeeded({ ...settings, databaseUrl: urlOf(shared, ROLES_TEMPLATE) }, stampFile)
      writeFileSync(TEMPLATE_STAMP, shared.templateMadeFrom)
    }
    await replaceDatabase(server, database, ROLES_TEMPLATE)
  } finally {
    await server.end()
  }
}

async function isTemplateCurrent(server: Client, shared: TestShop): Promise<boolean> {
  if (!existsSync(TEMPLATE_STAMP) || readFileSync(TEMPLATE_STAMP, "utf8") !== shared.templateMadeFrom) return false
  const { rowCount } = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [ROLES_TEMPLATE])
  return rowCount === 1
}

async function replaceDatabase(server: Client, name: string, template: string): Promise<void> {
  await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await server.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
}

function urlOf(shared: TestShop, database: string): string {
  const url = new URL(shared.databaseUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Invited and registered as a person is: only so does a user of Medusa get roles. */
async function createUser(baseUrl: string, admin: AdminApi, name: string, permissions: string[]): Promise<RolesUser> {
  const login = { email: `${name}@example.com`, password: `order-mail-${name}` }
  const roles = permissions.length > 0 ? [await createRole(admin, name, permissions)] : []
  const { invite } = await admin.post<{ invite: { token: string } }>("/admin/invites", { email: login.email, roles })
  const { token } = await httpJson<{ token: string }>(`${baseUrl}/auth/user/emailpass/register`, {
    method: "POST",
    body: login,
  })
  await httpJson(`${baseUrl}/admin/invites/accept`, {
    method: "POST",
    query: { token: invite.token },
    headers: { authorization: `Bearer ${token}` },
    body: { email: login.email },
  })
  return { ...login, api: await adminApi(baseUrl, login.email, login.password) }
}

async function createRole(admin: AdminApi, name: string, permissions: string[]): Promise<string> {
  const { policies } = await admin.get<{ policies: { id: string; key: string }[] }>("/admin/rbac/policies", {
    limit: 1000,
  })
  const policy_ids = permissions.map((permission) => {
    const policy = policies.find(({ key }) => key === permission)
    if (!policy) throw new Error(`The shop knows no permission ${permission}; it knows ${policies.length} others.`)
    return policy.id
  })
  const { role } = await admin.post<{ role: { id: string } }>("/admin/rbac/roles", { name, policy_ids })
  return role.id
}
