import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminPlannedMail } from "../../src/api/dunning-types"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { useFormats } from "../hooks/use-formats"

/** What would follow, in order, if nothing is paid. */
export const LaterMails = ({ mails }: { mails: AdminPlannedMail[] }) => {
  const { t } = useTranslation("orderMail")
  const { stepName } = useDunningTexts()
  const { day, exact } = useFormats()
  if (mails.length === 0) return null
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("next.later")}
      </Text>
      <ol className="flex flex-col gap-y-1">
        {mails.map((mail) => (
          <li
            key={`${mail.kind}-${mail.level}`}
            className="txt-compact-small text-ui-fg-subtle flex flex-wrap justify-between gap-x-4"
          >
            <span>{stepName(mail)}</span>
            <time dateTime={mail.at} title={exact(mail.at)}>
              {day(mail.at)}
            </time>
          </li>
        ))}
      </ol>
    </div>
  )
}
