import type { UseQueryResult } from "@tanstack/react-query"
import { FetchError } from "@medusajs/js-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useSettingsAddress } from "../hooks/use-settings-address"
import type { SectionName } from "../lib/section-names"
import type { SettingsPage } from "../lib/settings-pages"
import { LoadError } from "./load-error"
import { SettingsHeader } from "./settings-header"
import { SettingsLog } from "./settings-log"

interface SectionFrameProps<T> {
  page: SettingsPage
  /** Loads what the cards show. */
  query: UseQueryResult<T>
  /** Heights in pixels of what stands there once it is loaded. */
  skeleton: readonly number[]
  /** Sections that the page edits, too. */
  furtherSections?: readonly SectionName[]
  /** Beside the shop in the header. */
  actions?: ReactNode
  /** The cards. */
  children: (loaded: T) => ReactNode
}

/** A page of the settings: its header, its cards once they are loaded or why they are not, and its change log. */
export function SectionFrame<T>({
  page,
  query,
  skeleton,
  furtherSections = [],
  actions,
  children,
}: SectionFrameProps<T>) {
  const { t } = useTranslation("orderMail")
  const { shopId } = useSettingsAddress()
  const { data, error, isFetching, refetch } = query
  return (
    <section aria-label={t(`sections.${page}`)} className="flex flex-col gap-y-3" data-testid={`${page}-section`}>
      <SettingsHeader page={page}>{actions}</SettingsHeader>
      {/* Results of tests, and what was opened or shown, belong to one shop alone. */}
      {data !== undefined && (
        <div key={shopId} className="flex flex-col gap-y-3">
          {children(data)}
          <SettingsLog section={page} shopId={shopId} />
          {furtherSections.map((section) => (
            <SettingsLog key={section} section={section} shopId={shopId} isFurther />
          ))}
        </div>
      )}
      {data === undefined && !error && <SectionSkeleton heights={skeleton} />}
      {data === undefined && error && (
        <Container className="p-0">
          <LoadError
            title={isGone(error) ? t("errors.shopGone") : t("errors.loadSettings")}
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

const SectionSkeleton = ({ heights }: { heights: readonly number[] }) => (
  <div aria-busy className="flex flex-col gap-y-3">
    {heights.map((height, index) => (
      <Container key={index} className="overflow-hidden p-0">
        <Skeleton className="w-full rounded-none" style={{ height }} />
      </Container>
    ))}
  </div>
)
