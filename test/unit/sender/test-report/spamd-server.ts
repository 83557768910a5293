import { once } from "node:events"
import { createServer, type AddressInfo, type Socket } from "node:net"
import type { SpamdServer } from "../../../../src/sender/test-report/spamd-client"

export interface TestSpamd extends SpamdServer {
  /** Requests as they came, header and message. */
  readonly requests: { header: string; message: Buffer }[]
  stop(): Promise<void>
}

/**
 * A server on loopback that speaks spamd's side of SPAMC/1.5: reads one request whole, as its Content-length says, and
 * then does what the test wants.
 */
export async function startTestSpamd(answer: (socket: Socket) => void, port = 0): Promise<TestSpamd> {
  const requests: TestSpamd["requests"] = []
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let received = Buffer.alloc(0)
    let answered = false
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => undefined)
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk])
      const end = received.indexOf("\r\n\r\n")
      const header = received.toString("latin1", 0, Math.max(end, 0))
      const length = Number(/^Content-length: (\d+)$/m.exec(header)?.[1])
      if (answered || end < 0 || received.length < end + 4 + length) return
      answered = true
      requests.push({ header, message: received.subarray(end + 4) })
      answer(socket)
    })
  })
  server.listen(port, "127.0.0.1")
  await once(server, "listening")
  return {
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    requests,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}

/** An answer as spamd 4.0 writes it. */
export function spamdAnswer(score: string, threshold: string, rules: string[]): string {
  const body = `${rules.join(",")}\r\n`
  const verdict = Number(score) >= Number(threshold) ? "True" : "False"
  return `SPAMD/1.1 0 EX_OK\r\nContent-length: ${body.length}\r\nSpam: ${verdict} ; ${score} / ${threshold}\r\n\r\n${body}`
}
