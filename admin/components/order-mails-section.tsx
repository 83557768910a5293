import { ActionMenu } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, PaperPlane } from "@medusajs/icons"
import { Button, Container, Heading, IconButton } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useOrderMails } from "../hooks/use-order-mails"
import { usePermissions } from "../hooks/use-permissions"
import type { MailView } from "../lib/mail-view"
import { CaptureNotice } from "./capture-notice"
import { LoadError } from "./load-error"
import { OrderMailDrawer } from "./order-mail-drawer"
import { OrderMailsSkeleton, OrderMailsTable } from "./order-mails-table"
import { SendKindDrawer } from "./send-kind-drawer"
import { WhatComesNext } from "./what-comes-next"

/** More than an order has in all likelihood; the rest is one link away. */
const SHOWN = 20

interface OrderMailsSectionProps {
  orderId: string
  orderNumber: string
  /** The order's own address. */
  address: string | null
}

/** The history of an order's e-mails, newest first, and what can be done with them. */
export const OrderMailsSection = ({ orderId, orderNumber, address }: OrderMailsSectionProps) => {
  const { t } = useTranslation("orderMail")
  const { send: maySend } = usePermissions()
  const [opened, setOpened] = useState<{ id: string; view: MailView } | null>(null)
  const [isSending, setIsSending] = useState(false)
  const { data, error, isFetching, refetch } = useOrderMails({
    order_id: orderId,
    order: "-created_at",
    limit: SHOWN,
    offset: 0,
  })
  const open = useCallback((id: string, view: MailView) => setOpened({ id, view }), [])

  const sendAction = { icon: <PaperPlane />, label: t("actions.sendKind"), onClick: () => setIsSending(true) }
  return (
    <Container className="divide-y overflow-hidden p-0" data-testid="order-mails-section">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("domain")}</Heading>
        {maySend && (
          <ActionMenu groups={[{ actions: [sendAction] }]}>
            <IconButton size="small" variant="transparent" aria-label={t("actions.sectionMenu")}>
              <EllipsisHorizontal />
            </IconButton>
          </ActionMenu>
        )}
      </div>
      <CaptureNotice />
      <WhatComesNext orderId={orderId} address={address} onOpen={open} />
      {data && <OrderMailsTable mails={data.order_mails} onOpen={open} />}
      {!data && !error && <OrderMailsSkeleton />}
      {!data && error && (
        <LoadError
          title={t("errors.loadTitle")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data && data.count > SHOWN && (
        <div className="flex justify-center px-6 py-3">
          <Button size="small" variant="transparent" asChild>
            <Link to={`/order-mails?q=${encodeURIComponent(orderNumber)}`}>
              {t("actions.showAll", { count: data.count })}
            </Link>
          </Button>
        </div>
      )}
      <OrderMailDrawer
        mailId={opened?.id ?? null}
        view={opened?.view ?? "details"}
        onOpen={open}
        onClose={() => setOpened(null)}
      />
      <SendKindDrawer
        isOpen={isSending}
        orderId={orderId}
        orderNumber={orderNumber}
        address={address}
        onClose={() => setIsSending(false)}
      />
    </Container>
  )
}
