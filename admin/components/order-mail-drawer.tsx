import { Drawer, Skeleton } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useOrderMail } from "../hooks/use-order-mails"
import { focusDialog } from "../lib/focus-dialog"
import type { MailView } from "../lib/mail-view"
import { DrawerHeader } from "./drawer-header"
import { LoadError } from "./load-error"
import { MailDetails } from "./mail-details"
import { ResendForm } from "./resend-form"

interface OrderMailDrawerProps {
  /** The mail to show; null closes the drawer. */
  mailId: string | null
  view: MailView
  onOpen: (id: string, view: MailView) => void
  onClose: () => void
}

/** Everything about one mail, over the page it was opened from. */
export const OrderMailDrawer = ({ mailId, view, onOpen, onClose }: OrderMailDrawerProps) => {
  // The last mail stays while the drawer slides out.
  const shownId = useRef(mailId)
  if (mailId) shownId.current = mailId
  return (
    <Drawer open={mailId !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content
        aria-describedby={undefined}
        onOpenAutoFocus={focusDialog}
        className="sm:max-w-[calc(100%-16px)] lg:max-w-[840px]"
      >
        {shownId.current && <LoadedMail key={shownId.current} mailId={shownId.current} view={view} onOpen={onOpen} />}
      </Drawer.Content>
    </Drawer>
  )
}

const LoadedMail = ({ mailId, view, onOpen }: Pick<OrderMailDrawerProps, "view" | "onOpen"> & { mailId: string }) => {
  const { t } = useTranslation("orderMail")
  const { data, error, isFetching, refetch } = useOrderMail(mailId)

  if (!data) {
    return (
      <>
        <DrawerHeader title={t("fields.mail")} />
        {error ? (
          <LoadError
            title={t("errors.loadOne")}
            message={error.message}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        ) : (
          <Drawer.Body aria-busy className="flex flex-col gap-y-4">
            <Skeleton className="h-28 w-full" />
            <Skeleton className="h-8 w-72" />
            <Skeleton className="h-64 w-full" />
          </Drawer.Body>
        )}
      </>
    )
  }
  return view === "resend" ? (
    <ResendForm
      mail={data.order_mail}
      onBack={() => onOpen(mailId, "details")}
      onSent={(id) => onOpen(id, "details")}
    />
  ) : (
    <MailDetails mail={data.order_mail} onOpen={onOpen} />
  )
}
