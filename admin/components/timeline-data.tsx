import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTimelineEntry } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"
import { causeKey } from "../lib/causes"
import { changedFields } from "../lib/changed-fields"

type Data = AdminTimelineEntry["data"]

/** Facts that are a sentence of their own. */
const SENTENCES = ["may_arrive_twice", "order_updated"]
/** Shown elsewhere: links by the entry itself, the answer about the archive's copy together with the copy. */
const SHOWN_ELSEWHERE = ["order_mail_id", "resend_of", "archive_answer"]

/** What else an entry knows: in words where they are known, else as the server calls it. */
export const TimelineData = ({ type, data }: Pick<AdminTimelineEntry, "type" | "data">) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()

  const names: Record<string, string> = {
    cause: t("timelineData.cause"),
    detail: t("timelineData.detail"),
    attempt: t("timelineData.attempt"),
    next_attempt_at: t("timelineData.nextAttempt"),
    changed: t("timelineData.changed"),
    amount_before: t("timelineData.amountBefore"),
    amount_now: t("timelineData.amountNow"),
    corrected_from: t("timelineData.correctedFrom"),
    corrected_to: t("timelineData.correctedTo"),
  }
  const wordsFor = (name: string, value: NonNullable<Data[string]>): string => {
    if (name === "next_attempt_at" && typeof value === "string") return exact(value)
    if (name === "changed") {
      return changedFields(String(value))
        .map((field) => t(`changedFields.${field}`))
        .join(", ")
    }
    return String(value)
  }
  const archiveLine = (result: NonNullable<Data[string]>): string => {
    const sentence = t(`archiveCopies.${result}`)
    // What the server said about an accepted copy is its answer to the mail itself.
    if (result !== "refused" || !data.archive_answer) return sentence
    return `${sentence} ${t("timelineData.archiveAnswer", { words: data.archive_answer })}`
  }
  const lineFor = (name: string, value: Data[string]): string | null => {
    if (value === null || value === false || SHOWN_ELSEWHERE.includes(name)) return null
    const cause = name === "cause" ? causeKey(String(value), type) : null
    if (cause) return t(`causes.${cause}`)
    if (SENTENCES.includes(name)) return t(`timelineSentences.${name}`)
    if (name === "archive") return archiveLine(value)
    return `${names[name] ?? name}: ${wordsFor(name, value)}`
  }

  return Object.entries(data).map(([name, value]) => {
    const line = lineFor(name, value)
    return line === null ? null : (
      <Text key={name} size="small" leading="compact" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
        {line}
      </Text>
    )
  })
}
