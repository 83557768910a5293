import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { CutText, MailTitle, OrderLink } from "../components/mail-cells"
import { MailMoment } from "../components/mail-moment"
import { MailRecipient } from "../components/mail-recipient"
import { MailRowMenu } from "../components/mail-row-menu"
import { StateBadge } from "../components/state-badge"
import { orderLabel } from "../lib/order-label"
import type { MailView } from "../lib/mail-view"

const column = createDataTableColumnHelper<AdminOrderMail>()

const orderPath = (mail: AdminOrderMail) => (mail.order_id === null ? undefined : `/orders/${mail.order_id}`)

/** The columns of the list of all mails of all orders. */
export const useAllMailsColumns = (onOpen: (id: string, view: MailView) => void) => {
  const { t } = useTranslation("orderMail")
  return useMemo(
    () => [
      column.accessor("order_number", {
        header: t("fields.order"),
        cell: ({ row: { original: mail } }) => {
          if (mail.order_id === null) return <span className="text-ui-fg-muted">—</span>
          return <OrderLink orderId={mail.order_id} label={orderLabel(mail)} />
        },
      }),
      column.accessor("kind", {
        header: t("fields.kind"),
        maxSize: 200,
        cell: ({ row }) => <MailTitle mail={row.original} onOpen={(id) => onOpen(id, "details")} />,
      }),
      column.accessor("state", {
        header: t("fields.state"),
        cell: ({ row }) => <StateBadge mail={row.original} />,
      }),
      column.accessor("recipient", {
        header: t("fields.recipient"),
        maxSize: 220,
        cell: ({ row }) => <MailRecipient mail={row.original} />,
      }),
      column.accessor("subject", {
        header: t("fields.subject"),
        maxSize: 280,
        cell: ({ getValue }) => <CutText text={getValue() ?? t("values.noSubject")} />,
      }),
      column.accessor("shop_name", {
        header: t("fields.shop"),
        maxSize: 160,
        cell: ({ getValue }) => <CutText text={getValue()} />,
      }),
      column.accessor("created_at", {
        header: t("fields.when"),
        enableSorting: true,
        sortLabel: t("fields.when"),
        sortAscLabel: t("list.oldestFirst"),
        sortDescLabel: t("list.newestFirst"),
        cell: ({ row }) => <MailMoment mail={row.original} />,
      }),
      column.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.column")}</span>,
        cell: ({ row }) => <MailRowMenu mail={row.original} onOpen={onOpen} orderPath={orderPath(row.original)} />,
      }),
    ],
    [t, onOpen],
  )
}
