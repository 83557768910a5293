import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Demand } from "../../src/kinds/demand"
import { basisOf } from "../../src/kinds/mail-basis"
import type { OrderFacts } from "../../src/kinds/order-facts"
import { OrderMailInstallation } from "../../src/modules/order-mail/entities/order-mail-installation.entity"
import type { SavedStep } from "../../src/modules/order-mail/settings/dunning-section"
import type { StandingMail } from "../../src/modules/order-mail/queries/find-standing-mails"
import { reviewMail, type Review } from "../../src/workflows/last-look/review-mail"
import { caseFacts, openDunningShop, orderFacts, PLACED, type DunningShop } from "./dunning-shop"

const ORDER = "order_1"
const READ = new Date("2026-11-02T11:01:00Z")
/** When the reminder was made: the plan's first reminder, ten days after the order. */
const MADE = new Date("2026-11-12T11:00:00Z")
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

let shop: DunningShop
let knowledge: Parameters<typeof reviewMail>[0]

beforeAll(async () => {
  shop = await openDunningShop()
  knowledge = {
    settings: shop.settings,
    dunning: shop.desk,
    options: { shop: { timeZone: "Europe/Berlin" } },
    retrieveInstallation: () => shop.dataSource.getRepository(OrderMailInstallation).findOneByOrFail({ id: 1 }),
  }
})
afterAll(() => shop.drop())
beforeEach(async () => {
  await shop.dataSource.query(
    "TRUNCATE order_mail, order_mail_content, order_mail_timeline, order_mail_dunning_case, order_mail_dunning_stop, order_mail_shop",
  )
  await shop.desk.saveFacts([caseFacts(ORDER)], READ)
})

const totals = (changed: Partial<OrderFacts["totals"]>) => ({ totals: { ...orderFacts(ORDER).totals, ...changed } })
const PARTLY_PAID = totals({ open: "69.00", paid: "50.00" })

function firstMail(changed: Partial<StandingMail> = {}): StandingMail {
  return {
    id: "om_first",
    order_id: ORDER,
    kind: "payment-info",
    level: null,
    occurrence: "placed",
    state: "sending",
    state_reason: null,
    recipient: "anke@kundin.example",
    resend_of: null,
    mail_server: "platform",
    attempts: 1,
    currency_code: "eur",
    amount_open: "119.00",
    occasion: { type: "placed" },
    basis: basisOf(orderFacts(ORDER), null),
    wanted_by_user: false,
    ...changed,
  }
}

/** The reminder as the plan made it on the day it was due. */
async function reminder(changed: Partial<StandingMail> = {}): Promise<StandingMail> {
  await shop.sendStep(ORDER, "payment-info", null, PLACED, "2026-11-09")
  const step = { id: "om_reminder", kind: "payment-reminder", level: 1, occurrence: "level-1-1" }
  const { reason, demand } = await shop.desk.mayStillGo(step, orderFacts(ORDER), MADE)
  if (demand === null) throw new Error(`no demand: ${reason}`)
  return firstMail({ ...step, occasion: { type: "demand", demand }, amount_open: demand.total, ...changed })
}

const review = (mail: StandingMail, facts: Partial<OrderFacts> = {}, now = MADE, anew = false): Promise<Review> =>
  reviewMail(knowledge, mail, orderFacts(ORDER, facts), { now, anew })

/** Saves fields of a section for the store. */
const save = (section: "dunning" | "notifications", set: Record<string, unknown>) =>
  shop.settings.save(section, { shop_id: null, version: 0, set, inherit: [] }, "user_1")

/** Saves the plan for prepayment with other steps. */
async function saveSteps(change: (steps: SavedStep[]) => SavedStep[]): Promise<void> {
  const { dunning } = await shop.settings.effective("sc_1")
  await save("dunning", { prepayment_steps: change(dunning.prepayment_steps) })
}

describe("a mail that is no step of a plan", () => {
  it("goes as it is while its order is as it was; an amount is the same however it is written", async () => {
    expect(await review(firstMail())).toEqual({ type: "go" })
    expect(await review(firstMail(), totals({ open: "119", total: "119.0" }))).toEqual({ type: "go" })
    expect(await review(firstMail(), { status: "completed" })).toEqual({ type: "go" })
  })

  it.each<[string, Partial<OrderFacts>, string]>([
    ["paid", totals({ open: "0.00", paid: "119.00" }), "nothing-to-pay"],
    ["paid too much", totals({ open: "-1.00", paid: "120.00" }), "nothing-to-pay"],
    ["canceled", { status: "canceled" }, "order-canceled"],
  ])("does not go when the order is %s", async (_, facts, reason) => {
    expect(await review(firstMail(), facts)).toEqual({ type: "withdraw", reason })
  })

  it("is written anew for another amount or address, as the same mail", async () => {
    expect(await review(firstMail(), PARTLY_PAID)).toMatchObject({
      type: "rewrite",
      changed: ["open", "paid"],
      request: { mailId: "om_first", kind: "payment-info", occurrence: "placed", to: null, revision: null },
    })
    expect(await review(firstMail({ attempts: 2 }), { email: "neu@kunde.example" })).toMatchObject({
      type: "rewrite",
      changed: ["email"],
      request: { facts: { email: "neu@kunde.example" }, to: null, revision: 2 },
    })
  })

  it("that a person sent to another address stays there", async () => {
    const elsewhere = firstMail({
      recipient: "buchhaltung@kunde.example",
      occurrence: "request-1",
      basis: basisOf(orderFacts(ORDER), "buchhaltung@kunde.example"),
    })
    expect(await review(elsewhere, { email: "neu@kunde.example" })).toEqual({ type: "go" })
    expect(await review(elsewhere, PARTLY_PAID)).toMatchObject({
      type: "rewrite",
      request: { to: "buchhaltung@kunde.example" },
    })
  })

  it("that is older than what it rests on is asked about, and not written anew", async () => {
    const old = firstMail({ basis: null, occasion: null })
    expect(await review(old, PARTLY_PAID)).toEqual({ type: "go" })
    expect(await review(old, { status: "canceled" })).toEqual({ type: "withdraw", reason: "order-canceled" })
  })
})

describe("a step of a plan", () => {
  it("goes as it is on the same day, and a few days late", async () => {
    const mail = await reminder()
    expect(await review(mail)).toEqual({ type: "go" })
    expect(await review(mail, {}, noon("2026-11-14"))).toEqual({ type: "go" })
  })

  it("is written anew when the day it names has passed", async () => {
    const mail = await reminder()
    const { demand } = mail.occasion as { demand: Demand }
    const late = new Date(Date.parse(`${demand.payableUntil}T11:00:00Z`) + 86_400_000)
    const reviewed = await review(mail, {}, late)
    expect(reviewed).toMatchObject({ type: "rewrite", changed: ["demand"], request: { level: 1 } })
    const { occasion } = (reviewed as Extract<Review, { type: "rewrite" }>).request
    const now = (occasion as { demand: Demand }).demand
    expect(now.payableUntil > demand.payableUntil).toBe(true)
    expect(now).toMatchObject({ level: 1, attempt: 1 })
  })

  it("asks for the rest after a payment", async () => {
    const reviewed = await review(await reminder(), {
      ...PARTLY_PAID,
      captures: [{ id: "capt_1", amount: "50.00", at: "2026-11-11T09:00:00.000Z" }],
    })
    expect(reviewed).toMatchObject({
      type: "rewrite",
      changed: ["open", "paid"],
      request: { occasion: { type: "demand", demand: { total: "69.00", level: 1 } } },
    })
  })

  it.each<[string, Partial<OrderFacts>, string]>([
    ["paid", totals({ open: "0.00", paid: "119.00" }), "nothing-to-pay"],
    ["canceled", { status: "canceled" }, "order-canceled"],
    ["archived", { status: "archived" }, "order-archived"],
    ["refunded in part", totals({ refunded: "20.00", paid: "20.00" }), "order-refunded"],
    ["paid another way", { payment_provider_ids: ["pp_stripe"], ...PARTLY_PAID }, "not-bank-transfer"],
  ])("does not go when the order is %s", async (_, facts, reason) => {
    expect(await review(await reminder(), facts)).toEqual({ type: "withdraw", reason })
  })

  it("does not go while its order or its customer is stopped, and goes when that is over", async () => {
    const mail = await reminder()
    const stop = { scope: "customer", customer_id: "cus_1", reason: "Ratenzahlung", until: "2026-11-13" } as const
    const customer = { ...orderFacts(ORDER).customer, id: "cus_1" }
    await shop.desk.addStop(stop, "user_1", MADE)
    expect(await review(mail, { customer })).toEqual({ type: "withdraw", reason: "dunning-stopped" })
    expect(await review(mail, { customer }, noon("2026-11-14"))).toEqual({ type: "go" })
    await shop.desk.addStop({ scope: "order", order_id: ORDER, reason: "Reklamation", until: null }, "user_1", MADE)
    expect(await review(mail, { customer }, noon("2026-11-14"))).toMatchObject({ reason: "dunning-stopped" })
  })

  it("does not go when its plan has ended, or has no such step any more", async () => {
    const mail = await reminder()
    await saveSteps((steps) => steps.filter(({ kind, level }) => !(kind === "payment-reminder" && level === 1)))
    expect(await review(mail)).toEqual({ type: "withdraw", reason: "step-removed" })
    await shop.desk.end(ORDER, "user_1", MADE)
    expect(await review(mail)).toEqual({ type: "withdraw", reason: "plan-ended" })
  })

  it("is written anew when its step asks for something else now", async () => {
    const mail = await reminder()
    await saveSteps((steps) =>
      steps.map((step) => (step.kind === "payment-reminder" ? { ...step, offers_cancellation: true } : step)),
    )
    expect(await review(mail)).toMatchObject({
      type: "rewrite",
      changed: ["demand"],
      request: { occasion: { demand: { offersCancellation: true } } },
    })
  })

  it("does not go when its kind was switched off, unless a person wants it to", async () => {
    const mail = await reminder()
    await save("notifications", { "kind:payment-reminder": false })
    expect(await review(mail)).toEqual({ type: "withdraw", reason: "kind-switched-off" })
    expect(await review({ ...mail, wanted_by_user: true })).toEqual({ type: "go" })
  })

  it("is written anew when it is approved, even if nothing has changed", async () => {
    const mail = await reminder({ state: "held", state_reason: "awaiting-approval", attempts: 0 })
    expect(await review(mail, {}, MADE, true)).toMatchObject({
      type: "rewrite",
      changed: [],
      request: { revision: null },
    })
    expect(await review(mail, { status: "canceled" }, MADE, true)).toMatchObject({ reason: "order-canceled" })
  })
})
