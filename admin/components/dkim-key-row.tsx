import { Button, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDkimKey } from "../../src/api/sender-types"
import { useGiveUpDkimKeyPrompt } from "../hooks/use-give-up-dkim-key-prompt"
import { standingColor, standingOf } from "../lib/dkim-key"
import type { ShopId } from "../lib/shop-id"
import { DnsRecord } from "./dns-record"
import { RelativeTime } from "./relative-time"

interface DkimKeyRowProps {
  shopId: ShopId
  dkimKey: AdminDkimKey
  /** The record is long, so it is not shown twice unless somebody asks. */
  isRecordShownAbove: boolean
}

/** One key: whether mails are signed with it, and the record that belongs to it. */
export const DkimKeyRow = ({ shopId, dkimKey, isRecordShownAbove }: DkimKeyRowProps) => {
  const { t } = useTranslation("orderMail")
  const recordId = useId()
  const [choice, setChoice] = useState<boolean | null>(null)
  const { selector, role, published_since, keep_until, record } = dkimKey
  const isToPublish = role !== "retired" && published_since === null
  const isOpen = choice ?? (isToPublish && !isRecordShownAbove)
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
          {keep_until && (
            <RelativeTime
              at={keep_until}
              text={(when) => t("dkimKeys.removable", { when })}
              className="txt-small text-ui-fg-muted self-start"
            />
          )}
          {role !== "retired" && published_since && (
            <RelativeTime
              at={published_since}
              text={(when) => t("dkimKeys.foundFirst", { when })}
              className="txt-small text-ui-fg-muted self-start"
            />
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-2">
          {role === "waits" && <GiveUpButton shopId={shopId} selector={selector} />}
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
      </div>
      <div id={recordId} hidden={!isOpen}>
        {isOpen && <DnsRecord record={record} caption={t("dkimKeys.record", { selector })} />}
      </div>
    </li>
  )
}

const GiveUpButton = ({ shopId, selector }: { shopId: ShopId; selector: string }) => {
  const { t } = useTranslation("orderMail")
  const { giveUpWithPrompt, isPending } = useGiveUpDkimKeyPrompt(shopId, selector)
  return (
    <Button size="small" variant="transparent" isLoading={isPending} onClick={() => void giveUpWithPrompt()}>
      {t("dkimKeys.giveUp")}
    </Button>
  )
}
