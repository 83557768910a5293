import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSettingsChange } from "../../src/api/sender-settings-types"
import { useSettingsLog } from "../hooks/use-settings-log"
import type { ShopId } from "../lib/shop-id"
import { LoadError } from "./load-error"
import { RelativeTime } from "./relative-time"

const PAGE_SIZE = 5

interface TextHistoryProps {
  shopId: ShopId
  id: string
  /** What stands in the editor; null: nothing of its own. */
  shown: string | null
  onPut: (text: string) => void
}

/** What a text said before, newest first, each to be put into the editor again. */
export const TextHistory = ({ shopId, id, shown, onPut }: TextHistoryProps) => {
  const { t } = useTranslation("orderMail")
  const [limit, setLimit] = useState(PAGE_SIZE)
  const { data, error, isFetching, refetch } = useSettingsLog({
    section: "texts",
    shop_id: shopId,
    field: id,
    limit,
    offset: 0,
  })
  return (
    <section aria-label={t("texts.history")} className="flex flex-col gap-y-2" data-testid="text-history">
      <h3 className="txt-compact-small-plus text-ui-fg-base">{t("texts.history")}</h3>
      {error && !data && (
        <LoadError
          title={t("errors.loadLog")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("texts.noHistory")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ol className="flex flex-col gap-y-3">
          {data.changes.map((change) => (
            <OldText key={change.id} change={change} shown={shown} onPut={onPut} />
          ))}
        </ol>
      )}
      {data && data.count > data.changes.length && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="self-start"
          isLoading={isFetching}
          onClick={() => setLimit(limit + PAGE_SIZE)}
        >
          {t("texts.older")}
        </Button>
      )}
    </section>
  )
}

interface OldTextProps {
  change: AdminSettingsChange
  shown: string | null
  onPut: (text: string) => void
}

const OldText = ({ change, shown, onPut }: OldTextProps) => {
  const { t } = useTranslation("orderMail")
  const { is } = change
  return (
    <li
      className="border-ui-border-base flex flex-col items-start gap-y-1.5 rounded-md border p-3"
      data-change={change.id}
    >
      <span className="txt-compact-xsmall text-ui-fg-subtle flex flex-wrap gap-x-1.5">
        <RelativeTime at={change.at} text={(when) => when} />
        <span className="[overflow-wrap:anywhere]">
          {change.user_email ?? change.user_id ?? t("settingsLog.nobody")}
        </span>
      </span>
      <span
        className={`txt-compact-small whitespace-pre-line [overflow-wrap:anywhere] ${is === null ? "text-ui-fg-muted" : "text-ui-fg-base"}`}
      >
        {is ?? t("settingsLog.inherited")}
      </span>
      {is !== null && (
        <Button type="button" size="small" variant="secondary" disabled={is === shown} onClick={() => onPut(is)}>
          {t("texts.restore")}
        </Button>
      )}
    </li>
  )
}
