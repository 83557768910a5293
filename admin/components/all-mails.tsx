import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useSearchParams } from "react-router-dom"
import { useAllMailsColumns } from "../hooks/use-all-mails-columns"
import { useAllMailsFilters } from "../hooks/use-all-mails-filters"
import { useFirstPageOnChange } from "../hooks/use-first-page-on-change"
import { useMailInAddress } from "../hooks/use-mail-in-address"
import { useOrderMails } from "../hooks/use-order-mails"
import { useToolbarNames } from "../hooks/use-toolbar-names"
import { listQueryFrom, PAGE_SIZE } from "../lib/list-query"
import { CaptureNotice } from "./capture-notice"
import { LoadError } from "./load-error"
import { OrderMailDrawer } from "./order-mail-drawer"
import { TroubleNotice } from "./trouble-notice"

/** The list of all mails. Search, filters, page and the opened mail all stand in the page's address. */
export const AllMails = () => {
  const { t } = useTranslation("orderMail")
  const { pathname } = useLocation()
  const [parameters] = useSearchParams()
  const { mailId, view, open, close, searchWith } = useMailInAddress()
  const { data, error, isPending, isFetching, refetch } = useOrderMails(listQueryFrom(parameters))
  useFirstPageOnChange()
  const around = useToolbarNames()
  const columns = useAllMailsColumns(open)
  const filters = useAllMailsFilters()
  const rowHref = useCallback((mail: { id: string }) => `${pathname}?${searchWith(mail.id)}`, [pathname, searchWith])

  return (
    <Container ref={around} className="divide-y overflow-hidden p-0" data-testid="order-mails-page">
      <TroubleNotice />
      <CaptureNotice />
      {error && !data ? (
        <LoadError
          title={t("errors.loadTitle")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <DataTable
          heading={t("domain")}
          subHeading={t("list.subtitle")}
          data={data?.order_mails}
          rowCount={data?.count}
          columns={columns}
          filters={filters}
          getRowId={(mail) => mail.id}
          rowHref={rowHref}
          pageSize={PAGE_SIZE}
          isLoading={isPending}
          emptyState={{
            empty: { heading: t("list.emptyTitle"), description: t("list.emptyText") },
            filtered: { heading: t("list.filteredTitle"), description: t("list.filteredText") },
          }}
        />
      )}
      <OrderMailDrawer mailId={mailId} view={view} onOpen={open} onClose={close} />
    </Container>
  )
}
