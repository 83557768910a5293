import type { AdminTestFindingStatus, AdminTestMailResponse } from "../../src/api/test-mail-types"
import type { StateColor } from "./mail-state"

/** Languages a mail can be written in. */
export const MAIL_LANGUAGES = ["de", "en", "fr", "it", "es", "nl", "pl"] as const
export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

export const isMailLanguage = (value: string): value is MailLanguage =>
  MAIL_LANGUAGES.some((language) => language === value)

/** The admin's own language where mails can be written in it. */
export const mailLanguageOf = (adminLanguage: string): MailLanguage =>
  MAIL_LANGUAGES.find((language) => adminLanguage.startsWith(language)) ?? "en"

export const FINDING_COLORS: Record<AdminTestFindingStatus, StateColor> = {
  ok: "green",
  warning: "orange",
  bad: "red",
  unknown: "grey",
}

type Result = AdminTestMailResponse["test_mail"]["result"]

export const RESULT_VARIANTS: Record<Result, "success" | "error" | "warning" | "info"> = {
  accepted: "success",
  refused: "error",
  unknown: "warning",
  captured: "info",
}

export interface NumberedOrder {
  id: string
  display_id?: number | null
  custom_display_id?: string | null
}

/** "#1042" -> "1042" */
export const orderNumberOf = (typed: string): string => typed.trim().replace(/^#\s*/, "")

/** Customers know an order by its own number where the shop gives it one. */
export const orderWithNumber = (orders: NumberedOrder[], number: string): NumberedOrder | null =>
  orders.find(({ custom_display_id }) => custom_display_id === number) ??
  orders.find(({ display_id }) => String(display_id) === number) ??
  null
