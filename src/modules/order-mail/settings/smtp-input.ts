import { parseConnectionUrl } from "nodemailer/lib/shared"
import type { OwnMailServer } from "../mail-servers"
import type { StoredSmtp, TlsMode } from "./sender-fields"

/** A mail server as a merchant types it: as a URL, or part by part. */
export interface SmtpInput {
  url?: string | undefined
  host?: string | undefined
  port?: number | undefined
  tls?: TlsMode | undefined
  user?: string | null | undefined
  /** Missing: the stored one stays, as long as it goes to the same host and user. */
  password?: string | undefined
}

/** A mail server with its password readable. */
export interface OpenSmtp {
  host: string
  port: number
  tls: TlsMode
  user: string | null
  password: string | null
}

/** Why a mail server cannot be saved; names the field. */
export class SmtpInputError extends Error {
  override readonly name = "SmtpInputError"
}

/**
 * Puts together what was typed and what is stored. A stored password is looked at only where it is needed: one that
 * cannot be opened any more can still be replaced.
 * @param stored the one that is set at this level; null: none
 * @param open opens its password
 * @throws SmtpInputError when a part is missing, or a stored password would go elsewhere or with less protection
 */
export function readSmtpInput(
  input: SmtpInput,
  stored: StoredSmtp | null,
  open: (stored: StoredSmtp) => string | null,
): OpenSmtp {
  const typed = input.url === undefined ? input : partsOfUrl(input.url)
  const host = typed.host?.trim().toLowerCase() ?? ""
  if (host === "") throw new SmtpInputError("smtp.host: is missing; it takes the name of the mail server")
  const tls = typed.tls ?? (typed.port === 465 ? "implicit" : "starttls")
  const port = typed.port ?? (tls === "implicit" ? 465 : 587)
  const user = typed.user?.trim() || null
  if (user === null) return { host, port, tls, user, password: null }
  if (typed.password) return { host, port, tls, user, password: typed.password }
  if (!stored?.password) throw new SmtpInputError("smtp.password: is missing; a user has one")
  if (stored.host !== host || stored.user !== user)
    throw new SmtpInputError("smtp.password: type it again; the stored one is for another server or user")
  if (tls === "opportunistic" && stored.tls !== "opportunistic")
    throw new SmtpInputError("smtp.password: type it again; it may now be sent without encryption")
  return { host, port, tls, user, password: open(stored) }
}

function partsOfUrl(url: string): SmtpInput {
  if (!/^smtps?:\/\/[^/]/i.test(url) || !URL.canParse(url))
    throw new SmtpInputError(
      "smtp.url: takes smtp://user:password@host:587 or smtps://…, special characters percent-encoded",
    )
  // Only these parts: what stands in the query could lead around the host guard (`?proxy=`) or switch certificates off.
  const { host, port, secure, auth } = parseConnectionUrl(url)
  return {
    host: host ?? undefined,
    ...(port ? { port: Number(port) } : {}),
    ...(secure ? { tls: "implicit" as const } : {}),
    user: auth?.user ?? null,
    password: auth?.pass,
  }
}

/** An own mail server in the words of delivery. */
export function smtpOptionsOf({ host, port, tls, user, password }: OpenSmtp): OwnMailServer["smtp"] {
  return {
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ...(user !== null && password !== null ? { auth: { user, pass: password } } : {}),
    poolSize: OWN_SERVER_CONNECTIONS,
  }
}

/** An own server is a mailbox provider's more often than a relay; most allow no more. */
export const OWN_SERVER_CONNECTIONS = 3
