import { DataTable, Skeleton, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useOrderSectionColumns } from "../hooks/use-order-section-columns"
import type { MailView } from "../lib/mail-view"

interface OrderMailsTableProps {
  mails: AdminOrderMail[]
  onOpen: (id: string, view: MailView) => void
}

/** The mails of one order. */
export const OrderMailsTable = ({ mails, onOpen }: OrderMailsTableProps) => {
  const { t } = useTranslation("orderMail")
  const columns = useOrderSectionColumns(onOpen)
  const instance = useDataTable({
    data: mails,
    columns,
    getRowId: (mail) => mail.id,
    rowCount: mails.length,
    onRowClick: (_event, row) => onOpen(row.id, "details"),
  })
  return (
    // The section's own border ends the table.
    <DataTable instance={instance} className="-my-px">
      <DataTable.Table
        emptyState={{ empty: { heading: t("section.emptyTitle"), description: t("section.emptyText") } }}
      />
    </DataTable>
  )
}

/** Most orders have one or two mails; the table's own skeleton would promise ten. */
const EXPECTED_ROWS = ["header", "first", "second"]

/** In place of the table while the mails load. */
export const OrderMailsSkeleton = () => (
  <div aria-busy className="flex flex-col divide-y">
    {EXPECTED_ROWS.map((row) => (
      <Skeleton key={row} className="h-12 w-full rounded-none" />
    ))}
  </div>
)
