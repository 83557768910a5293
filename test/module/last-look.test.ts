import type { DataSource } from "typeorm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { startMailInbox, type MailInbox } from "../../demo/parts/mail-inbox"
import { waitFor } from "../../demo/parts/wait-for"
import type { LookAgain, LookedAt } from "../../src/modules/order-mail/last-look"
import { claimDueMails } from "../../src/modules/order-mail/queries/claim-due-mails"
import { countTroubledMails } from "../../src/modules/order-mail/queries/count-troubled-mails"
import { findClaimedMails, findMailsAwaitingApproval } from "../../src/modules/order-mail/queries/find-standing-mails"
import { insertOrderMail } from "../../src/modules/order-mail/queries/insert-order-mail"
import { readClaimedMessages } from "../../src/modules/order-mail/queries/read-claimed-messages"
import { recordOutcomes } from "../../src/modules/order-mail/queries/record-outcomes"
import { approveMail, rewriteClaimedMail } from "../../src/modules/order-mail/queries/rewrite-order-mail"
import { takeBackAwaitingMail } from "../../src/modules/order-mail/queries/take-back-awaiting-mail"
import type { RunningDelivery } from "../../src/modules/order-mail/start-delivery"
import type { PreparedMail, PreparedRow } from "../../src/sender/prepared-mail"
import { createMigratedDataSource, mailRow, preparedMail, queueMail, timelineOf } from "./database"
import { runDelivery } from "./run-delivery"

let database: Awaited<ReturnType<typeof createMigratedDataSource>>
let dataSource: DataSource
let inbox: MailInbox
const running: RunningDelivery[] = []
const said: string[] = []

beforeAll(async () => {
  database = await createMigratedDataSource()
  dataSource = database.dataSource
  inbox = await startMailInbox({ preferredPorts: { smtp: 0, web: 0 } })
})
afterAll(async () => {
  await inbox.stop()
  await database.drop()
})
beforeEach(async () => {
  await dataSource.query("TRUNCATE order_mail, order_mail_notice CASCADE")
  inbox.clear()
  inbox.rules.remove()
  said.length = 0
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.stop()))
})

function deliver(lookAgain: LookAgain): void {
  running.push(
    runDelivery({
      database,
      record: { emitted: [], said },
      options: { smtp: { url: inbox.smtpUrl }, delivery: { pollSeconds: 600, retrySeconds: [1] } },
      lookAgain,
    }),
  )
}

const reaches = (id: string, state: string) =>
  waitFor(`mail ${id} to be ${state}`, async () => (await mailRow(dataSource, id)).state === state, { everyMs: 20 })

const BASIS = {
  status: "pending",
  currency_code: "eur",
  total: "119.00",
  open: "69.00",
  paid: "50.00",
  refunded: "0.00",
  email: "anna@kunde.example",
}

/** What replaces the mail `id`, with another amount and address. */
function anew(id: string, overrides: Partial<PreparedRow> = {}): PreparedMail {
  return preparedMail(
    {
      id,
      order_id: `order_${id}`,
      idempotency_key: `order_${id}:payment-info:initial`,
      recipient: "neu@kunde.example",
      subject: "Noch offen: 69,00",
      amount_open: "69.00",
      occasion: { type: "placed" },
      basis: BASIS,
      ...overrides,
    },
    Buffer.from("Subject: Noch offen\r\n\r\n69,00\r\n"),
  )
}

const claimOne = async () => {
  const [claimed] = await claimDueMails(dataSource, 1, 60, "platform")
  if (!claimed) throw new Error("nothing was due")
  return claimed
}

describe("the last look at claimed mails", () => {
  it("writes a mail anew under its claim, and that is what is sent, to the new address", async () => {
    const id = await queueMail(dataSource)
    deliver(async ([claim]) => {
      await rewriteClaimedMail(dataSource, anew(id), claim!.token, { changed: "open,email" })
      return [{ mailId: id, type: "rewritten" }]
    })
    await reaches(id, "sent")
    const [message] = inbox.messages()
    expect(message?.envelope.to).toEqual(["neu@kunde.example"])
    expect(message?.raw.toString()).toContain("69,00")
    expect(await mailRow(dataSource, id)).toMatchObject({
      recipient: "neu@kunde.example",
      amount_open: "69.00",
      subject: "Noch offen: 69,00",
      basis: BASIS,
      attempts: 1,
    })
    expect(await timelineOf(dataSource, id)).toMatchObject([
      { type: "queued" },
      { type: "rewritten", data: { changed: "open,email" } },
      { type: "accepted", data: { attempt: 1 } },
    ])
  })

  it("does not send what must not go; the timeline says why, and the look is no attempt", async () => {
    const id = await queueMail(dataSource)
    deliver(() => Promise.resolve([{ mailId: id, type: "withdraw", reason: "nothing-to-pay" }]))
    await reaches(id, "skipped")
    expect(inbox.messages()).toHaveLength(0)
    expect(await mailRow(dataSource, id)).toMatchObject({ state_reason: "nothing-to-pay", attempts: 0 })
    expect((await timelineOf(dataSource, id)).at(-1)).toMatchObject({
      type: "skipped",
      reason: "nothing-to-pay",
      data: { cause: "last-look" },
    })
  })

  it("keeps what the server said before when it is looked at in vain, and looks again", async () => {
    inbox.rules.add({ stage: "rcpt", answer: { type: "reply", code: 450, text: "4.2.0 later" }, times: 1 })
    const id = await queueMail(dataSource)
    const verdicts: LookedAt[] = [
      { mailId: id, type: "go" },
      { mailId: id, type: "unreadable", detail: "no connection" },
      { mailId: id, type: "go" },
    ]
    deliver(() => Promise.resolve(verdicts.splice(0, 1)))
    await waitFor("the look in vain", async () => (await mailRow(dataSource, id)).state_reason === "order-unreadable")
    expect(await mailRow(dataSource, id)).toMatchObject({
      state: "deferred",
      state_detail: "no connection",
      attempts: 1,
      last_answer: { code: 450 },
    })
    await dataSource.query("UPDATE order_mail SET next_attempt_at = now()")
    running.forEach((delivery) => delivery.wake())
    await reaches(id, "sent")
  })

  it("sends nothing when the shop cannot be asked, and logs it", async () => {
    const id = await queueMail(dataSource)
    deliver(() => Promise.reject(new Error("no workflow engine")))
    await reaches(id, "deferred")
    expect(inbox.messages()).toHaveLength(0)
    expect(said.join()).toMatch(/could not look and goes on trying.*no workflow engine/)
  })

  it("tells the merchant of a mail that cannot be written anew", async () => {
    const id = await queueMail(dataSource)
    deliver(() => Promise.resolve([{ mailId: id, type: "fail", reason: "recipient-missing", detail: null }]))
    await reaches(id, "failed")
    const notices = await dataSource.query<object[]>("SELECT notice, order_mail_id FROM order_mail_notice")
    expect(notices).toEqual([{ notice: "mail-failed", order_mail_id: id }])
  })
})

describe("writing a claimed mail anew", () => {
  it("is refused a claim that stands no more", async () => {
    const id = await queueMail(dataSource)
    const { token } = await claimOne()
    await dataSource.query("UPDATE order_mail SET lease_token = gen_random_uuid()")
    expect(await rewriteClaimedMail(dataSource, anew(id), token, {})).toBeNull()
    expect(await findClaimedMails(dataSource, [{ mailId: id, token }])).toEqual([])
    expect(await mailRow(dataSource, id)).toMatchObject({ amount_open: "119.00", recipient: "anna@kunde.example" })
    expect((await timelineOf(dataSource, id)).map(({ type }) => type)).toEqual(["queued"])
  })

  it("hands the mail over where it leaves through another server now", async () => {
    const id = await queueMail(dataSource)
    const { token } = await claimOne()
    const rewritten = await rewriteClaimedMail(dataSource, anew(id, { mail_server: "sc_1" }), token, {})
    expect(rewritten).toEqual({ mail_server: "sc_1", moved: true })
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "queued", mail_server: "sc_1", attempts: 0 })
    expect(await readClaimedMessages(dataSource, [{ mailId: id, token }])).toEqual(new Map())
    // The first worker, should it be slow, has nothing to say about it any more.
    const late = { mailId: id, token, state: "sent", reason: "accepted", answer: null, retryInSeconds: null } as const
    expect(await recordOutcomes(dataSource, [late])).toEqual([])
    expect(await claimDueMails(dataSource, 5, 60, "sc_1")).toMatchObject([{ id, attempt: 1 }])
  })

  it("is not done with a mail that was not written", async () => {
    const id = await queueMail(dataSource)
    const { token } = await claimOne()
    await expect(rewriteClaimedMail(dataSource, { ...anew(id), content: null }, token, {})).rejects.toThrow(
      `order mail ${id} was not written`,
    )
  })
})

describe("mails that wait for approval", () => {
  async function awaiting(): Promise<string> {
    const mail = preparedMail({ state: "held", state_reason: "awaiting-approval", kind: "payment-reminder", level: 1 })
    return (await insertOrderMail(dataSource, mail, { cause: "dunning", userId: null })).id
  }

  it("need no attention; others that are held do", async () => {
    await awaiting()
    expect(await countTroubledMails(dataSource)).toBe(0)
    await queueMail(dataSource, { state: "held", state_reason: "outcome-unknown" })
    await queueMail(dataSource, { state: "failed", state_reason: null })
    expect(await countTroubledMails(dataSource)).toBe(2)
  })

  it("are due once approved, as written for today, by one of two people", async () => {
    const id = await awaiting()
    expect(await findMailsAwaitingApproval(dataSource, [id])).toMatchObject([{ id, level: 1 }])
    const approvals = await Promise.all(
      ["user_1", "user_2"].map((user) => approveMail(dataSource, anew(id), user, { amount_now: "69.00 EUR" })),
    )
    expect(approvals.filter(Boolean)).toHaveLength(1)
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "queued", state_reason: null, amount_open: "69.00" })
    expect((await timelineOf(dataSource, id)).slice(1)).toMatchObject([
      { type: "approved", data: { amount_now: "69.00 EUR" } },
    ])
    expect((await claimOne()).content.toString()).toContain("69,00")
    expect(await findMailsAwaitingApproval(dataSource, [id])).toEqual([])
  })

  it("are skipped once declined, and cannot be approved then", async () => {
    const id = await awaiting()
    const decline = { mailId: id, reason: "step-skipped", userId: "user_1" } as const
    expect(await takeBackAwaitingMail(dataSource, decline)).toBe(true)
    expect(await takeBackAwaitingMail(dataSource, decline)).toBe(false)
    expect(await approveMail(dataSource, anew(id), "user_1", {})).toBe(false)
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "skipped", state_reason: "step-skipped" })
    expect((await timelineOf(dataSource, id)).at(-1)).toMatchObject({ type: "skipped", reason: "step-skipped" })
  })

  it("are none of those that a plain query takes for approval", async () => {
    const queued = await queueMail(dataSource)
    expect(await findMailsAwaitingApproval(dataSource, [queued])).toEqual([])
    expect(await takeBackAwaitingMail(dataSource, { mailId: queued, reason: "step-skipped", userId: null })).toBe(false)
  })
})
