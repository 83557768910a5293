import type { AdminSetting, AdminSmtpInput, AdminSmtpServer, AdminTlsMode } from "../../src/api/sender-settings-types"
import type { SenderChanges } from "./sender-draft"
import { isOwn, type SettingsLevel } from "./settings-level"
import { passwordStandingOf } from "./stored-password"

export const TLS_MODES = ["starttls", "implicit", "opportunistic"] as const satisfies readonly AdminTlsMode[]

/** Ports that mail is submitted on (RFC 6409, RFC 8314). */
const USUAL_PORTS: Record<AdminTlsMode, string> = { implicit: "465", starttls: "587", opportunistic: "587" }

/** Whose mail server: as for all shops, the platform's, or one of its own. */
export const SMTP_SOURCES = ["inherited", "platform", "own"] as const
export type SmtpSource = (typeof SMTP_SOURCES)[number]

/** The form of the mail server. */
export interface SmtpDraft {
  source: SmtpSource
  /** Typed field by field, or pasted as one URL. */
  entry: "fields" | "url"
  url: string
  host: string
  port: string
  tls: AdminTlsMode
  user: string
  /** Empty: the stored one stays. */
  password: string
}

/** Problems of the form, by field; each has a sentence in the locale files. */
export const SMTP_PROBLEMS = ["hostMissing", "portInvalid", "urlInvalid", "passwordMissing", "userMissing"] as const
export type SmtpProblem = (typeof SMTP_PROBLEMS)[number]
export type SmtpField = "url" | "host" | "port" | "user" | "password"

/** The whole store has nobody to inherit from but the platform. */
export const sourcesAt = (level: SettingsLevel): SmtpSource[] =>
  SMTP_SOURCES.filter((source) => level === "shop" || source !== "inherited")

/** The form as it opens. */
export function smtpDraftOf(setting: AdminSetting<AdminSmtpServer | null>, level: SettingsLevel): SmtpDraft {
  const server = isOwn(setting, level) ? setting.value : null
  const source = server ? "own" : isOwn(setting, level) || level === "store" ? "platform" : "inherited"
  return {
    source,
    entry: "fields",
    url: "",
    host: server?.host ?? "",
    port: server ? String(server.port) : USUAL_PORTS.starttls,
    tls: server?.tls ?? "starttls",
    user: server?.user ?? "",
    password: "",
  }
}

/** Another TLS mode, and its usual port where the port was the usual one before. */
export const withTls = (draft: SmtpDraft, tls: AdminTlsMode): SmtpDraft => ({
  ...draft,
  tls,
  port: draft.port === USUAL_PORTS[draft.tls] ? USUAL_PORTS[tls] : draft.port,
})

/** What is missing or cannot be right, as far as a browser can tell. */
export function smtpProblems(
  draft: SmtpDraft,
  stored: AdminSmtpServer | null,
): Partial<Record<SmtpField, SmtpProblem>> {
  if (draft.source !== "own") return {}
  if (draft.entry === "url") return /^smtps?:\/\/[^\s/]/i.test(draft.url.trim()) ? {} : { url: "urlInvalid" }
  const port = Number(draft.port)
  const isPort = /^\d+$/.test(draft.port.trim()) && port >= 1 && port <= 65_535
  return {
    ...(draft.host.trim() === "" ? { host: "hostMissing" } : {}),
    ...(isPort ? {} : { port: "portInvalid" }),
    ...(draft.user.trim() === "" && draft.password !== "" ? { user: "userMissing" } : {}),
    ...(draft.user.trim() !== "" && draft.password === "" && passwordStandingOf(draft, stored) !== "kept"
      ? { password: "passwordMissing" }
      : {}),
  }
}

/** The server as it is typed, for testing and for saving. */
export function smtpInputOf({ entry, url, host, port, tls, user, password }: SmtpDraft): AdminSmtpInput {
  if (entry === "url") return { url: url.trim() }
  return {
    host: host.trim(),
    port: Number(port),
    tls,
    user: user.trim() || null,
    ...(password === "" ? {} : { password }),
  }
}

/** What differs between the form as it opened and as it is now. */
export function smtpChanges(before: SmtpDraft, now: SmtpDraft, level: SettingsLevel): SenderChanges {
  if (JSON.stringify(before) === JSON.stringify(now)) return {}
  if (now.source === "own") return { set: { smtp: smtpInputOf(now) } }
  if (now.source === before.source) return {}
  return now.source === "inherited" || level === "store" ? { inherit: ["smtp"] } : { set: { smtp: null } }
}
