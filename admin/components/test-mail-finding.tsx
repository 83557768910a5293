import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestFinding } from "../../src/api/test-mail-types"
import { useFormats } from "../hooks/use-formats"
import { FINDING_COLORS } from "../lib/test-mail"

/** One line of the report: what was looked at, how it stands, and what that means. */
export const TestMailFinding = ({ finding }: { finding: AdminTestFinding }) => {
  const { t } = useTranslation("orderMail")
  const { number } = useFormats()
  const { check, status, reason, data } = finding
  const values = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? number(value) : value]),
  )
  return (
    <li data-check={check} data-status={status} className="flex flex-col gap-y-1 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="small" weight="plus">
          {t(`testChecks.${check}`)}
        </Text>
        <StatusBadge color={FINDING_COLORS[status]}>{t(`testStatuses.${status}`)}</StatusBadge>
      </div>
      <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
        {t(`testFindings.${reason}`, values)}
      </Text>
    </li>
  )
}
