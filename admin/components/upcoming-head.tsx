import { ArrowDownTray } from "@medusajs/icons"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingResponse } from "../../src/api/dunning-types"
import { useFormats } from "../hooks/use-formats"
import { dunningApi, type UpcomingFilters } from "../lib/dunning-api"
import { saveFile } from "../lib/save-file"
import { localDay } from "../lib/stop-draft"
import { PERIODS, type Period } from "../lib/upcoming-query"
import { PressedButtons } from "./pressed-buttons"

interface UpcomingHeadProps {
  filters: UpcomingFilters
  period: Period
  onPeriod: (period: Period) => void
  sums: AdminUpcomingResponse["sums"] | undefined
}

/** What the page is, for which time, what the orders found owe together, and the list as a file. */
export const UpcomingHead = ({ filters, period, onPeriod, sums }: UpcomingHeadProps) => {
  const { t } = useTranslation("orderMail")
  const { money } = useFormats()
  const { mutate: download, isPending } = useMutation({
    mutationFn: () => dunningApi.upcomingCsv(filters),
    onSuccess: (blob) => saveFile(blob, `upcoming-${localDay(new Date())}.csv`),
    onError: (error) => void toast.error(t("upcoming.downloadFailure"), { description: error.message }),
  })
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h1">{t("upcoming.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("upcoming.subtitle")}
          </Text>
        </div>
        <Button size="small" variant="secondary" isLoading={isPending} onClick={() => download()}>
          <ArrowDownTray />
          {t("upcoming.download")}
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-6 py-3">
        <PressedButtons
          label={t("upcoming.period")}
          value={period}
          onChange={onPeriod}
          options={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
        />
        <div className="flex flex-wrap gap-x-6 gap-y-1" data-testid="upcoming-sums">
          {sums?.map((sum) => (
            <Text key={sum.currency_code} size="small" leading="compact">
              {t("upcoming.sum", { amount: money(sum.amount_open, sum.currency_code), count: sum.orders })}
            </Text>
          ))}
        </div>
      </div>
    </>
  )
}
