import { FetchError } from "@medusajs/js-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSender } from "../hooks/use-sender"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { LoadError } from "./load-error"
import { SenderCards } from "./sender-cards"
import { SettingsHeader } from "./settings-header"
import { SendTestMail } from "./test-mail-button"

/** The settings "Sender and domain" of the chosen shop: who mails are from, and what DNS must have for that. */
export const SenderSection = () => {
  const { t } = useTranslation("orderMail")
  const { shopId, chooseShop } = useSettingsAddress()
  const { data, error, isFetching, refetch } = useSender(shopId)
  return (
    <section aria-label={t("sender.title")} className="flex flex-col gap-y-3" data-testid="sender-section">
      <SettingsHeader shopId={shopId} onChooseShop={chooseShop}>
        <SendTestMail shopId={shopId} />
      </SettingsHeader>
      {/* Results of tests and a password that is shown belong to one shop alone. */}
      {data && <SenderCards key={shopId} sender={data.sender} />}
      {!data && !error && <SenderSkeleton />}
      {!data && error && (
        <Container className="p-0">
          <LoadError
            title={isGone(error) ? t("errors.shopGone") : t("errors.loadSender")}
            message={isGone(error) ? t("errors.shopGoneText") : error.message}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        </Container>
      )}
    </section>
  )
}

/** Whether the server knows no such shop. */
const isGone = (error: Error) => error instanceof FetchError && error.status === 404

/** Heights in pixels of what stands there once it is loaded. */
const SKELETON_HEIGHTS = [230, 390, 480, 140, 190]

const SenderSkeleton = () => (
  <div aria-busy className="flex flex-col gap-y-3">
    {SKELETON_HEIGHTS.map((height) => (
      <Container key={height} className="overflow-hidden p-0">
        <Skeleton className="w-full rounded-none" style={{ height }} />
      </Container>
    ))}
  </div>
)
