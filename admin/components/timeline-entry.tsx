import { Button, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTimelineEntry, TimelineType } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"
import { ServerAnswerBlock } from "./server-answer-block"
import { TimelineData } from "./timeline-data"

const DOT_COLORS: Partial<Record<TimelineType, string>> = {
  accepted: "bg-ui-tag-green-icon",
  deferred: "bg-ui-tag-orange-icon",
  held: "bg-ui-tag-orange-icon",
  "outcome-unknown": "bg-ui-tag-orange-icon",
  "lease-expired": "bg-ui-tag-orange-icon",
  failed: "bg-ui-tag-red-icon",
}

interface TimelineEntryProps {
  entry: AdminTimelineEntry
  isOldest: boolean
  onOpenMail: (id: string) => void
}

/** One thing that happened: what, when, who did it, why, and what the server said. */
export const TimelineEntry = ({ entry, isOldest, onOpenMail }: TimelineEntryProps) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()
  const otherMail = entry.data.order_mail_id ?? entry.data.resend_of
  // "accepted" as a reason only repeats what the entry says.
  const reason = entry.reason && entry.reason !== "accepted" ? t(`reasons.${entry.reason}`) : null

  return (
    <li className="grid grid-cols-[20px_1fr] gap-x-3">
      <div aria-hidden className="flex flex-col items-center gap-y-0.5 pt-1">
        <span className="bg-ui-bg-base shadow-borders-base flex size-2.5 items-center justify-center rounded-full">
          <span className={clx("size-1.5 rounded-full", DOT_COLORS[entry.type] ?? "bg-ui-tag-neutral-icon")} />
        </span>
        {!isOldest && <span className="bg-ui-border-base w-px flex-1" />}
      </div>
      <div className={clx("flex min-w-0 flex-col gap-y-1.5", { "pb-5": !isOldest })}>
        <div className="flex items-start justify-between gap-x-4">
          <Text size="small" leading="compact" weight="plus">
            {t(`timeline.${entry.type}`)}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-muted whitespace-nowrap text-right">
            <time dateTime={entry.at}>{exact(entry.at)}</time>
          </Text>
        </div>
        {reason && (
          <Text size="small" className="text-ui-fg-subtle">
            {reason}
          </Text>
        )}
        <TimelineData type={entry.type} data={entry.data} />
        {entry.answer && <ServerAnswerBlock answer={entry.answer} />}
        {entry.user && (
          <Text size="small" leading="compact" className="text-ui-fg-muted">
            {t("timelineData.byUser", { name: entry.user.name || entry.user.email || entry.user.id })}
          </Text>
        )}
        {typeof otherMail === "string" && (
          <Button
            size="small"
            variant="transparent"
            className="underline underline-offset-2 w-fit p-0"
            onClick={() => onOpenMail(otherMail)}
          >
            {t("timelineData.openOther")}
          </Button>
        )}
      </div>
    </li>
  )
}
