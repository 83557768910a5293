import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useSettingsLog } from "../hooks/use-settings-log"
import { useSettingsLogColumns } from "../hooks/use-settings-log-columns"
import { offsetIn } from "../lib/list-query"
import type { SectionName } from "../lib/section-names"
import type { ShopId } from "../lib/shop-id"
import { LoadError } from "./load-error"

const PAGE_SIZE = 10

interface SettingsLogProps {
  section: SectionName
  shopId: ShopId
  /** Of a section that is not the page's first: its name stands in the title. */
  isFurther?: boolean
}

/** Who changed what in a section, newest first; its page stands in the page's address. */
export const SettingsLog = ({ section, shopId, isFurther = false }: SettingsLogProps) => {
  const { t } = useTranslation("orderMail")
  // Keeps the table's page apart from everything else in the page's address.
  const prefix = isFurther ? `${section}_log` : "log"
  const [parameters] = useSearchParams()
  const columns = useSettingsLogColumns(section)
  const offset = offsetIn(parameters, `${prefix}_offset`)
  const { data, error, isPending, isFetching, refetch } = useSettingsLog({
    section,
    shop_id: shopId,
    limit: PAGE_SIZE,
    offset,
  })
  return (
    <Container className="divide-y overflow-hidden p-0" data-testid={isFurther ? `${section}-log` : "settings-log"}>
      {error && !data ? (
        <LoadError
          title={t("errors.loadLog")}
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <DataTable
          heading={isFurther ? t("settingsLog.titleOf", { section: t(`sections.${section}`) }) : t("settingsLog.title")}
          headingLevel="h2"
          subHeading={t("settingsLog.subtitle")}
          prefix={prefix}
          data={data?.changes}
          rowCount={data?.count}
          columns={columns}
          getRowId={(change) => change.id}
          pageSize={PAGE_SIZE}
          isLoading={isPending}
          enableSearch={false}
          emptyState={{ empty: { heading: t("settingsLog.emptyTitle"), description: t("settingsLog.emptyText") } }}
        />
      )}
    </Container>
  )
}
