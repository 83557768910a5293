import { DataTable, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useOrderSectionColumns } from "../hooks/use-order-section-columns"
import type { MailView } from "../lib/mail-view"

/** The skeleton has one line for each. */
const EXPECTED_ROWS = 3
const NO_MAILS: AdminOrderMail[] = []

interface OrderMailsTableProps {
  /** Undefined while they load. */
  mails: AdminOrderMail[] | undefined
  onOpen: (id: string, view: MailView) => void
}

/** The mails of one order. */
export const OrderMailsTable = ({ mails, onOpen }: OrderMailsTableProps) => {
  const { t } = useTranslation("orderMail")
  const columns = useOrderSectionColumns(onOpen)
  const instance = useDataTable({
    data: mails ?? NO_MAILS,
    columns,
    getRowId: (mail) => mail.id,
    rowCount: mails?.length ?? EXPECTED_ROWS,
    isLoading: !mails,
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
