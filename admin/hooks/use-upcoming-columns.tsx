import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { CutText, OrderLink } from "../components/mail-cells"
import { Money } from "../components/money"
import { UpcomingMoment } from "../components/upcoming-moment"
import { UpcomingRowMenu } from "../components/upcoming-row-menu"
import { UpcomingTitle } from "../components/upcoming-title"
import { orderLabel } from "../lib/order-label"

const column = createDataTableColumnHelper<AdminUpcomingMail>()

/** The columns of the page "Upcoming". @param maySelect adds boxes for mails that can be approved */
export const useUpcomingColumns = (onOpen: (id: string) => void, maySelect: boolean) => {
  const { t } = useTranslation("orderMail")
  return useMemo(() => {
    // Medusa's own column of boxes has no words for screen readers.
    const select = column.display({
      id: "select",
      maxSize: 48,
      header: ({ table }) => (
        <Checkbox
          aria-label={t("upcoming.selectAll")}
          checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
          disabled={!table.getRowModel().rows.some((row) => row.getCanSelect())}
          onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked === true)}
          onClick={(event) => event.stopPropagation()}
        />
      ),
      cell: ({ row }) => (
        <Checkbox
          aria-label={t("upcoming.select", { number: row.original.order_number })}
          checked={row.getIsSelected()}
          disabled={!row.getCanSelect()}
          onCheckedChange={(checked) => row.toggleSelected(checked === true)}
          onClick={(event) => event.stopPropagation()}
        />
      ),
    })
    return [
      ...(maySelect ? [select] : []),
      column.accessor("at", {
        header: t("fields.plannedFor"),
        enableSorting: true,
        sortLabel: t("fields.plannedFor"),
        sortAscLabel: t("upcoming.soonestFirst"),
        sortDescLabel: t("upcoming.latestFirst"),
        maxSize: 220,
        cell: ({ row }) => <UpcomingMoment mail={row.original} />,
      }),
      column.accessor("order_number", {
        header: t("fields.order"),
        cell: ({ row: { original: mail } }) => <OrderLink orderId={mail.order_id} label={orderLabel(mail)} />,
      }),
      column.accessor("kind", {
        header: t("fields.kind"),
        maxSize: 220,
        cell: ({ row }) => <UpcomingTitle mail={row.original} onOpen={onOpen} />,
      }),
      column.accessor("amount_open", {
        header: t("fields.openAmount"),
        enableSorting: true,
        sortLabel: t("fields.openAmount"),
        sortAscLabel: t("upcoming.smallestFirst"),
        sortDescLabel: t("upcoming.largestFirst"),
        cell: ({ row: { original: mail } }) => <Money amount={mail.amount_open} currencyCode={mail.currency_code} />,
      }),
      column.accessor("customer_name", {
        header: t("fields.customer"),
        maxSize: 220,
        cell: ({ row: { original: mail } }) => (
          <div className="flex min-w-0 flex-col py-2">
            <CutText text={mail.customer_name ?? "—"} />
            <CutText text={mail.email ?? t("values.noRecipient")} className="text-ui-fg-muted" />
          </div>
        ),
      }),
      column.accessor("shop_name", {
        header: t("fields.shop"),
        maxSize: 160,
        cell: ({ getValue }) => <CutText text={getValue()} />,
      }),
      column.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.column")}</span>,
        cell: ({ row }) => <UpcomingRowMenu mail={row.original} onOpen={onOpen} />,
      }),
    ]
  }, [t, onOpen, maySelect])
}
