import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { PolicyOperation, PolicyResource } from "@medusajs/framework/utils"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { describe, expect, it } from "vitest"
import { routePolicies } from "../../../src/api/admin/order-mails/route-policies"
import middlewares from "../../../src/api/middlewares"
import * as policies from "../../../src/policies/order-mail"

const API = join(__dirname, "../../../src/api")
const DOCUMENT = readFileSync(join(__dirname, "../../../docs/http-api.md"), "utf8")

/** Tells the signed-in user what that very user may do. */
const FOR_EVERYBODY = ["GET /admin/order-mails/permissions"]

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

/** `src/api/admin/orders/[id]/order-mails/route.ts` that exports POST -> `POST /admin/orders/:id/order-mails` */
async function readRoutes(): Promise<string[]> {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) => basename(file) === "route.ts")
  const routes = files.map(async (file) => {
    const exported = Object.keys((await import(join(API, file))) as object)
    const path = dirname(file)
      .replaceAll("\\", "/")
      .replace(/\[(\w+)\]/g, ":$1")
    return exported.filter((name) => METHODS.includes(name)).map((method) => `${method} /${path}`)
  })
  return (await Promise.all(routes)).flat()
}

const routes = await readRoutes()

const nameOf = ({ matcher, method }: MiddlewareRoute) => `${String(method)} ${String(matcher)}`

describe("the permissions of routes", () => {
  it("guard every route but the one for everybody", () => {
    const guarded = new Set(routePolicies.map(nameOf))
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.filter((route) => !guarded.has(route))).toEqual(FOR_EVERYBODY)
  })

  it("are asked for before anything else is said about a request", () => {
    expect(middlewares.routes?.slice(0, routePolicies.length).map(({ matcher }) => matcher)).toEqual(
      routePolicies.map(({ matcher }) => matcher),
    )
  })

  it("are those that the plugin offers to roles", () => {
    const offered = new Set(policies.default.policies.map(({ resource, operation }) => `${resource}:${operation}`))
    const asked = new Set(
      routePolicies.flatMap(({ policies: needed }) =>
        [needed ?? []].flat().map(({ resource, operation }) => `${resource}:${String(operation)}`),
      ),
    )
    expect(asked).toEqual(offered)
    expect(offered.size).toBe(3)
  })

  it("are those for reading, too, where the answer is a mail or tells of an order", () => {
    const answering = routePolicies
      .filter(({ method }) => String(method) === "POST")
      .filter(({ matcher }) => /\/(resend|cancel|approvals)$|dunning-stops|^\/admin\/orders\//.test(String(matcher)))
    expect(answering.map(nameOf)).toHaveLength(10)
    for (const { policies: needed } of answering) {
      expect(needed).toEqual([policies.SEND_MAILS, policies.READ_MAILS])
    }
  })

  it("stand in the documentation, route by route, with types that there are", () => {
    const rows = DOCUMENT.split("\n").filter((line) => /^\| `(GET|POST) /.test(line))
    const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()))
    const documented = cells.map(([, route, permissions]) => `${route} ${permissions}`)
    const real = routePolicies.map((route) => {
      const needed = [route.policies ?? []]
        .flat()
        .map(({ resource, operation }) => `\`${resource}:${String(operation)}\``)
      return `\`${nameOf(route)}\` ${needed.join(", ")}`
    })
    expect(documented.sort()).toEqual([...real, ...FOR_EVERYBODY.map((route) => `\`${route}\` none`)].sort())
    const types = readdirSync(API)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => readFileSync(join(API, file), "utf8").match(/(?<=export (interface|type) )\w+/g) ?? [])
    const named = cells.flatMap(([, , , given = ""]) => given.match(/Admin\w+/g) ?? [])
    expect(named.filter((type) => !types.includes(type))).toEqual([])
  })

  it("are written in words that Medusa knows", () => {
    for (const { resource, operation } of policies.default.policies) {
      expect(PolicyResource).toHaveProperty(resource)
      expect(["read", "create", "update", "delete"]).toContain(operation)
      expect(PolicyOperation).toHaveProperty(operation)
    }
  })
})
