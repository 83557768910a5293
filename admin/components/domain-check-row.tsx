import { Heading, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDomainCheckResult } from "../../src/api/sender-types"
import { CHECK_COLORS, wantedBesides } from "../lib/domain-check"
import { DnsRecord } from "./dns-record"
import { FactList } from "./fact-list"

/** One question to DNS: how it stands, what that means, what is there, and what should be. */
export const DomainCheckRow = ({ result }: { result: AdminDomainCheckResult }) => {
  const { t } = useTranslation("orderMail")
  const { check, status, reason, found, record } = result
  const wanted = wantedBesides(result)
  const facts = [
    ...(found.length > 0 ? [{ name: t("checks.found"), value: <Lines lines={found} /> }] : []),
    ...(wanted === null ? [] : [{ name: t("checks.wanted"), value: <Lines lines={[wanted]} /> }]),
  ]
  return (
    <li
      data-check={check}
      data-status={status}
      className="grid grid-cols-1 gap-x-6 gap-y-3 px-6 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]"
    >
      <div>
        <Heading level="h3">{check.toUpperCase()}</Heading>
        <Text size="small" leading="compact" className="text-ui-fg-muted">
          {t(`checkPurposes.${check}`)}
        </Text>
      </div>
      <div className="flex min-w-0 flex-col items-stretch gap-y-3">
        <div className="flex flex-col items-start gap-y-2">
          <StatusBadge color={CHECK_COLORS[status]}>{t(`checkStatuses.${status}`)}</StatusBadge>
          <Text size="small" className="text-ui-fg-base">
            {t(`checkReasons.${reason}`)}
          </Text>
        </div>
        {facts.length > 0 && <FactList facts={facts} />}
        {record && <DnsRecord record={record} caption={t(`recordCaptions.${status}`)} />}
      </div>
    </li>
  )
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul className="flex min-w-0 flex-col gap-y-1">
    {lines.map((line, index) => (
      <li key={index} className="font-mono text-[12px] leading-[18px] [overflow-wrap:anywhere]">
        {line}
      </li>
    ))}
  </ul>
)
