import { Text } from "@medusajs/ui"
import { Fragment, useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDnsRecord } from "../../src/api/sender-types"
import { CopyButton } from "./copy-button"

interface DnsRecordProps {
  record: AdminDnsRecord
  /** What is to be done with it. */
  caption: string
}

/** A DNS record to publish; each part has a field of its own at the DNS provider, and so a copy button of its own. */
export const DnsRecord = ({ record, caption }: DnsRecordProps) => {
  const { t } = useTranslation("orderMail")
  const captionId = useId()
  const parts = [
    { name: t("dnsRecord.type"), value: record.type, copy: t("dnsRecord.copyType") },
    { name: t("dnsRecord.name"), value: record.name, copy: t("dnsRecord.copyName") },
    { name: t("dnsRecord.value"), value: record.value, copy: t("dnsRecord.copyValue") },
  ]
  return (
    <div
      role="group"
      aria-labelledby={captionId}
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-2 rounded-lg border px-4 py-3"
    >
      <Text id={captionId} size="small" leading="compact" weight="plus">
        {caption}
      </Text>
      <dl className="txt-compact-small grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1">
        {parts.map(({ name, value, copy }) => (
          <Fragment key={name}>
            <dt className="text-ui-fg-muted py-1">{name}</dt>
            <dd className="text-ui-fg-base py-1 font-mono text-[12px] leading-[18px] [overflow-wrap:anywhere]">
              {value}
            </dd>
            <dd>
              <CopyButton text={value} label={copy} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}
