import { once } from "node:events"
import type { AddressInfo, Socket } from "node:net"
import dns2 from "dns2"

const { Packet, TCPServer, UDPServer } = dns2

/** What a server can do instead of answering: an error code, or nothing at all. */
export type Refusal = "servfail" | "refused" | "silent"

/** Records of one name; a refusal in place of a type's records is for queries of that type only. */
export interface NameRecords {
  A?: string[] | Refusal
  AAAA?: string[] | Refusal
  /** An empty exchange is the root, as in a null MX. */
  MX?: { exchange: string; priority: number }[] | Refusal
  PTR?: string[] | Refusal
  /** One text a record, of any length. */
  TXT?: string[] | Refusal
  CNAME?: string
}
/** By name in lower case. Names that are not here do not exist (NXDOMAIN), unless another one lies below them. */
export type Zones = Record<string, NameRecords | Refusal>

export interface Query {
  name: string
  type: string
  protocol: "udp" | "tcp"
}

export interface TestDnsServer {
  /** `127.0.0.1:<port>`, for UDP and TCP. */
  readonly address: string
  /** Everything that was asked, in order. */
  readonly queries: readonly Query[]
  /** Adds names or replaces what they have. */
  set(zones: Zones): void
  /** Forgets all names and queries. */
  clear(): void
  close(): Promise<void>
}

type Message = InstanceType<typeof Packet>
type Question = Message["questions"][number]
type Resource = Message["answers"][number]

const LOOPBACK = "127.0.0.1"
const TTL_SECONDS = 60
const CHARACTER_STRING = /.{1,255}/gs

/**
 * A real DNS server on loopback that answers as a recursive resolver would.
 * @param port 0: any free one
 */
export async function startDnsServer(zones: Zones = {}, port = 0): Promise<TestDnsServer> {
  let names = new Map(Object.entries(zones))
  const queries: Query[] = []

  const handler = (protocol: Query["protocol"]) => (request: Message, send: (response: Message) => unknown) => {
    const [question] = request.questions
    if (!question) return
    queries.push({ name: question.name.toLowerCase(), type: Packet.typeName(question.type ?? 0), protocol })
    const response = answer(request, question, names)
    // A client that gave up, or a server that is closed by now, misses nothing.
    if (response) Promise.resolve(send(response)).catch(() => undefined)
  }

  const { udp, tcp } = await listenOnOnePort(port)
  const sockets = new Set<Socket>()
  udp.on("request", handler("udp"))
  tcp.on("request", handler("tcp"))
  tcp.on("connection", (socket: Socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
  })

  return {
    address: `${LOOPBACK}:${udp.address().port}`,
    queries,
    set: (more) => Object.entries(more).forEach(([name, records]) => names.set(name, records)),
    clear: () => {
      names = new Map()
      queries.length = 0
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      const closed = [once(udp, "close"), once(tcp, "close")]
      udp.close()
      tcp.close()
      await Promise.all(closed)
    },
  }
}

/** An answer too long for UDP is asked for again over TCP at the same port, which another program may have. */
async function listenOnOnePort(port: number) {
  for (;;) {
    const udp = new UDPServer({ type: "udp4" })
    await udp.listen(port, LOOPBACK)
    const tcp = new TCPServer()
    tcp.listen(udp.address().port, LOOPBACK)
    const outcome = await Promise.race([once(tcp, "listening"), once(tcp, "error").catch((error: unknown) => [error])])
    if (!(outcome[0] instanceof Error) && (tcp.address() as AddressInfo | null)) return { udp, tcp }
    udp.close()
  }
}

function answer(request: Message, question: Question, names: Map<string, NameRecords | Refusal>): Message | null {
  const response = Packet.createResponseFromRequest(request)
  // A stub resolver wants to hear that recursion is available.
  response.header.ra = 1
  const type = Packet.typeName(question.type ?? 0) as keyof NameRecords
  let name = question.name.toLowerCase()
  for (;;) {
    const records = names.get(name)
    if (records === undefined) {
      // Every name lies below the root, whose own is empty.
      const exists = [...names.keys()].some((known) => name === "" || known.endsWith(`.${name}`))
      if (!exists) response.header.rcode = Packet.RCODE.NXDOMAIN
      return response
    }
    const wanted = typeof records === "string" ? records : records[type]
    if (wanted === "silent") return null
    if (wanted === "servfail" || wanted === "refused") {
      response.header.rcode = wanted === "servfail" ? Packet.RCODE.SERVFAIL : Packet.RCODE.REFUSED
      return response
    }
    const alias = typeof records === "string" ? undefined : records.CNAME
    if (alias === undefined) {
      if (Array.isArray(wanted)) wanted.forEach((data) => response.answers.push(resource(name, type, data)))
      return response
    }
    response.answers.push(resource(name, "CNAME", alias))
    name = alias.toLowerCase()
  }
}

function resource(name: string, type: keyof NameRecords, data: string | { exchange: string; priority: number }) {
  const base = { name, type: Packet.TYPE[type], class: Packet.CLASS.IN, ttl: TTL_SECONDS }
  if (typeof data !== "string") return { ...base, ...data } as Resource
  switch (type) {
    case "A":
    case "AAAA":
      return { ...base, address: data } as Resource
    case "TXT":
      return { ...base, data: data.match(CHARACTER_STRING) ?? [""] } as Resource
    default:
      return { ...base, domain: data } as Resource
  }
}
