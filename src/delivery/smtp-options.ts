import type { Socket } from "node:net"
import type { ConnectionOptions } from "node:tls"
import { parseConnectionUrl } from "nodemailer/lib/shared"
import type { SMTPPoolOptions } from "nodemailer/lib/smtp-pool"

/** How to reach a mail server. Either `url` or `host`; what stands beside a `url` adds to it or replaces its part. */
export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`; nodemailer's query parameters (`?requireTLS=true`) apply. */
  url?: string
  host?: string
  /** Default 465 with `secure`, else 587. */
  port?: number
  /** TLS from the first byte. Default true on port 465, else false, which uses STARTTLS where the server offers it. */
  secure?: boolean
  /**
   * Do not go on without STARTTLS. Default true with `auth`, unless the host is this machine: somebody on the way who
   * strikes STARTTLS from the server's offers would read the password.
   */
  requireTLS?: boolean
  auth?: { user: string; pass: string }
  /** Options for Node's `tls.connect`, for example `ca`. */
  tls?: ConnectionOptions
  /** Name in EHLO. Default this machine's name. */
  clientName?: string
  /** Most connections at the same time. Default 5. */
  poolSize?: number
  /** Mails a connection carries before it is replaced; many servers allow no more. Default 100. */
  maxMessagesPerConnection?: number
  /** Ask for delivery reports where the server offers DSN (RFC 3461): RET=HDRS, NOTIFY=FAILURE,DELAY. Default true. */
  dsn?: boolean
  timeouts?: SmtpTimeouts
  /**
   * Opens the connections, for example to addresses that were checked before. TLS is begun afterwards and verifies
   * `host`. Default nodemailer's own way.
   */
  connect?: (target: ConnectTarget) => Promise<Socket>
}

export interface ConnectTarget {
  host: string
  port: number
  timeoutMs: number
}

/** In seconds. RFC 5321 (section 4.5.3.2) asks a client for patience: impatience is what makes duplicates. */
export interface SmtpTimeouts {
  /** The DNS lookup. Default 30. */
  dnsSeconds?: number
  /** From the lookup to the end of STARTTLS. Default 300. */
  connectionSeconds?: number
  /** Waiting for the greeting. Default 300. */
  greetingSeconds?: number
  /** Silence while something is due from the server; the RFC asks for 10 minutes after the final dot. Default 600. */
  socketSeconds?: number
  /** The whole transaction, against a server that trickles and so is never silent. Default 1800. */
  transactionSeconds?: number
}

export const DEFAULT_TIMEOUTS: Required<SmtpTimeouts> = {
  dnsSeconds: 30,
  connectionSeconds: 300,
  greetingSeconds: 300,
  socketSeconds: 600,
  transactionSeconds: 1800,
}

export interface ResolvedSmtpOptions {
  pool: SMTPPoolOptions & { pool: true }
  host: string
  port: number
  connectionMs: number
  /** Host and port, as answers name the server. */
  server: string
  user: string
  password: string
  transactionMs: number
  dsn: boolean
}

/** Replies are a few lines; this stops a server that never ends one from filling the memory. */
const MAX_RESPONSE_BYTES = 64 * 1024

/**
 * The options of nodemailer's pooled transport. Retries belong to the outbox alone (`maxRequeues: 0`), and a mail is
 * nothing but its bytes, so the transport may read neither files nor addresses.
 * @throws Error when no host is given
 */
export function resolveSmtpOptions(options: SmtpOptions): ResolvedSmtpOptions {
  const fromUrl = options.url === undefined ? {} : parseConnectionUrl(options.url)
  const host = options.host ?? fromUrl.host
  if (!host) {
    throw new Error("SMTP: no host is given. Set `host`, or a `url` such as smtps://user:password@mail.example.com:465")
  }
  const auth = options.auth ?? fromUrl.auth
  const givenPort = options.port ?? Number(fromUrl.port ?? 0)
  const secure = options.secure ?? fromUrl.secure ?? givenPort === 465
  const port = givenPort || (secure ? 465 : 587)
  const requiredByUrl = fromUrl.requireTLS
  const sendsPasswordAway = auth !== undefined && !isLoopback(host)
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const connectionMs = timeouts.connectionSeconds * 1000
  const { connect } = options
  return {
    pool: {
      ...fromUrl,
      host,
      port,
      secure,
      requireTLS: options.requireTLS ?? (requiredByUrl === undefined ? sendsPasswordAway : Boolean(requiredByUrl)),
      ...(auth ? { auth } : {}),
      ...(options.tls ? { tls: options.tls } : {}),
      ...(options.clientName ? { name: options.clientName } : {}),
      pool: true,
      maxConnections: options.poolSize ?? 5,
      maxMessages: options.maxMessagesPerConnection ?? 100,
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
      maxResponseSize: MAX_RESPONSE_BYTES,
      dnsTimeout: timeouts.dnsSeconds * 1000,
      connectionTimeout: connectionMs,
      greetingTimeout: timeouts.greetingSeconds * 1000,
      socketTimeout: timeouts.socketSeconds * 1000,
      logger: false,
      debug: false,
      transactionLog: false,
      ...(connect ? { getSocket: socketsFrom(() => connect({ host, port, timeoutMs: connectionMs })) } : {}),
    },
    host,
    port,
    connectionMs,
    server: `${host}:${port}`,
    user: auth?.user ?? "",
    password: auth?.pass ?? "",
    transactionMs: timeouts.transactionSeconds * 1000,
    dsn: options.dsn ?? true,
  }
}

function socketsFrom(open: () => Promise<Socket>): NonNullable<SMTPPoolOptions["getSocket"]> {
  return (_options, callback) => {
    open().then(
      (connection) => callback(null, { connection }),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }
}

/** Names and addresses that never leave this machine (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
function isLoopback(host: string): boolean {
  return /^(localhost|(.+\.)localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}
