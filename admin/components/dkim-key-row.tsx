import { Button, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDkimKey } from "../../src/api/sender-types"
import { standingColor, standingOf } from "../lib/dkim-key"
import { DnsRecord } from "./dns-record"
import { RelativeTime } from "./relative-time"

interface DkimKeyRowProps {
  dkimKey: AdminDkimKey
  /** The record is long, so it is not shown twice unless somebody asks. */
  isRecordShownAbove: boolean
}

/** One key: whether mails are signed with it, and the record that belongs to it. */
export const DkimKeyRow = ({ dkimKey, isRecordShownAbove }: DkimKeyRowProps) => {
  const { t } = useTranslation("orderMail")
  const recordId = useId()
  const [choice, setChoice] = useState<boolean | null>(null)
  const { selector, published_since, record } = dkimKey
  const isOpen = choice ?? (published_since === null && !isRecordShownAbove)
  const standing = standingOf(dkimKey)

  return (
    <li data-selector={selector} data-standing={standing} className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading level="h3" className="font-mono [overflow-wrap:anywhere]">
              {selector}
            </Heading>
            <StatusBadge color={standingColor(standing)}>{t(`dkimStandings.${standing}.label`)}</StatusBadge>
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`dkimStandings.${standing}.sentence`)}
          </Text>
          {published_since && (
            <RelativeTime
              at={published_since}
              text={(when) => t("dkimKeys.foundFirst", { when })}
              className="txt-small text-ui-fg-muted self-start"
            />
          )}
        </div>
        <Button
          size="small"
          variant="transparent"
          aria-expanded={isOpen}
          aria-controls={recordId}
          onClick={() => setChoice(!isOpen)}
        >
          {isOpen ? t("dkimKeys.hideRecord") : t("dkimKeys.showRecord")}
        </Button>
      </div>
      <div id={recordId} hidden={!isOpen}>
        {isOpen && <DnsRecord record={record} caption={t("dkimKeys.record", { selector })} />}
      </div>
    </li>
  )
}
