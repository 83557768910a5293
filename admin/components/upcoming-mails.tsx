import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useSearchParams } from "react-router-dom"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { useFirstPageOnChange } from "../hooks/use-first-page-on-change"
import { useMailInAddress } from "../hooks/use-mail-in-address"
import { usePermissions } from "../hooks/use-permissions"
import { useToolbarNames } from "../hooks/use-toolbar-names"
import { useUpcoming } from "../hooks/use-upcoming"
import { useUpcomingColumns } from "../hooks/use-upcoming-columns"
import { useUpcomingFilters } from "../hooks/use-upcoming-filters"
import { isSelectable, useUpcomingSelection } from "../hooks/use-upcoming-selection"
import {
  periodIn,
  type Period,
  UPCOMING_PAGE_SIZE,
  upcomingFiltersFrom,
  upcomingQueryFrom,
} from "../lib/upcoming-query"
import { ApprovalBar } from "./approval-bar"
import { LoadError } from "./load-error"
import { OrderMailDrawer } from "./order-mail-drawer"
import { UpcomingHead } from "./upcoming-head"
import { UpcomingNotices } from "./upcoming-notices"

/** Every mail that the plans would send. Time, search, filters, page and the opened mail all stand in the page's address. */
export const UpcomingMails = () => {
  const { t } = useTranslation("orderMail")
  const { pathname } = useLocation()
  const [parameters, setParameters] = useSearchParams()
  const { send: maySend } = usePermissions()
  const { mailId, view, open, close, searchWith } = useMailInAddress()
  const query = upcomingQueryFrom(parameters)
  const { data, error, isPending, isFetching, refetch } = useUpcoming(query)
  const { selection, setSelection, mailIds, clear } = useUpcomingSelection(data?.upcoming, JSON.stringify(query))
  useFirstPageOnChange()
  const around = useToolbarNames()
  const openDetails = useCallback((id: string) => open(id, "details"), [open])
  const columns = useUpcomingColumns(openDetails, maySend)
  const filters = useUpcomingFilters()
  const rowHref = useCallback(
    ({ order_id, order_mail_id }: AdminUpcomingMail) =>
      order_mail_id ? `${pathname}?${searchWith(order_mail_id)}` : `/orders/${order_id}`,
    [pathname, searchWith],
  )
  const narrow = (name: string, value: string) =>
    setParameters((previous) => {
      previous.set(name, value)
      previous.delete("offset")
      return previous
    })
  const rowSelection = useMemo(
    () => ({
      state: selection,
      onRowSelectionChange: setSelection,
      enableRowSelection: (row: { original: AdminUpcomingMail }) => isSelectable(row.original),
    }),
    [selection, setSelection],
  )

  return (
    <Container ref={around} className="divide-y overflow-hidden p-0" data-testid="upcoming-page">
      <UpcomingHead
        filters={upcomingFiltersFrom(parameters)}
        period={periodIn(parameters)}
        onPeriod={(period: Period) => narrow("period", period)}
        sums={data?.sums}
      />
      {data && (
        <UpcomingNotices
          answer={data}
          isFiltered={query.state === "awaiting-approval"}
          onShowWaiting={() => narrow("state", JSON.stringify("awaiting-approval"))}
        />
      )}
      {error && !data ? (
        <LoadError
          title={t("errors.loadTitle")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <DataTable
          data={data?.upcoming}
          rowCount={data?.count}
          columns={columns}
          filters={filters}
          getRowId={(mail) => mail.id}
          rowHref={rowHref}
          pageSize={UPCOMING_PAGE_SIZE}
          isLoading={isPending}
          rowSelection={rowSelection}
          emptyState={{
            empty: { heading: t("upcoming.emptyTitle"), description: t("upcoming.emptyText") },
            filtered: { heading: t("upcoming.filteredTitle"), description: t("upcoming.filteredText") },
          }}
        />
      )}
      <ApprovalBar mailIds={mailIds} onDecided={clear} />
      <OrderMailDrawer mailId={mailId} view={view} onOpen={open} onClose={close} />
    </Container>
  )
}
