import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countUpcoming } from "../../src/modules/order-mail/queries/find-upcoming-mails"
import { caseFacts, openDunningShop, orderFacts, PLACED, type DunningShop } from "./dunning-shop"

let shop: DunningShop

beforeAll(async () => {
  shop = await openDunningShop()
})
afterAll(() => shop.drop())
beforeEach(async () => {
  await shop.dataSource.query(
    `TRUNCATE order_mail, order_mail_content, order_mail_timeline, order_mail_dunning_case, order_mail_dunning_stop,
       order_mail_dunning_change, order_mail_shop`,
  )
})

const READ = new Date("2026-11-02T11:01:00Z")
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

/** Saves, plans and tells what comes next. */
async function planned(orderId: string, now: Date) {
  await shop.desk.plan(1_000, now)
  const [row] = await shop.dataSource.query<
    { reason: string | null; next_at: Date | null; plan_type: string; upcoming: { kind: string; level: number }[] }[]
  >("SELECT reason, next_at, plan_type, upcoming, planned_at FROM order_mail_dunning_case WHERE order_id = $1", [
    orderId,
  ])
  if (!row) throw new Error(`there is no case ${orderId}`)
  return { ...row, next_at: row.next_at?.toISOString() ?? null, steps: row.upcoming.map((m) => `${m.kind}:${m.level}`) }
}

async function save(section: "dunning" | "bank", set: Record<string, unknown>, version = 0): Promise<void> {
  await shop.settings.save(section, { shop_id: null, version, set, inherit: [] }, null)
}

describe("what is planned for an order", () => {
  it("is the default plan, in the sending times of the shop", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const plan = await planned("o1", READ)
    expect(plan).toMatchObject({ plan_type: "prepayment", reason: "not-yet" })
    // Saturday and Sunday are no working days: the fifth day after Monday is a Saturday.
    expect(plan.next_at).toBe("2026-11-09T07:00:00.000Z")
    expect(plan.steps).toEqual(["payment-info:1", "payment-reminder:1", "payment-reminder:2"])
  })

  it("ends when it is paid, and says so", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.desk.saveFacts([caseFacts("o1", { open: "0.00", paid: "119.00" })], noon("2026-11-03"))
    expect(await planned("o1", noon("2026-11-03"))).toMatchObject({ reason: "paid", next_at: null, steps: [] })
  })

  it("does not go back to what was read before", async () => {
    await shop.desk.saveFacts([caseFacts("o1", { open: "0.00", paid: "119.00" })], noon("2026-11-03"))
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    expect(await planned("o1", noon("2026-11-03"))).toMatchObject({ reason: "paid" })
  })

  it("follows the mails: while one is under way nothing else comes, once it was sent the next, none while it bounced", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await planned("o1", READ)
    const id = await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    expect(await planned("o1", noon("2026-11-09"))).toMatchObject({
      reason: "not-yet",
      next_at: "2026-11-16T07:00:00.000Z",
      steps: ["payment-reminder:1", "payment-reminder:2"],
    })
    await shop.dataSource.query("UPDATE order_mail SET state = 'deferred' WHERE id = $1", [id])
    expect(await planned("o1", noon("2026-11-09"))).toMatchObject({ reason: "mail-under-way", next_at: null })
    await shop.dataSource.query("UPDATE order_mail SET state = 'bounced' WHERE id = $1", [id])
    expect(await planned("o1", noon("2026-11-30"))).toMatchObject({ reason: "last-mail-undelivered", next_at: null })
    const overview = await shop.desk.overview("o1", noon("2026-11-30"))
    expect(overview).toMatchObject({ undelivered_mail_id: id, next: null })
  })

  it("is worked out anew when the settings are saved", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await planned("o1", READ)
    await save("dunning", { prepayment_cancel_after_days: 40 })
    expect(await countUpcoming(shop.dataSource)).toEqual({ awaitingApproval: 0, unplanned: 1 })
    expect((await planned("o1", READ)).steps).toContain("order-canceled-unpaid:null")
    await save("bank", { prepayment_providers: ["pp_other"] })
    expect(await planned("o1", READ)).toMatchObject({ plan_type: null, reason: "not-bank-transfer", next_at: null })
  })

  it("begins on invoice with the fulfilment, whatever date the first mail gave", async () => {
    await save("bank", { prepayment_providers: [], invoice_providers: ["pp_system_default"] })
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.sendStep("o1", "payment-info", null, "2026-11-02T11:02:00Z", "2026-11-09")
    expect(await planned("o1", noon("2026-11-20"))).toMatchObject({ plan_type: "invoice", reason: "not-delivered-yet" })
    await shop.desk.saveFacts([caseFacts("o1", { fulfilledAt: "2026-11-20T09:00:00.000Z" })], noon("2026-11-20"))
    // Due on 27 November, reminded three days later.
    expect(await planned("o1", noon("2026-11-20"))).toMatchObject({ next_at: "2026-11-30T07:00:00.000Z" })
  })

  it("leaves drafts and orders older than the installation without a case", async () => {
    const older = caseFacts("o2", { placedAt: "2025-12-31T12:00:00.000Z" })
    await shop.desk.saveFacts([caseFacts("o1", { status: "draft" }), older], READ)
    expect(await shop.desk.withoutCase(["o1", "o2"])).toEqual(["o1", "o2"])
    expect(await shop.desk.overview("o1", READ)).toBeNull()
  })

  it("is worked out once by several processes, and all of it", async () => {
    await shop.desk.saveFacts(
      Array.from({ length: 300 }, (_, index) => caseFacts(`o${index}`)),
      READ,
    )
    const counts = await Promise.all([1, 2, 3, 4].map(() => shop.desk.plan(100, READ)))
    expect(counts.reduce((all, count) => all + count, 0)).toBe(300)
    expect(await shop.desk.plan(100, READ)).toBe(0)
  })
})

describe("what is read again", () => {
  it("are orders with something to pay, read longest ago first; one that cannot be read waits for its next turn", async () => {
    const day = (n: number) => new Date(`2026-11-0${n}T12:00:00Z`)
    await shop.desk.saveFacts([caseFacts("o2")], day(3))
    await shop.desk.saveFacts([caseFacts("o1")], day(4))
    await shop.desk.saveFacts([caseFacts("o3")], day(6))
    const settled = [caseFacts("o4", { open: "0.00" }), caseFacts("o5", { status: "canceled" })]
    await shop.desk.saveFacts(settled, day(3))
    expect(await shop.desk.findToRead(10, day(5))).toEqual(["o2", "o1"])
    await shop.desk.postpone(["o2"], day(5))
    expect(await shop.desk.findToRead(10, day(5))).toEqual(["o1"])
    await shop.desk.forget(["o1"])
    expect(await shop.desk.withoutCase(["o1", "o2"])).toEqual(["o1"])
  })
})

describe("stops and ends", () => {
  it("keep orders back until they are lifted or over", async () => {
    await shop.desk.saveFacts([caseFacts("o1"), caseFacts("o2")], READ)
    const stop = await shop.desk.addStop(
      { scope: "customer", customer_id: "cus_1", reason: "pays by instalments", until: null },
      "user_1",
      READ,
    )
    expect(stop).toMatchObject({ active: true, created_by: "user_1", lifted_at: null })
    expect(await planned("o1", noon("2026-11-20"))).toMatchObject({ reason: "stopped", next_at: null })
    expect(await planned("o2", noon("2026-11-20"))).toMatchObject({ reason: "stopped" })
    expect((await shop.desk.overview("o1", READ))?.stops).toMatchObject([{ id: stop.id, active: true }])
    const lifted = await shop.desk.liftStop(stop.id, "user_2", READ)
    expect(lifted).toMatchObject({ active: false, lifted_by: "user_2" })
    expect(await planned("o1", noon("2026-11-20"))).toMatchObject({ reason: "not-yet" })

    const holiday = { scope: "order", order_id: "o1", reason: "on holiday", until: "2026-11-25" } as const
    await shop.desk.addStop(holiday, null, noon("2026-11-20"))
    expect(await planned("o1", noon("2026-11-20"))).toMatchObject({
      reason: "stopped",
      next_at: "2026-11-26T07:00:00.000Z",
    })
  })

  it("refuse what cannot be", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const add = (changed: object) =>
      shop.desk.addStop({ scope: "order", order_id: "o1", reason: "x", until: null, ...changed }, null, READ)
    await expect(add({ until: "2026-11-01" })).rejects.toThrow(/until: lies in the past/)
    await expect(add({ until: "2026-02-30" })).rejects.toThrow(/until: takes a day/)
    await expect(add({ reason: " " })).rejects.toThrow(/reason/)
    await expect(add({ order_id: "order_unknown" })).rejects.toThrow(/there are no reminders for the order/)
    await expect(add({ customer_id: "cus_1" })).rejects.toThrow(/takes order_id/)
    await expect(shop.desk.liftStop("nothing", null, READ)).rejects.toThrow(/there is no dunning stop/)
  })

  it("end a plan, and go on with it", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.desk.end("o1", "user_1", READ)
    expect(await planned("o1", READ)).toMatchObject({ reason: "plan-ended", next_at: null })
    await shop.desk.resume("o1", READ)
    expect(await planned("o1", READ)).toMatchObject({ reason: "not-yet" })
    await expect(shop.desk.end("order_unknown", null, READ)).rejects.toThrow(/no reminders/)
  })
})

describe("what the run does", () => {
  it("sends a step from its day on, and finds the orders it is due for", async () => {
    await shop.desk.saveFacts([caseFacts("o1"), caseFacts("o2", { placedAt: "2026-11-04T11:00:00.000Z" })], READ)
    await shop.desk.plan(1_000, READ)
    expect(await shop.desk.findDue(10, noon("2026-11-08"))).toEqual([])
    const due = await shop.desk.findDue(1, noon("2026-11-09"))
    expect(due).toMatchObject([{ orderId: "o1" }])
    expect(await shop.desk.findDue(10, noon("2026-11-09"), due[0])).toMatchObject([{ orderId: "o2" }])

    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-08"))).toEqual({ type: "nothing", reason: "not-yet" })
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-09"))).toMatchObject({
      type: "send",
      step: { kind: "payment-info", level: 1 },
      demand: {
        level: 1,
        attempt: 1,
        dueDay: "2026-11-09",
        payableUntil: "2026-11-13",
        beforeDue: true,
        total: "119.00",
      },
    })
  })

  it("counts the attempts of a step whose mails were taken back", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const id = await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.dataSource.query(
      "UPDATE order_mail SET state = 'skipped', state_reason = 'nothing-to-pay' WHERE id = $1",
      [id],
    )
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-10"))).toMatchObject({
      type: "send",
      demand: { level: 1, attempt: 2 },
    })
    await shop.dataSource.query("UPDATE order_mail SET state_reason = 'step-skipped' WHERE id = $1", [id])
    expect(await shop.desk.stepAhead(orderFacts("o1"), noon("2026-11-10"))).toMatchObject({
      step: { kind: "payment-reminder", level: 1 },
    })
  })

  it("waits for the date that the thanks for a part payment gave", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-16"))).toMatchObject({ type: "send" })
    const id = await shop.sendStep("o1", "payment-info", 0, "2026-11-12T07:00:00Z", "2026-11-19")
    await shop.dataSource.query("UPDATE order_mail SET kind = 'payment-received', level = NULL WHERE id = $1", [id])
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-19"))).toEqual({ type: "nothing", reason: "not-yet" })
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-20"))).toMatchObject({
      type: "send",
      step: { kind: "payment-reminder", level: 1 },
    })
  })

  it("sends no step again that may have arrived before it was taken back", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const id = await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.dataSource.query(
      "UPDATE order_mail SET state = 'skipped', state_reason = 'dunning-stopped' WHERE id = $1",
      [id],
    )
    const again = () => shop.desk.stepAhead(orderFacts("o1"), noon("2026-11-20"))
    expect(await again()).toMatchObject({ step: { kind: "payment-info", level: 1 } })
    await shop.dataSource.query(
      "INSERT INTO order_mail_timeline (order_mail_id, type, data) VALUES ($1, 'outcome-unknown', '{}')",
      [id],
    )
    expect(await again()).toMatchObject({ step: { kind: "payment-reminder", level: 1 } })
  })

  it("puts an order off that could not be handled, until something changes", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.desk.plan(1_000, READ)
    await shop.desk.putOff(["o1"], noon("2026-11-10"))
    expect(await shop.desk.findDue(10, noon("2026-11-09"))).toEqual([])
    expect(await shop.desk.findDue(10, noon("2026-11-10"))).toMatchObject([{ orderId: "o1" }])
    await shop.desk.saveFacts([caseFacts("o1")], noon("2026-11-09"))
    await shop.desk.plan(1_000, noon("2026-11-09"))
    expect(await shop.desk.findDue(10, noon("2026-11-09"))).toMatchObject([{ orderId: "o1" }])
  })

  it("writes one mail and not one a run where nothing leaves the installation", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const id = await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.dataSource.query(
      "UPDATE order_mail SET state = 'skipped', state_reason = 'capture-mode' WHERE id = $1",
      [id],
    )
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-11-10"))).toEqual({
      type: "nothing",
      reason: "last-mail-undelivered",
    })
  })

  it("offers to cancel only what has not left the shop", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.sendStep("o1", "payment-reminder", 1, "2026-11-14T07:00:00Z", "2026-11-18")
    const offer = async (facts = orderFacts("o1")) => shop.desk.decide(facts, noon("2026-11-20"))
    expect(await offer()).toMatchObject({ step: { level: 2 }, demand: { offersCancellation: true } })
    const shipped = orderFacts("o1", { fulfilled_at: "2026-11-15T10:00:00.000Z" })
    expect(await offer(shipped)).toMatchObject({ step: { level: 2 }, demand: { offersCancellation: false } })
  })

  it("cancels when every step went out in vain, and only then", async () => {
    await save("dunning", { prepayment_cancel_after_days: 30 })
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    await shop.sendStep("o1", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.sendStep("o1", "payment-reminder", 1, "2026-11-16T07:00:00Z", "2026-11-22")
    await shop.sendStep("o1", "payment-reminder", 2, "2026-11-23T07:00:00Z", "2026-11-30")
    expect(await planned("o1", noon("2026-11-24"))).toMatchObject({ next_at: "2026-12-02T07:00:00.000Z" })
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-12-01"))).toMatchObject({ type: "nothing" })
    expect(await shop.desk.decide(orderFacts("o1"), noon("2026-12-02"))).toEqual({ type: "cancel" })
    const completed = orderFacts("o1", { status: "completed" })
    expect(await shop.desk.decide(completed, noon("2026-12-02"))).toMatchObject({ type: "nothing" })
  })

  it("asks before a mail leaves whether it still may", async () => {
    await shop.desk.saveFacts([caseFacts("o1")], READ)
    const id = await shop.sendStep("o1", "payment-reminder", 1, "2026-11-16T07:00:00Z", "2026-11-22")
    await shop.dataSource.query("UPDATE order_mail SET state = 'sending' WHERE id = $1", [id])
    const mail = { id, kind: "payment-reminder", level: 1, occurrence: "level-1-1" }
    const ask = (facts = orderFacts("o1"), asked = mail) => shop.desk.mayStillGo(asked, facts, noon("2026-11-16"))
    expect(await ask()).toMatchObject({ reason: null, demand: { level: 1, attempt: 1, payableUntil: "2026-11-22" } })
    const totals = { ...orderFacts("o1").totals, open: "0.00" }
    expect(await ask(orderFacts("o1", { totals }))).toEqual({ reason: "nothing-to-pay", demand: null })
    expect(await ask(orderFacts("o1", { status: "canceled" }))).toMatchObject({ reason: "order-canceled" })
    expect(await ask(orderFacts("o1"), { ...mail, level: 5 })).toMatchObject({ reason: "step-removed" })
    await shop.desk.addStop({ scope: "order", order_id: "o1", reason: "x", until: null }, null, READ)
    expect(await ask()).toMatchObject({ reason: "dunning-stopped" })
    expect(await ask(orderFacts("o1"), { ...mail, occurrence: "request-1" })).toMatchObject({ reason: null })
  })
})

describe("upcoming mails", () => {
  const all = { limit: 50, offset: 0, order: "at" } as const

  it("are those of a period, with what waits and what is kept back", async () => {
    await shop.desk.saveFacts([caseFacts("o1"), caseFacts("o2", { orderNumber: "1043", open: "20.00" })], READ)
    await shop.sendStep("o2", "payment-info", 1, "2026-11-09T07:00:00Z", "2026-11-13")
    await shop.dataSource.query("UPDATE order_mail SET state = 'failed' WHERE order_id = 'o2'")
    await shop.desk.plan(1_000, READ)
    const names = async (filters: Parameters<typeof shop.desk.listUpcoming>[0]) =>
      (await shop.desk.listUpcoming(filters, all, READ)).lines.map(({ id, state }) => `${id} ${state}`)
    expect(await names({ period: "week" })).toEqual(["o2:payment-info:1 on-hold"])
    expect(await names({ period: "month", state: "planned" })).toEqual([
      "o1:payment-info:1 planned",
      "o1:payment-reminder:1 planned",
      "o1:payment-reminder:2 planned",
    ])
    expect(await names({ kind: "payment-reminder", level: 2 })).toEqual(["o1:payment-reminder:2 planned"])
    expect(await names({ q: "#1043" })).toEqual(["o2:payment-info:1 on-hold"])
    expect(await names({ q: "%" })).toEqual([])
    expect(await names({ shop_id: "sc_other" })).toEqual([])

    const page = await shop.desk.listUpcoming({}, { limit: 1, offset: 1, order: "-amount_open" }, READ)
    expect(page).toMatchObject({ count: 4, unplanned: 0, awaitingApproval: 0 })
    expect(page.sums).toEqual([{ currency_code: "eur", amount_open: "139.00", orders: 2 }])

    await shop.dataSource.query("UPDATE order_mail SET state = 'held', state_reason = 'awaiting-approval'")
    // Looked at right after the change: what is shown is as it is.
    expect(await names({ state: "on-hold" })).toEqual([])
    expect(await names({ state: "awaiting-approval" })).toEqual([expect.stringMatching(/awaiting-approval$/)])
  })

  it("are streamed, all of them in their order", async () => {
    const orders = Array.from({ length: 400 }, (_, index) => caseFacts(`o${index}`, { orderNumber: String(index) }))
    await shop.desk.saveFacts(orders, new Date(PLACED))
    await shop.desk.plan(1_000, READ)
    const seen: string[] = []
    for await (const line of shop.desk.streamUpcoming({ q: "Müller", period: "month" }, READ)) seen.push(line.at)
    expect(seen).toHaveLength(1_200)
    expect(seen).toEqual(seen.toSorted())
    for await (const line of shop.desk.streamUpcoming({}, READ)) {
      expect(line.order_id).toBe("o0")
      break
    }
    // The reader left: its connection is free again.
    expect((await shop.desk.listUpcoming({}, all, READ)).count).toBe(1_200)
  })
})
