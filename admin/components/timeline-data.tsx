import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTimelineEntry } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"

type Data = AdminTimelineEntry["data"]

/** Values with words of their own; every other cause is an event, whose name says enough. */
const CAUSES = ["user", "sweep"]
const SENTENCES = ["may_arrive_twice", "order_updated"]
/** Links, which the entry itself shows. */
const LINKS = ["order_mail_id", "resend_of"]

/** What else an entry knows: in words where they are known, else as the server calls it. */
export const TimelineData = ({ data }: { data: Data }) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()

  const names: Record<string, string> = {
    cause: t("timelineData.cause"),
    detail: t("timelineData.detail"),
    attempt: t("timelineData.attempt"),
    next_attempt_at: t("timelineData.nextAttempt"),
    corrected_from: t("timelineData.correctedFrom"),
    corrected_to: t("timelineData.correctedTo"),
  }
  const wordsFor = (name: string, value: NonNullable<Data[string]>): string => {
    if (name === "next_attempt_at" && typeof value === "string") return exact(value)
    if (name === "cause" && CAUSES.includes(String(value))) return t(`causes.${value}`)
    return String(value)
  }
  const lineFor = (name: string, value: Data[string]): string | null => {
    if (value === null || value === false || LINKS.includes(name)) return null
    if (SENTENCES.includes(name)) return t(`timelineSentences.${name}`)
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
