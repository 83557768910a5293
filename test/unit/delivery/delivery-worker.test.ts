import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { createCaptureTransport } from "../../../src/delivery/capture-transport"
import { DeliveryWorker } from "../../../src/delivery/delivery-worker"
import { createSmtpTransport } from "../../../src/delivery/smtp-transport"
import type { Outcome, Transport, TransportAnswer } from "../../../src/delivery/types"
import type { DeliveryWorkerOptions, WorkerActivity } from "../../../src/delivery/worker-options"
import { FaultServer, type Script } from "./servers/fault-server"
import { MemoryOutbox } from "./servers/memory-outbox"

const SHORT_WAITS = {
  leaseSeconds: 60,
  pollSeconds: 0.2,
  serverBackoff: { initialMs: 50, maxMs: 200 },
  outboxBackoff: { initialMs: 10, maxMs: 50 },
  random: () => 0.5,
}
/** Retries after 20 ms, gives up after a second. */
const QUICK_RETRIES = { stepsSeconds: [0.02], jitter: 0, giveUpAfterSeconds: 1 }

const cleanups: (() => Promise<unknown>)[] = []
let outbox: MemoryOutbox
let errors: { during: WorkerActivity; message: string }[]
let outcomes: Outcome[]

beforeEach(() => {
  outbox = new MemoryOutbox()
  errors = []
  outcomes = []
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup()
  }
})

function workerWith(transport: Transport, options: Partial<DeliveryWorkerOptions> = {}): DeliveryWorker {
  const worker = new DeliveryWorker({
    ...SHORT_WAITS,
    outbox,
    transport,
    onOutcome: (applied) => void outcomes.push(...applied),
    onError: (error, during) =>
      errors.push({ during, message: error instanceof Error ? error.message : String(error) }),
    ...options,
  })
  cleanups.push(() => worker.stop(1_000))
  worker.start()
  return worker
}

async function smtp(script: Script, options: { socketSeconds?: number } = {}) {
  const server = await FaultServer.start(script)
  cleanups.push(() => server.stop())
  const timeouts = options.socketSeconds === undefined ? {} : { socketSeconds: options.socketSeconds }
  const transport = createSmtpTransport({ host: "127.0.0.1", port: server.port, timeouts })
  cleanups.push(() => transport.close())
  return { server, transport }
}

/** A transport whose transactions end when the test says so. */
class ManualTransport implements Transport {
  readonly mode = "smtp"
  readonly begun: { to: string; answer: (answer: TransportAnswer) => void }[] = []
  most = 0
  private open = 0

  send(mail: Parameters<Transport["send"]>[0]): Promise<TransportAnswer> {
    this.open += 1
    this.most = Math.max(this.most, this.open)
    return new Promise((resolve) => {
      this.begun.push({
        to: mail.envelope.to,
        answer: (answer) => {
          this.open -= 1
          resolve(answer)
        },
      })
    })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

const ACCEPTED: TransportAnswer = { kind: "accepted", response: "250 2.0.0 ok", server: "mx.example:25" }

/** Waits until what is asked holds; fails with the last error when it never does. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })

describe("delivery worker", () => {
  it("sends what is due and records the server's words", async () => {
    const { server, transport } = await smtp({})
    const [id = ""] = outbox.queue(1)
    workerWith(transport)
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(outbox.row(id)).toMatchObject({
      reason: "accepted",
      answer: {
        code: 250,
        enhancedStatus: "2.0.0",
        text: "250 2.0.0 queued as F4U17",
        server: `127.0.0.1:${server.port}`,
      },
    })
    expect(outcomes.map(({ mailId, state }) => [mailId, state])).toEqual([[id, "sent"]])
    expect(server.bodies).toHaveLength(1)
  })

  it("sends each of many mails once, at most `concurrency` at a time, and commits in groups", async () => {
    const { server, transport } = await smtp({})
    outbox.queue(300)
    outbox.slowRecord = () => new Promise((resolve) => setTimeout(resolve, 2))
    workerWith(transport, { concurrency: 3 })
    await until(() => expect(new Set(outbox.states())).toEqual(new Set(["sent"])))
    expect(server.bodies).toHaveLength(300)
    expect(server.connections).toBeLessThanOrEqual(5)
    expect(outbox.groups.reduce((sum, size) => sum + size, 0)).toBe(300)
    expect(outbox.groups.length).toBeLessThan(300)
  })

  it("never sends more than `concurrency` mails at a time nor holds more than `maxInHand`", async () => {
    const transport = new ManualTransport()
    outbox.queue(50)
    workerWith(transport, { concurrency: 4, maxInHand: 10 })
    await until(() => expect(transport.begun).toHaveLength(4))
    for (let sent = 0; sent < 50; sent += 1) {
      await until(() => expect(transport.begun.length).toBeGreaterThan(sent))
      expect(outbox.states().filter((state) => state === "sending").length).toBeLessThanOrEqual(10)
      transport.begun[sent]?.answer(ACCEPTED)
    }
    await until(() => expect(new Set(outbox.states())).toEqual(new Set(["sent"])))
    expect(transport.most).toBe(4)
  })

  it("sleeps when nothing is due, and looks at once when it is woken", async () => {
    const { transport } = await smtp({})
    const worker = workerWith(transport, { pollSeconds: 600 })
    await until(() => expect(outbox.claims).toBe(1))
    const [id = ""] = outbox.queue(1)
    worker.wake()
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(outbox.claims).toBeLessThan(5)
  })

  it("looks again when the next mail is due, though nobody wakes it", async () => {
    const { transport } = await smtp({})
    const [id = ""] = outbox.queue(1, "customer@example.org", 100)
    workerWith(transport, { pollSeconds: 600 })
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(outbox.claims).toBeLessThan(6)
  })

  it("skips mails in capture mode, with the reason", async () => {
    const [id = ""] = outbox.queue(1)
    workerWith(createCaptureTransport())
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "skipped", reason: "capture-mode", answer: null }))
  })
})

describe("delivery worker: what becomes of a mail", () => {
  it("tries again after a temporary refusal", async () => {
    const { transport } = await smtp({ RCPT: ["450 4.2.0 greylisted", "450 4.2.0 greylisted", "250 ok"] })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: QUICK_RETRIES })
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(outbox.row(id).history).toEqual(["deferred", "deferred", "sent"])
    expect(outbox.row(id).attempts).toBe(3)
  })

  it("waits as the schedule says", async () => {
    const { transport } = await smtp({ RCPT: "450 4.2.0 greylisted" })
    const [id = ""] = outbox.queue(1)
    workerWith(transport)
    await until(() => expect(outbox.row(id).state).toBe("deferred"))
    expect(outcomes).toMatchObject([{ state: "deferred", reason: "greylisted", retryInSeconds: 60 }])
  })

  it("gives up when the retries are used up, with the last answer", async () => {
    const { transport } = await smtp({ RCPT: "451 4.3.0 never" })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: { stepsSeconds: [0.02], jitter: 0, giveUpAfterSeconds: 0.1 } })
    await until(() => expect(outbox.row(id).state).toBe("failed"))
    expect(outbox.row(id)).toMatchObject({
      reason: "retries-exhausted",
      answer: { code: 451, text: "451 4.3.0 never" },
    })
    expect(outbox.row(id).attempts).toBeGreaterThan(1)
  })

  it("fails at once after a permanent refusal", async () => {
    const { transport } = await smtp({ RCPT: "550 5.1.1 no such user" })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: QUICK_RETRIES })
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "failed", reason: "address-unknown", attempts: 1 }))
  })

  it("waits before it sends again what may have arrived", async () => {
    const { server, transport } = await smtp({ dot: ["drop", "250 ok"] })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: QUICK_RETRIES, unknownWaitSeconds: 900 })
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "deferred", reason: "outcome-unknown" }))
    expect(outcomes).toMatchObject([{ retryInSeconds: 900 }])
    expect(server.bodies).toHaveLength(1)
  })

  it("sends the same bytes again after the wait", async () => {
    const { server, transport } = await smtp({ dot: ["drop", "250 ok"] })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: QUICK_RETRIES, unknownWaitSeconds: 0.02 })
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(server.bodies).toHaveLength(2)
    expect(server.bodies[1]).toBe(server.bodies[0])
  })

  it("or holds it for the merchant", async () => {
    const { server, transport } = await smtp({ dot: "hang" }, { socketSeconds: 0.3 })
    const [id = ""] = outbox.queue(1)
    workerWith(transport, { schedule: QUICK_RETRIES, unknownOutcome: "hold" })
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "held", reason: "outcome-unknown" }))
    expect(server.bodies).toHaveLength(1)
  })

  it("does not call a mail failed that may have arrived, however long it took", async () => {
    const { transport } = await smtp({ dot: "drop" })
    const [id = ""] = outbox.queue(1)
    const schedule = { stepsSeconds: [0.02], jitter: 0, giveUpAfterSeconds: 0.1 }
    workerWith(transport, { schedule, unknownWaitSeconds: 0.15 })
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "held", reason: "outcome-unknown" }))
  })

  it("takes a transport that throws for a lost answer", async () => {
    const [id = ""] = outbox.queue(1)
    workerWith({ mode: "smtp", send: () => Promise.reject(new Error("oops")), close: () => Promise.resolve() })
    await until(() => expect(outbox.row(id)).toMatchObject({ state: "deferred", reason: "outcome-unknown" }))
  })

  it("tells the customer's trouble from the others': a refused mail does not stop the next", async () => {
    const { transport } = await smtp({ RCPT: ["550 5.1.1 no such user", "250 ok"] })
    outbox.queue(10)
    workerWith(transport, { concurrency: 1 })
    await until(() => expect(outbox.states().sort()).toEqual(["failed", ...Array.from({ length: 9 }, () => "sent")]))
  })
})

describe("delivery worker: a mail server that cannot be used", () => {
  it.each<[string, Script]>([
    ["refuses every connection", { greeting: { reply: "421 not now", thenDrop: true } }],
    ["drops every connection", { EHLO: "drop" }],
    ["greets with 554", { greeting: { reply: "554 no", thenDrop: true } }],
  ])("that %s is not asked once for each due mail", async (_name, script) => {
    const { server, transport } = await smtp(script)
    outbox.queue(100)
    const schedule = { stepsSeconds: [0.3], jitter: 0, giveUpAfterSeconds: 60 }
    workerWith(transport, { concurrency: 2, serverBackoff: { initialMs: 300, maxMs: 300 }, schedule })
    await until(() => expect(outbox.states().filter((state) => state === "deferred").length).toBeGreaterThanOrEqual(8))
    const first = server.connections
    await until(() => expect(server.connections).toBeGreaterThan(first))
    expect(first).toBeLessThanOrEqual(4)
    expect(outbox.states().filter((state) => state === "failed")).toEqual([])

    server.behave({})
    await until(() => expect(new Set(outbox.states())).toEqual(new Set(["sent"])))
  })

  it("gives back what was not begun, due when the server is tried again", async () => {
    const transport = new ManualTransport()
    outbox.queue(5)
    workerWith(transport, { concurrency: 1, maxInHand: 5, serverBackoff: { initialMs: 60_000, maxMs: 60_000 } })
    await until(() => expect(transport.begun).toHaveLength(1))
    await until(() => expect(outbox.states().filter((state) => state === "sending")).toHaveLength(5))
    const failure: TransportAnswer = {
      kind: "error",
      code: "ESOCKET",
      errno: "ECONNREFUSED",
      command: "CONN",
      responseCode: null,
      response: null,
      message: "connect ECONNREFUSED",
      bodyWritten: false,
      server: "mx.example:25",
    }
    transport.begun[0]?.answer(failure)
    await until(() => expect(outcomes).toHaveLength(5))
    expect(outcomes.map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      Array.from({ length: 5 }, () => "deferred connection-failed"),
    )
    expect(outcomes.map(({ retryInSeconds }) => Math.round(retryInSeconds ?? 0))).toEqual([60, 54, 54, 54, 54])
    expect(transport.begun).toHaveLength(1)
  })
})

describe("delivery worker: an outbox that cannot be reached", () => {
  it("goes on when claiming works again", async () => {
    const { transport } = await smtp({})
    const [id = ""] = outbox.queue(1)
    let failures = 0
    outbox.failing = (call) => {
      if (call === "claimDue" && failures < 5) {
        failures += 1
        throw new Error("the database is away")
      }
    }
    workerWith(transport)
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(errors.filter(({ during }) => during === "claim")).toHaveLength(5)
  })

  it("keeps the outcomes until they can be written, sends nothing twice meanwhile", async () => {
    const { server, transport } = await smtp({})
    outbox.queue(12)
    let away = true
    outbox.failing = (call) => {
      if (call === "recordOutcomes" && away) {
        throw new Error("the database is away")
      }
    }
    workerWith(transport, { concurrency: 2, maxInHand: 6 })
    await until(() => expect(errors.filter(({ during }) => during === "record").length).toBeGreaterThan(3))
    expect(server.bodies.length).toBeLessThanOrEqual(6)
    away = false
    await until(() => expect(new Set(outbox.states())).toEqual(new Set(["sent"])))
    expect(server.bodies).toHaveLength(12)
  })

  it("does not let one outcome the database will not take keep the others", async () => {
    const { transport } = await smtp({})
    const ids = outbox.queue(8)
    const poisoned = ids[3]
    outbox.failing = (call, group) => {
      if (call === "recordOutcomes" && group?.some(({ mailId }) => mailId === poisoned)) {
        throw new Error("value out of range")
      }
    }
    workerWith(transport, { maxInHand: 8 })
    await until(() => expect(outbox.states().filter((state) => state === "sent")).toHaveLength(7))
    outbox.failing = () => undefined
  })

  it("survives callbacks that throw", async () => {
    const { transport } = await smtp({})
    outbox.queue(3)
    workerWith(transport, {
      concurrency: 1,
      onOutcome: () => Promise.reject(new Error("the event bus is away")),
      onError: () => {
        throw new Error("the logger is away")
      },
    })
    await until(() => expect(new Set(outbox.states())).toEqual(new Set(["sent"])))
  })
})

describe("delivery worker: leases and tokens", () => {
  it("does not write a late outcome over a newer claim, and does not announce it", async () => {
    const transport = new ManualTransport()
    const [id = ""] = outbox.queue(1)
    const late = workerWith(transport)
    await until(() => expect(transport.begun).toHaveLength(1))
    await late.stop(0)

    outbox.expireLease(id)
    workerWith(transport)
    await until(() => expect(transport.begun).toHaveLength(2))
    transport.begun[0]?.answer(ACCEPTED)
    await until(() => expect(outbox.groups).toHaveLength(1))
    expect(outbox.row(id).state).toBe("sending")
    expect(outcomes).toEqual([])

    transport.begun[1]?.answer(ACCEPTED)
    await until(() => expect(outbox.row(id).state).toBe("sent"))
    expect(outcomes).toHaveLength(1)
  })

  it("renews the leases of all mails in hand, waiting ones too", async () => {
    outbox = new MemoryOutbox(0.6)
    const transport = new ManualTransport()
    const ids = outbox.queue(3)
    workerWith(transport, { leaseSeconds: 0.6, concurrency: 1, maxInHand: 3 })
    await until(() => expect(transport.begun).toHaveLength(1))
    const firstLeases = ids.map((id) => outbox.row(id).leasedUntil)
    await until(() => expect(outbox.renewals).toBeGreaterThan(3))
    ids.forEach((id, index) => expect(outbox.row(id).leasedUntil).toBeGreaterThan(firstLeases[index] ?? Infinity))
    transport.begun[0]?.answer(ACCEPTED)
    await until(() => expect(transport.begun).toHaveLength(2))
    expect(errors).toEqual([])
  })

  it("does not send a mail whose lease ran out while it waited for its turn", async () => {
    const transport = new ManualTransport()
    outbox.queue(2)
    outbox.failing = (call) => {
      if (call === "renewLeases") {
        throw new Error("the database is away")
      }
    }
    workerWith(transport, { leaseSeconds: 0.1, concurrency: 1, maxInHand: 2 })
    await until(() => expect(transport.begun).toHaveLength(1))
    await until(() => expect(errors.filter(({ during }) => during === "renew").length).toBeGreaterThan(4))
    transport.begun[0]?.answer(ACCEPTED)
    await until(() => expect(errors.filter(({ during }) => during === "send")).toHaveLength(1))
    expect(errors.find(({ during }) => during === "send")?.message).toMatch(/mail_2: its lease ran out/)
    expect(transport.begun).toHaveLength(1)
  })
})

describe("delivery worker: stopping", () => {
  it("waits for the mails being sent, gives back the others, and claims no more", async () => {
    const transport = new ManualTransport()
    outbox.queue(10)
    const worker = workerWith(transport, { concurrency: 2, maxInHand: 6 })
    await until(() => expect(outbox.states().filter((state) => state === "sending")).toHaveLength(6))
    const stopping = worker.stop()
    transport.begun.forEach(({ answer }) => answer(ACCEPTED))
    expect(await stopping).toBe(0)
    const states = outbox.states()
    expect(states.filter((state) => state === "sent")).toHaveLength(2)
    expect(states.filter((state) => state === "deferred")).toHaveLength(4)
    expect(states.filter((state) => state === "queued")).toHaveLength(4)
    expect(outcomes.filter(({ state }) => state === "deferred")).toMatchObject(
      Array.from({ length: 4 }, () => ({ reason: "process-stopped", retryInSeconds: 0 })),
    )
    expect(transport.begun).toHaveLength(2)
  })

  it("does not wait longer than it is told, and says what is left", async () => {
    const transport = new ManualTransport()
    outbox.queue(1)
    const worker = workerWith(transport)
    await until(() => expect(transport.begun).toHaveLength(1))
    expect(await worker.stop(20)).toBe(1)
    transport.begun[0]?.answer(ACCEPTED)
    await until(() => expect(outbox.states()).toEqual(["sent"]))
  })

  it("can be stopped before it was started, and twice", async () => {
    const worker = new DeliveryWorker({ ...SHORT_WAITS, outbox, transport: createCaptureTransport() })
    expect(await worker.stop()).toBe(0)
    expect(await worker.stop()).toBe(0)
  })
})
