import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { DeliveryWorker } from "../../../src/delivery/delivery-worker"
import { outcomeOfLook, type LastLook, type LookVerdict } from "../../../src/delivery/last-look"
import { createSmtpTransport } from "../../../src/delivery/smtp-transport"
import type { ClaimedMail, Transport } from "../../../src/delivery/types"
import type { DeliveryWorkerOptions, WorkerActivity } from "../../../src/delivery/worker-options"
import { FaultServer } from "./servers/fault-server"
import { MemoryOutbox } from "./servers/memory-outbox"

const cleanups: (() => Promise<unknown>)[] = []
let outbox: MemoryOutbox
let errors: { during: WorkerActivity; message: string }[]
/** Ids of the mails of each look. */
let looks: string[][]

beforeEach(() => {
  outbox = new MemoryOutbox()
  errors = []
  looks = []
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })
const goFor = (mails: readonly ClaimedMail[]): LookVerdict[] => mails.map(({ id }) => ({ mailId: id, type: "go" }))

async function send(lastLook: LastLook, options: Partial<DeliveryWorkerOptions> = {}) {
  const server = await FaultServer.start()
  cleanups.push(() => server.stop())
  const transport = createSmtpTransport({ host: "127.0.0.1", port: server.port })
  cleanups.push(() => transport.close())
  const worker = new DeliveryWorker({
    outbox,
    transport,
    leaseSeconds: 60,
    pollSeconds: 0.05,
    serverBackoff: { initialMs: 50, maxMs: 200 },
    lastLook: (mails) => {
      looks.push(mails.map(({ id }) => id))
      return lastLook(mails)
    },
    onError: (error, during) => errors.push({ during, message: (error as Error).message }),
    ...options,
  })
  cleanups.push(() => worker.stop(1_000))
  worker.start()
  return { server, worker }
}

describe("the last look before mails are sent", () => {
  it("looks at all mails of a claim in one go and sends those that may go", async () => {
    outbox.queue(8)
    const { server } = await send((mails) => Promise.resolve(goFor(mails)))
    await until(() => expect(outbox.states()).toEqual(Array(8).fill("sent")))
    expect(looks).toEqual([[...outbox.rows.keys()]])
    expect(server.bodies).toHaveLength(8)
  })

  it("sends what was written anew, to the address it was written for", async () => {
    const [id = ""] = outbox.queue(1, "old@kunde.example")
    const { server } = await send(() =>
      Promise.resolve([
        {
          mailId: id,
          type: "rewritten",
          envelope: { from: "bounces@example.com", to: "new@kunde.example" },
          content: Buffer.from("Subject: 69,00\r\n\r\nnew amount\r\n"),
        },
      ]),
    )
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(server.bodies.join()).toContain("new amount")
    expect(server.bodies.join()).not.toContain("dot at the start")
    expect(server.commands.filter((command) => command.startsWith("RCPT")).join()).toContain("<new@kunde.example>")
    expect(server.commands.join()).not.toContain("old@kunde.example")
  })

  it("does not send what must not go, and says why", async () => {
    const [paid = "", broken = "", fine = ""] = outbox.queue(3)
    const { server } = await send(() =>
      Promise.resolve([
        { mailId: paid, type: "withdraw", reason: "nothing-to-pay" },
        { mailId: broken, type: "fail", reason: "recipient-missing", detail: "the order has no address" },
        { mailId: fine, type: "go" },
      ]),
    )
    await until(() => expect(outbox.states()).toEqual(["skipped", "failed", "sent"]))
    expect(outbox.row(paid).reason).toBe("nothing-to-pay")
    expect(outbox.row(broken).reason).toBe("recipient-missing")
    expect(server.bodies).toHaveLength(1)
  })

  it("sends nothing while nothing can be known, and says so; later it is looked at again", async () => {
    const [id = ""] = outbox.queue(1)
    let fails = true
    const { server } = await send((mails) => {
      if (fails) throw new Error("the shop's database is away")
      return Promise.resolve(goFor(mails))
    })
    await until(() => expect(outbox.row(id).state).toBe("deferred"))
    expect(outbox.row(id).reason).toBe("order-unreadable")
    expect(outbox.row(id).dueAt - Date.now()).toBeGreaterThan(55_000)
    expect(errors).toMatchObject([{ during: "look", message: "the shop's database is away" }])
    expect(server.bodies).toHaveLength(0)
    fails = false
    outbox.row(id).dueAt = Date.now()
    await until(() => expect(outbox.row(id).state).toBe("sent"))
  })

  it("does not send a mail that nothing was said about, and the others go", async () => {
    const [silent = ""] = outbox.queue(2)
    const { server } = await send((mails) => Promise.resolve(goFor(mails).filter(({ mailId }) => mailId !== silent)))
    await until(() => expect(outbox.states()).toEqual(["deferred", "sent"]))
    expect(server.bodies).toHaveLength(1)
  })

  it("gives up on a look that never answers, and goes on with the next mails", async () => {
    const [stuck = ""] = outbox.queue(1)
    await send(
      (mails) => (mails.some(({ id }) => id === stuck) ? new Promise(() => undefined) : Promise.resolve(goFor(mails))),
      { lookLimitSeconds: 0.05 },
    )
    await until(() => expect(outbox.row(stuck).state).toBe("deferred"))
    const [next = ""] = outbox.queue(1)
    await until(() => expect(outbox.row(next).state).toBe("sent"))
    expect(errors[0]?.message).toContain("took longer than 50 ms")
  })

  it("lets a mail go that is none of its own any more, without an outcome", async () => {
    const [id = ""] = outbox.queue(1)
    const { worker } = await send(() => Promise.resolve([{ mailId: id, type: "left" }]))
    await until(() => expect(looks).toHaveLength(1))
    expect(await worker.stop(1_000)).toBe(0)
    expect(outbox.row(id)).toMatchObject({ state: "sending", history: [] })
  })

  it("looks again at a mail that waited in line for too long", async () => {
    const [, second = ""] = outbox.queue(2)
    let isPaid = false
    let begun = 0
    const transport: Transport = {
      mode: "smtp",
      // The first mail takes longer than a look lasts, and meanwhile the second one's order is paid.
      send: async () => {
        begun += 1
        await vi.waitFor(() => expect(performance.now() - startedAt).toBeGreaterThan(120))
        isPaid = true
        return { kind: "accepted", response: "250 2.0.0 ok", server: null }
      },
      close: () => Promise.resolve(),
    }
    const startedAt = performance.now()
    const verdictOn = ({ id: mailId }: ClaimedMail): LookVerdict =>
      isPaid && mailId === second ? { mailId, type: "withdraw", reason: "nothing-to-pay" } : { mailId, type: "go" }
    await send((mails) => Promise.resolve(mails.map(verdictOn)), {
      transport,
      concurrency: 1,
      maxInHand: 2,
      lookLastsSeconds: 0.1,
    })
    await until(() => expect(outbox.states()).toEqual(["sent", "skipped"]))
    expect(looks.at(-1)).toEqual([second])
    expect(begun).toBe(1)
  })

  it("gives mails back that were looked at while the worker was stopped", async () => {
    outbox.queue(2)
    let answer = (_: LookVerdict[]): void => undefined
    const { server, worker } = await send(() => new Promise((resolve) => (answer = resolve)))
    await until(() => expect(looks).toHaveLength(1))
    const stopped = worker.stop(5_000)
    answer(looks[0]!.map((mailId) => ({ mailId, type: "go" })))
    expect(await stopped).toBe(0)
    expect(outbox.states()).toEqual(["deferred", "deferred"])
    expect(server.bodies).toHaveLength(0)
  })
})

describe("outcomeOfLook", () => {
  const first = new Date("2025-12-01T08:00:00Z")
  const mail: ClaimedMail = {
    id: "om_1",
    token: "t",
    envelope: { from: "a@b.example", to: "c@d.example" },
    content: Buffer.from(""),
    attempt: 1,
    firstAttemptAt: first,
  }
  const after = (minutes: number) =>
    outcomeOfLook(
      mail,
      { mailId: "om_1", type: "unreadable", detail: "gone" },
      { now: new Date(first.getTime() + minutes * 60_000), giveUpAfterSeconds: 48 * 3600 },
    )

  it("looks again in a minute, later a tenth of the time that has passed, an hour at most", () => {
    expect(after(0)).toMatchObject({ state: "deferred", reason: "order-unreadable", retryInSeconds: 60 })
    expect(after(10).retryInSeconds).toBe(60)
    expect(after(60).retryInSeconds).toBe(360)
    expect(after(24 * 60).retryInSeconds).toBe(3600)
    expect(after(48 * 60 - 5).retryInSeconds).toBe(300)
  })

  it("fails a mail that could not be looked at for the whole time, with what went wrong", () => {
    expect(after(48 * 60)).toMatchObject({
      state: "failed",
      reason: "order-unreadable",
      retryInSeconds: null,
      lastLook: { detail: "gone" },
    })
  })
})
