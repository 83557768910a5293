import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { CutText, MailTitle } from "../components/mail-cells"
import { MailMoment } from "../components/mail-moment"
import { MailRecipient } from "../components/mail-recipient"
import { MailRowMenu } from "../components/mail-row-menu"
import { SenderIdentity } from "../components/sender-identity"
import { StateBadge } from "../components/state-badge"
import type { MailView } from "../lib/mail-view"

const column = createDataTableColumnHelper<AdminOrderMail>()

/** The columns within an order: two lines a row, because the section is only as wide as the order's page leaves it. */
export const useOrderSectionColumns = (onOpen: (id: string, view: MailView) => void) => {
  const { t } = useTranslation("orderMail")
  return useMemo(
    () => [
      column.display({
        id: "mail",
        header: `${t("fields.mail")} / ${t("fields.subject")}`,
        maxSize: 230,
        cell: ({ row: { original: mail } }) => (
          <div className="flex min-w-0 flex-col items-start py-2">
            <MailTitle mail={mail} onOpen={(id) => onOpen(id, "details")} />
            <CutText text={mail.subject ?? t("values.noSubject")} className="text-ui-fg-muted max-w-full" />
          </div>
        ),
      }),
      column.display({
        id: "state",
        header: t("fields.state"),
        cell: ({ row }) => <StateBadge mail={row.original} />,
      }),
      column.display({
        id: "recipient",
        header: `${t("fields.recipient")} / ${t("fields.sender")}`,
        maxSize: 180,
        cell: ({ row: { original: mail } }) => (
          <div className="flex min-w-0 flex-col items-start py-2">
            <MailRecipient mail={mail} />
            <SenderIdentity mail={mail} className="text-ui-fg-muted max-w-full truncate" />
          </div>
        ),
      }),
      column.display({
        id: "when",
        header: t("fields.when"),
        maxSize: 130,
        cell: ({ row }) => <MailMoment mail={row.original} className="whitespace-normal" />,
      }),
      column.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.column")}</span>,
        cell: ({ row }) => <MailRowMenu mail={row.original} onOpen={onOpen} />,
      }),
    ],
    [t, onOpen],
  )
}
