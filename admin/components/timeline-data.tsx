import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTimelineEntry } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"

/** Shown as a link by the entry itself. */
const SHOWN_ELSEWHERE = new Set(["order_mail_id"])

/** What else an entry knows: in words where they are known, else as the server calls it. */
export const TimelineData = ({ data }: { data: AdminTimelineEntry["data"] }) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()

  const names: Record<string, string> = {
    cause: t("timelineData.cause"),
    next_attempt_at: t("timelineData.nextAttempt"),
    from: t("timelineData.from"),
    to: t("timelineData.to"),
  }
  const lines = Object.entries(data)
    .filter(([name, value]) => value !== null && !SHOWN_ELSEWHERE.has(name))
    .map(([name, value]) => ({
      name: names[name] ?? name,
      value: name === "next_attempt_at" && typeof value === "string" ? exact(value) : String(value),
    }))

  return lines.map(({ name, value }) => (
    <Text key={name} size="small" leading="compact" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
      {name}: {value}
    </Text>
  ))
}
