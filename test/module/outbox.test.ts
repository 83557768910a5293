import type { DataSource } from "typeorm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Outcome } from "../../src/delivery/types"
import { PLATFORM_SERVER } from "../../src/modules/order-mail/mail-servers"
import { cancelOrderMail } from "../../src/modules/order-mail/queries/cancel-order-mail"
import { claimDueMails } from "../../src/modules/order-mail/queries/claim-due-mails"
import { countTroubledMails } from "../../src/modules/order-mail/queries/count-troubled-mails"
import { findRetriesDueSoon } from "../../src/modules/order-mail/queries/find-retries-due-soon"
import { insertOrderMail } from "../../src/modules/order-mail/queries/insert-order-mail"
import { nextDueInMs } from "../../src/modules/order-mail/queries/next-due-in-ms"
import { noteInTimeline } from "../../src/modules/order-mail/queries/note-in-timeline"
import { recordOutcomes } from "../../src/modules/order-mail/queries/record-outcomes"
import { releaseExpiredLeases } from "../../src/modules/order-mail/queries/release-expired-leases"
import { renewLeases } from "../../src/modules/order-mail/queries/renew-leases"
import { skipWaitingMails } from "../../src/modules/order-mail/queries/skip-waiting-mails"
import { createMigratedDataSource, mailRow, preparedMail, queueMail, timelineOf } from "./database"

const LEASE_SECONDS = 60
const AGAIN = { unknownOutcome: "resend", unknownWaitSeconds: 900, giveUpAfterSeconds: 3600 } as const
const ACCEPTED = { code: 250, enhancedStatus: "2.0.0", text: "250 2.0.0 Ok: queued as 4F2", server: "mx.example:25" }

let dataSource: DataSource
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ dataSource, drop } = await createMigratedDataSource())
})
afterAll(() => drop())
beforeEach(() => dataSource.query("TRUNCATE order_mail CASCADE"))

async function claimOne() {
  const [mail] = await claimDueMails(dataSource, 1, LEASE_SECONDS, PLATFORM_SERVER)
  if (!mail) throw new Error("nothing was due")
  return mail
}

function outcome(mail: { id: string; token: string }, changes: Partial<Outcome> = {}): Outcome {
  return {
    mailId: mail.id,
    token: mail.token,
    state: "sent",
    reason: "accepted",
    answer: ACCEPTED,
    retryInSeconds: null,
    ...changes,
  }
}

async function expireLease(id: string): Promise<void> {
  await dataSource.query("UPDATE order_mail SET lease_expires_at = now() - interval '1 second' WHERE id = $1", [id])
}

describe("storing a mail", () => {
  it("keeps one mail for one key, however often and however concurrently it is stored", async () => {
    const mail = preparedMail()
    const twins = Array.from({ length: 10 }, (_, n) => ({ ...mail, row: { ...mail.row, id: `${mail.row.id}-${n}` } }))
    const stored = await Promise.all(
      twins.map((twin) => insertOrderMail(dataSource, twin, { cause: "test", userId: null })),
    )
    expect(stored.filter(({ created }) => created)).toHaveLength(1)
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1)
    expect(await timelineOf(dataSource, stored[0]!.id)).toEqual([
      { type: "queued", reason: null, data: { cause: "test" } },
    ])
  })

  it("keeps a mail that is not to be sent, with the reason, and never makes it due", async () => {
    const mail = preparedMail({ state: "failed", state_reason: "recipient-missing", recipient: null }, null)
    const { id } = await insertOrderMail(dataSource, mail, { cause: "order.placed", userId: null })
    expect(await mailRow(dataSource, id)).toMatchObject({
      state: "failed",
      state_reason: "recipient-missing",
      next_attempt_at: null,
    })
    expect(await claimDueMails(dataSource, 10, LEASE_SECONDS, PLATFORM_SERVER)).toEqual([])
    expect(await timelineOf(dataSource, id)).toMatchObject([{ type: "failed", reason: "recipient-missing" }])
  })
})

describe("claiming", () => {
  it("hands out the exact bytes and envelope, oldest first, and commits `sending`", async () => {
    const content = Buffer.from("Subject: Grüße\r\n\r\n" + "ß".repeat(9000))
    const { id } = await insertOrderMail(dataSource, preparedMail({}, content), { cause: "test", userId: null })
    await queueMail(dataSource)
    const mail = await claimOne()
    expect(mail).toMatchObject({
      id,
      attempt: 1,
      envelope: { from: `bounces+${id}@lindner.example`, to: "anna@kunde.example" },
    })
    expect(mail.content.equals(content)).toBe(true)
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "sending", attempts: 1, lease_token: mail.token })
  })

  it("never gives one mail to two workers", async () => {
    for (let n = 0; n < 40; n++) await queueMail(dataSource)
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => claimDueMails(dataSource, 10, LEASE_SECONDS, PLATFORM_SERVER)),
    )
    const ids = claims.flat().map((mail) => mail.id)
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  it("leaves mails alone that are not due yet, and says when the next one is", async () => {
    expect(await nextDueInMs(dataSource, PLATFORM_SERVER)).toBeNull()
    const id = await queueMail(dataSource)
    expect(await nextDueInMs(dataSource, PLATFORM_SERVER)).toBe(0)
    await dataSource.query("UPDATE order_mail SET next_attempt_at = now() + interval '10 minutes' WHERE id = $1", [id])
    expect(await claimDueMails(dataSource, 10, LEASE_SECONDS, PLATFORM_SERVER)).toEqual([])
    const ms = await nextDueInMs(dataSource, PLATFORM_SERVER)
    expect(ms).toBeGreaterThan(590_000)
    expect(ms).toBeLessThanOrEqual(600_000)
  })
})

describe("claiming a mail whose content is damaged", () => {
  it("settles it as failed and hands out the others", async () => {
    const [cut, gone, whole] = [await queueMail(dataSource), await queueMail(dataSource), await queueMail(dataSource)]
    await dataSource.query("UPDATE order_mail_content SET message_gzip = '\\x1f8b08' WHERE order_mail_id = $1", [cut])
    await dataSource.query("DELETE FROM order_mail_content WHERE order_mail_id = $1", [gone])
    expect((await claimDueMails(dataSource, 10, LEASE_SECONDS, PLATFORM_SERVER)).map(({ id }) => id)).toEqual([whole])
    for (const id of [cut, gone]) {
      expect(await mailRow(dataSource, id)).toMatchObject({ state: "failed", state_reason: "content-damaged" })
      expect(await timelineOf(dataSource, id)).toMatchObject([{}, { type: "failed", reason: "content-damaged" }])
    }
  })
})

describe("recording outcomes", () => {
  it("settles row and timeline together, with the server's own words", async () => {
    const id = await queueMail(dataSource)
    const mail = await claimOne()
    expect(await recordOutcomes(dataSource, [outcome(mail)])).toEqual([id])
    expect(await mailRow(dataSource, id)).toMatchObject({
      state: "sent",
      state_reason: "accepted",
      state_detail: ACCEPTED.text,
    })
    expect((await mailRow(dataSource, id)).sent_at).not.toBeNull()
    expect(await timelineOf(dataSource, id)).toMatchObject([
      { type: "queued" },
      { type: "accepted", reason: "accepted", data: { attempt: 1 } },
    ])
  })

  it("defers by database time", async () => {
    const id = await queueMail(dataSource)
    await recordOutcomes(dataSource, [
      outcome(await claimOne(), { state: "deferred", reason: "greylisted", retryInSeconds: 60.5 }),
    ])
    const ms = await nextDueInMs(dataSource, PLATFORM_SERVER)
    expect(ms).toBeGreaterThan(50_000)
    expect(ms).toBeLessThanOrEqual(60_500)
    expect(await timelineOf(dataSource, id)).toMatchObject([
      {},
      { type: "deferred", data: { next_attempt_at: expect.any(String) } },
    ])
  })

  it("takes many at once and only those whose token is still the row's", async () => {
    for (let n = 0; n < 3; n++) await queueMail(dataSource)
    const [a, b, c] = await claimDueMails(dataSource, 3, LEASE_SECONDS, PLATFORM_SERVER)
    const stale = { id: b!.id, token: "00000000-0000-4000-8000-000000000000" }
    const written = await recordOutcomes(dataSource, [
      outcome(a!),
      outcome(stale),
      outcome(c!, { state: "failed", reason: "address-unknown" }),
    ])
    expect(new Set(written)).toEqual(new Set([a!.id, c!.id]))
    expect((await mailRow(dataSource, b!.id)).state).toBe("sending")
    expect(await countTroubledMails(dataSource)).toBe(1)
  })

  it("drops the answer of a late worker once another has claimed the mail", async () => {
    const id = await queueMail(dataSource)
    const late = await claimOne()
    await expireLease(id)
    await releaseExpiredLeases(dataSource, { ...AGAIN, unknownWaitSeconds: 0 })
    const second = await claimOne()
    expect(await recordOutcomes(dataSource, [outcome(late, { state: "failed", reason: "timeout" })])).toEqual([])
    expect((await mailRow(dataSource, id)).state).toBe("sending")
    expect(await recordOutcomes(dataSource, [outcome(second)])).toEqual([id])
  })

  it("takes a late answer as long as nobody else has the mail: no second copy is sent", async () => {
    const id = await queueMail(dataSource)
    const late = await claimOne()
    await expireLease(id)
    await releaseExpiredLeases(dataSource, AGAIN)
    expect(await recordOutcomes(dataSource, [outcome(late)])).toEqual([id])
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "sent", next_attempt_at: null })
  })
})

describe("leases", () => {
  it("run out after a crash: the mail is due again after a wait, and the timeline says it may arrive twice", async () => {
    const id = await queueMail(dataSource)
    await claimOne()
    expect(await releaseExpiredLeases(dataSource, AGAIN)).toEqual([])
    await expireLease(id)
    expect(await releaseExpiredLeases(dataSource, AGAIN)).toEqual([id])
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "deferred", state_reason: "lease-expired" })
    expect(await timelineOf(dataSource, id)).toMatchObject([
      {},
      { type: "lease-expired", data: { may_arrive_twice: true } },
    ])
  })

  it("run out and hold the mail for the merchant where the options say so", async () => {
    const id = await queueMail(dataSource)
    await claimOne()
    await expireLease(id)
    await releaseExpiredLeases(dataSource, { ...AGAIN, unknownOutcome: "hold" })
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "held", next_attempt_at: null })
  })

  it("hold a mail that has been tried for too long: it may be what ends its workers", async () => {
    const id = await queueMail(dataSource)
    await claimOne()
    await expireLease(id)
    await dataSource.query("UPDATE order_mail SET first_attempt_at = now() - interval '61 minutes' WHERE id = $1", [id])
    await releaseExpiredLeases(dataSource, AGAIN)
    expect(await mailRow(dataSource, id)).toMatchObject({
      state: "held",
      state_reason: "lease-expired",
      next_attempt_at: null,
    })
  })

  it("are renewed for living workers only", async () => {
    const id = await queueMail(dataSource)
    const mail = await claimOne()
    await expireLease(id)
    await renewLeases(dataSource, [{ mailId: id, token: "00000000-0000-4000-8000-000000000000" }], LEASE_SECONDS)
    await renewLeases(dataSource, [{ mailId: id, token: mail.token }], LEASE_SECONDS)
    expect(await releaseExpiredLeases(dataSource, AGAIN)).toEqual([])
    await expireLease(id)
    await renewLeases(dataSource, [{ mailId: id, token: "00000000-0000-4000-8000-000000000000" }], LEASE_SECONDS)
    expect(await releaseExpiredLeases(dataSource, AGAIN)).toEqual([id])
  })
})

describe("noting in the timeline", () => {
  it("names the mail that repeats another once, however often the request arrives", async () => {
    const [first, again] = [await queueMail(dataSource), await queueMail(dataSource)]
    const note = { mailId: first, type: "sent-again", userId: "user_1", data: { order_mail_id: again } } as const
    await Promise.all([noteInTimeline(dataSource, note), noteInTimeline(dataSource, note)])
    await noteInTimeline(dataSource, { ...note, data: { order_mail_id: await queueMail(dataSource) } })
    expect((await timelineOf(dataSource, first)).map(({ type }) => type)).toEqual([
      "queued",
      "sent-again",
      "sent-again",
    ])
  })
})

describe("canceling", () => {
  it("takes a waiting mail out and says who did it", async () => {
    const id = await queueMail(dataSource)
    expect(await cancelOrderMail(dataSource, id, "user_1")).toBe(true)
    expect(await mailRow(dataSource, id)).toMatchObject({ state: "canceled", state_reason: "canceled-by-user" })
    expect(await claimDueMails(dataSource, 10, LEASE_SECONDS, PLATFORM_SERVER)).toEqual([])
  })

  it("comes too late for a mail that is being sent", async () => {
    const id = await queueMail(dataSource)
    await claimOne()
    expect(await cancelOrderMail(dataSource, id, "user_1")).toBe(false)
    expect((await mailRow(dataSource, id)).state).toBe("sending")
  })
})

describe("taking back mails that must not go any more", () => {
  it("takes those that wait, says why, and comes too late for one that is being sent", async () => {
    const [first, second] = [await queueMail(dataSource), await queueMail(dataSource)]
    const sending = await claimOne()
    const waiting = sending.id === first ? second : first
    const wanted = [first, second].map((mailId) => ({ mailId, reason: "order-canceled" as const }))
    expect(await skipWaitingMails(dataSource, wanted, "order.canceled")).toEqual([waiting])
    expect(await mailRow(dataSource, waiting)).toMatchObject({
      state: "skipped",
      state_reason: "order-canceled",
      next_attempt_at: null,
    })
    expect(await timelineOf(dataSource, waiting)).toMatchObject([
      {},
      { type: "skipped", reason: "order-canceled", data: { cause: "order.canceled" } },
    ])
    expect((await mailRow(dataSource, sending.id)).state).toBe("sending")
  })

  it("looks again only at orders whose mail was tried and is due soon, a bounded number of them", async () => {
    const soon = { withinSeconds: 180, limit: 10 }
    const ids = [await queueMail(dataSource), await queueMail(dataSource), await queueMail(dataSource)]
    expect(await findRetriesDueSoon(dataSource, soon)).toEqual([])
    const waits = new Map([60, 120, 600].map((seconds, n) => [ids[n], seconds]))
    for (const mail of await claimDueMails(dataSource, 3, LEASE_SECONDS, PLATFORM_SERVER))
      await recordOutcomes(dataSource, [
        outcome(mail, { state: "deferred", reason: "greylisted", retryInSeconds: waits.get(mail.id) ?? null }),
      ])
    expect(await findRetriesDueSoon(dataSource, soon)).toEqual(ids.slice(0, 2).map((id) => `order_${id}`))
    expect(await findRetriesDueSoon(dataSource, { ...soon, limit: 1 })).toHaveLength(1)
  })
})
