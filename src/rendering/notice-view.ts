import type { MerchantNotice, NoticeFacts } from "../kinds/merchant-notice"
import { OWN_REASONS, type StateReason } from "../kinds/state-reasons"
import { formatMoney } from "./format"
import type { NoticeTexts } from "./notice-texts"
import { todoOf } from "./notice-todo"
import { oneLine } from "./one-line"
import { safeUrl } from "./safe-url"
import type { Language } from "./types"

/** Something the merchant is told, as it was noted. */
export interface NoticeToTell {
  notice: MerchantNotice
  /** When it was noted. */
  at: Date
  facts: NoticeFacts
  /** Where it is to be looked at; null: unknown. */
  url: string | null
}

export interface NoticeView {
  subject: string
  heading: string
  /** One sentence that stands for itself. */
  summary: string
  facts: { label: string; value: string }[]
  /** The server's own words, or why the mail could not be made, or why the domain is no more permitted. */
  detail: string | null
  todo: string | null
  link: { label: string; url: string } | null
}

const SUBJECT_MAX_LENGTH = 150
/** A server's answer may have many lines; what matters stands at its beginning. */
const DETAIL_MAX_LENGTH = 500

const SENDER_REASONS_WITH_WORDS = [
  "dkim-missing",
  "dkim-wrong",
  "spf-missing",
  "spf-fails",
  "spf-invalid",
  "dmarc-not-aligned",
]

/** Finished texts, every text from outside on one line. @throws Error when a text or one of its values is missing */
export function noticeView({ notice, facts, url }: NoticeToTell, texts: NoticeTexts, language: Language): NoticeView {
  const values = valuesOf(facts, texts, language)
  const todo = todoOf(notice, facts.reason)
  const address = safeUrl(url)
  const detail = notice === "domain-broken" ? values.because : detailOf(notice, facts, texts)
  return {
    subject: oneLine(texts(`${notice}.subject`, values), SUBJECT_MAX_LENGTH),
    heading: texts(`${notice}.heading`, values),
    summary: texts(`${notice}.summary`, values),
    facts: factsOf(notice, facts, values, detail).flatMap(([name, value]) =>
      value ? [{ label: texts(`facts.${name}`), value }] : [],
    ),
    detail: detail || null,
    todo: todo && texts(`todo.${todo}`),
    link: address ? { label: texts(`links.${notice === "domain-broken" ? "settings" : "order"}`), url: address } : null,
  }
}

/** What the plugin itself says is said in the merchant's language; errors and servers' answers are in their own words. */
function detailOf(notice: MerchantNotice, { reason, detail }: NoticeFacts, texts: NoticeTexts): string {
  // What the server said when it took the mail says nothing of the complaint.
  if (notice === "mail-complained") return ""
  return reason === "bank-account-missing" ? texts(`reasons.${reason}`) : oneLine(detail ?? "", DETAIL_MAX_LENGTH)
}

/** A server was asked again and again before tries are exhausted: that is its answer. */
function isOwnReason(reason: StateReason | undefined): boolean {
  return reason !== "retries-exhausted" && OWN_REASONS.some((own) => own === reason)
}

type Values = Record<"number" | "name" | "amount" | "kind" | "recipient" | "domain" | "because", string>

function valuesOf(facts: NoticeFacts, texts: NoticeTexts, language: Language): Values {
  const reason = SENDER_REASONS_WITH_WORDS.find((known) => known === facts.sender_reason) ?? "otherwise"
  return {
    number: oneLine(facts.order_number ?? ""),
    name: oneLine(facts.customer_name ?? "") || oneLine(facts.customer_address ?? "") || texts("unknown.name"),
    amount: facts.amount && facts.currency_code ? formatMoney(facts.amount, facts.currency_code, language) : "",
    kind: kindName(facts.mail_kind ?? "", texts),
    recipient: oneLine(facts.recipient ?? "") || texts("unknown.recipient"),
    domain: oneLine(facts.domain ?? ""),
    because: texts(`domain.${reason}`),
  }
}

function factsOf(
  notice: MerchantNotice,
  facts: NoticeFacts,
  values: Values,
  detail: string,
): [name: string, value: string | undefined][] {
  const customer: [string, string | undefined] = ["customer", facts.customer_name && oneLine(facts.customer_name)]
  switch (notice) {
    case "new-order":
      return [
        ["order", values.number],
        customer,
        ["email", facts.customer_address && oneLine(facts.customer_address)],
        ["total", values.amount],
      ]
    case "payment-received":
      return [["order", values.number], customer, ["amount", values.amount]]
    case "mail-failed":
    case "mail-bounced":
    case "mail-complained":
      return [
        ["order", values.number],
        customer,
        ["mail", values.kind],
        ["recipient", facts.recipient && oneLine(facts.recipient)],
        [isOwnReason(facts.reason) ? "reason" : "answer", detail],
      ]
    case "domain-broken":
      return [
        ["domain", values.domain],
        ["reason", values.because],
      ]
  }
}

/** A developer's own kinds are named by their identifier. */
function kindName(kind: string, texts: NoticeTexts): string {
  try {
    return texts(`kinds.${kind}`)
  } catch {
    return oneLine(kind)
  }
}
