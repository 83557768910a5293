import type { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import {
  findOrderMails,
  type OrderMailFilters,
  type OrderMailPage,
} from "../../src/modules/order-mail/queries/find-order-mails"
import { MAIL_STATES, type MailState } from "../../src/kinds/state-reasons"
import { countTroubledMails } from "../../src/modules/order-mail/queries/count-troubled-mails"
import type { PreparedRow } from "../../src/sender/prepared-mail"
import { createMigratedDataSource, queueMail } from "./database"

let dataSource: DataSource
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
  const days = [
    { order_number: "1001", recipient: "anna@kunde.example", subject: "Bestellung 1001", shop_id: "sc_1" },
    { order_number: "1002", recipient: "ben_50%@kunde.example", subject: "Bestellung 1002", shop_id: "sc_2" },
    { order_number: "11002", recipient: "carla@kunde.example", subject: "Your order 11002", shop_id: "sc_2" },
  ]
  for (const [n, row] of days.entries()) {
    const id = await queueMail(dataSource, { ...row, order_id: `order_${n}` })
    await dataSource.query("UPDATE order_mail SET created_at = $2 WHERE id = $1", [id, `2026-11-0${n + 1}T12:00:00Z`])
  }
})
afterAll(() => drop())

async function numbers(filters: OrderMailFilters, page: OrderMailPage = {}): Promise<string[]> {
  const [mails] = await findOrderMails(dataSource, filters, page)
  return mails.map((mail) => mail.order_number ?? "")
}

describe("findOrderMails", () => {
  it("shows the newest first", async () => {
    expect(await numbers({})).toEqual(["11002", "1002", "1001"])
  })

  it.each<[string, OrderMailFilters, string[]]>([
    ["shop", { shop_id: "sc_2" }, ["11002", "1002"]],
    ["several orders, as Medusa's Query asks", { order_id: ["order_0", "order_2"] }, ["11002", "1001"]],
    ["no order at all", { order_id: [] }, []],
    ["state", { state: ["failed", "held"] }, []],
    ["date", { created_at: { $gte: "2026-11-02T00:00:00Z", $lte: "2026-11-02T23:59:59Z" } }, ["1002"]],
    [
      "dates without their ends",
      { created_at: { $gt: "2026-11-01T12:00:00Z", $lt: "2026-11-03T12:00:00Z" } },
      ["1002"],
    ],
    ["order number", { q: "1002" }, ["11002", "1002"]],
    ["order number with a hash", { q: "#1001" }, ["1001"]],
    ["part of a recipient", { q: "ANNA" }, ["1001"]],
    ["a percent sign as itself", { q: "50%" }, ["1002"]],
    ["an underscore as itself", { q: "n_5" }, ["1002"]],
    ["SQL as text", { q: "'; DROP TABLE order_mail; --" }, []],
  ])("filters by %s", async (_, filters, expected) => {
    expect(await numbers(filters)).toEqual(expected)
  })

  it("pages and counts", async () => {
    const [mails, count] = await findOrderMails(dataSource, {}, { take: 1, skip: 1 })
    expect(mails.map((mail) => mail.order_number ?? "")).toEqual(["1002"])
    expect(count).toBe(3)
  })

  it("sorts by the columns it knows and by nothing else", async () => {
    expect(await numbers({}, { order: { recipient: "ASC" } })).toEqual(["1001", "1002", "11002"])
    const unknown = { "id; DROP TABLE order_mail": "ASC" } as unknown as OrderMailPage["order"]
    expect(await numbers({}, { order: unknown })).toEqual(["11002", "1002", "1001"])
  })
})

describe("mails that need attention", () => {
  let numbersOf: (attention: boolean) => Promise<string[]>
  let count: () => Promise<number>
  let dropThese: () => Promise<void>

  beforeAll(async () => {
    const database = await createMigratedDataSource()
    dropThese = database.drop
    count = () => countTroubledMails(database.dataSource)
    numbersOf = async (attention) => {
      const [mails] = await findOrderMails(database.dataSource, { attention }, {})
      return mails.map((mail) => mail.order_number ?? "").sort()
    }
    const inState = async (state: MailState, resend_of: string | null = null) => {
      const name = resend_of ? `${state} again` : state
      return queueMail(database.dataSource, { order_number: name, state, resend_of })
    }
    for (const state of MAIL_STATES) await inState(state)
    const sentAgain = await queueMail(database.dataSource, { order_number: "failed, sent again", state: "failed" })
    await inState("held", sentAgain)
  })
  afterAll(() => dropThese())

  it("are those in trouble that nobody sent again", async () => {
    expect(await numbersOf(true)).toEqual(["bounced", "complained", "failed", "held", "held again"])
  })

  it("are as many as are counted", async () => {
    expect(await count()).toBe((await numbersOf(true)).length)
  })

  it("and the others make up the whole list", async () => {
    const others = await numbersOf(false)
    expect(others).toContain("failed, sent again")
    expect(others).toHaveLength(MAIL_STATES.length + 2 - (await count()))
  })
})

describe("what a mistyped recipient was probably meant to be", () => {
  const MEANT = "anna@gmail.com"
  const TYPED = { recipient: "anna@gmial.com", suggested_recipient: MEANT }
  let database: Awaited<ReturnType<typeof createMigratedDataSource>>
  let orders = 0

  beforeAll(async () => {
    database = await createMigratedDataSource()
  })
  afterAll(() => database.drop())

  /** A marked mail, the mails that came after it, and what is still suggested for each, the first one first. */
  async function suggestionsAfter(...later: (Partial<PreparedRow> & { resend?: boolean })[]) {
    const order_id = `order_typed_${orders++}`
    const ids = [await queueMail(database.dataSource, { order_id, ...TYPED })]
    for (const { resend, ...row } of later) {
      ids.push(await queueMail(database.dataSource, { order_id, resend_of: resend ? (ids[0] ?? null) : null, ...row }))
    }
    const [mails] = await findOrderMails(database.dataSource, { order_id }, {})
    return ids.map((id) => mails.find((mail) => mail.id === id)?.suggested_recipient)
  }

  it.each<[string, Parameters<typeof suggestionsAfter>, (string | null)[]]>([
    ["stands as long as nothing was done", [], [MEANT]],
    ["is settled by sending again to it", [{ resend: true, recipient: MEANT }], [null, null]],
    ["is settled by sending again to another address", [{ resend: true, recipient: "b@shop.example" }], [null, null]],
    ["moves to a repetition that is mistyped as well", [{ resend: true, ...TYPED }], [null, MEANT]],
    ["is settled by a mail of the kind to it", [{ recipient: "Anna@Gmail.com" }], [null, null]],
    ["stands when a mail of another kind went to it", [{ recipient: MEANT, kind: "dunning" }], [MEANT, null]],
    ["stands when another address was written to", [{ recipient: "b@shop.example" }], [MEANT, null]],
    ["stands when the repetition was canceled", [{ resend: true, recipient: MEANT, state: "canceled" }], [MEANT, null]],
  ])("%s", async (_, later, expected) => {
    expect(await suggestionsAfter(...later)).toEqual(expected)
  })

  it("stands when only another order's mail went there, or an earlier one", async () => {
    await queueMail(database.dataSource, { order_id: "order_earlier", recipient: MEANT })
    await queueMail(database.dataSource, { order_id: "order_earlier", ...TYPED })
    await queueMail(database.dataSource, { order_id: "order_other", recipient: MEANT })
    const [[newest]] = await findOrderMails(database.dataSource, { order_id: "order_earlier" }, {})
    expect(newest?.suggested_recipient).toBe(MEANT)
  })

  it("is found in a query more for a whole page, and in none where nothing is suggested", async () => {
    const queriesFor = async (filters: OrderMailFilters) => {
      const asked = vi.spyOn(database.dataSource, "query")
      try {
        const [mails] = await findOrderMails(database.dataSource, filters, {})
        expect(mails.length).toBeGreaterThan(0)
        return asked.mock.calls.length
      } finally {
        asked.mockRestore()
      }
    }
    expect(await queriesFor({})).toBe(1)
    expect(await queriesFor({ order_id: "order_other" })).toBe(0)
  })
})
