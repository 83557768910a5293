import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSender } from "../hooks/use-sender"
import { ConnectionTest } from "./connection-test"
import { DkimKeys } from "./dkim-keys"
import { DomainChecks } from "./domain-checks"
import { LoadError } from "./load-error"
import { SenderNow } from "./sender-now"

/** The settings "Sender and domain": who mails are from, and what DNS must have for that. */
export const SenderSection = () => {
  const { t } = useTranslation("orderMail")
  const { data, error, isFetching, refetch } = useSender()
  return (
    <section aria-label={t("sender.title")} className="flex flex-col gap-y-3" data-testid="sender-section">
      {data && (
        <>
          <SenderNow sender={data.sender} />
          <ConnectionTest />
          <DomainChecks sender={data.sender} />
          <DkimKeys sender={data.sender} />
        </>
      )}
      {!data && !error && <SenderSkeleton />}
      {!data && error && (
        <Container className="p-0">
          <LoadError
            title={t("errors.loadSender")}
            message={error.message}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        </Container>
      )}
    </section>
  )
}

/** Heights in pixels of what stands there once it is loaded. */
const SKELETON_HEIGHTS = [260, 80, 480, 140]

const SenderSkeleton = () => (
  <div aria-busy className="flex flex-col gap-y-3">
    {SKELETON_HEIGHTS.map((height) => (
      <Container key={height} className="overflow-hidden p-0">
        <Skeleton className="w-full rounded-none" style={{ height }} />
      </Container>
    ))}
  </div>
)
