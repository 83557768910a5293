import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTimelineEntry } from "../../src/api/types"
import { newestFirst } from "../lib/timeline-order"
import { TimelineEntry } from "./timeline-entry"

interface MailTimelineProps {
  entries: AdminTimelineEntry[]
  onOpenMail: (id: string) => void
}

/** Everything that ever happened to the mail, newest first. */
export const MailTimeline = ({ entries, onOpenMail }: MailTimelineProps) => {
  const { t } = useTranslation("orderMail")
  if (entries.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted">
        {t("timelineData.empty")}
      </Text>
    )
  }
  return (
    <ol className="flex flex-col">
      {newestFirst(entries).map((entry, index) => (
        <TimelineEntry key={entry.id} entry={entry} isOldest={index === entries.length - 1} onOpenMail={onOpenMail} />
      ))}
    </ol>
  )
}
