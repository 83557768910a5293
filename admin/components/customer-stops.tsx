import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStops } from "../hooks/use-dunning"
import { usePermissions } from "../hooks/use-permissions"
import { LoadError } from "./load-error"
import { StopDrawer } from "./stop-drawer"
import { StopEntry } from "./stop-entry"

/** Whether a customer is reminded of unpaid orders: the stops there are and were, and a new one. */
export const CustomerStops = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("orderMail")
  const { send: maySend } = usePermissions()
  const [isAdding, setIsAdding] = useState(false)
  const { data, error, isFetching, refetch } = useStops({ customer_id: customerId })
  const stops = data?.dunning_stops
  const isStopped = stops?.some(({ active }) => active)

  return (
    <Container className="divide-y overflow-hidden p-0" data-testid="customer-stops">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("customerStops.title")}</Heading>
          {stops && (
            <Text size="small" className="text-ui-fg-subtle">
              {isStopped ? t("customerStops.stopped") : t("customerStops.reminded")}
            </Text>
          )}
        </div>
        {maySend && stops && !isStopped && (
          <Button size="small" variant="secondary" onClick={() => setIsAdding(true)}>
            {t("stopForm.submit")}
          </Button>
        )}
      </div>
      {!data && !error && <Skeleton className="h-12 w-full rounded-none" />}
      {!data && error && (
        <LoadError
          title={t("errors.loadStops")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {stops && stops.length > 0 && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          {stops.map((stop) => (
            <StopEntry key={stop.id} stop={stop} />
          ))}
        </div>
      )}
      <StopDrawer
        isOpen={isAdding}
        scopes={["customer"]}
        orderId={null}
        customerId={customerId}
        onClose={() => setIsAdding(false)}
      />
    </Container>
  )
}
