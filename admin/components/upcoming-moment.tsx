import { StatusBadge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { useFormats } from "../hooks/use-formats"
import { isDue } from "../lib/planned-step"

/** When a mail may be sent first; what it waits for instead, where that is known of no day. */
export const UpcomingMoment = ({ mail }: { mail: AdminUpcomingMail }) => {
  const { t } = useTranslation("orderMail")
  const { day, exact } = useFormats()
  const { reasonSentence } = useDunningTexts()

  if (mail.state === "on-hold") {
    const why = mail.reason ? reasonSentence(mail.reason) : t("upcomingStates.on-hold")
    return <Badge color="grey" text={t("upcomingStates.on-hold")} explanation={why} state={mail.state} />
  }
  if (mail.state === "awaiting-approval") {
    const why = t("awaitingApproval.sentence")
    return <Badge color="orange" text={t("upcomingStates.awaiting-approval")} explanation={why} state={mail.state} />
  }
  const note = mail.wait_for_approval ? t("next.withApproval") : null
  return (
    <Tooltip content={[exact(mail.at), note].filter(Boolean).join(". ")} maxWidth={320}>
      <time dateTime={mail.at} tabIndex={0} data-state-of-line={mail.state} className="whitespace-nowrap">
        {isDue(mail) ? t("upcoming.dueNow") : day(mail.at)}
      </time>
    </Tooltip>
  )
}

interface BadgeProps {
  color: "grey" | "orange"
  text: string
  explanation: string
  state: AdminUpcomingMail["state"]
}

const Badge = ({ color, text, explanation, state }: BadgeProps) => (
  <Tooltip content={explanation} maxWidth={320}>
    <StatusBadge color={color} tabIndex={0} data-state-of-line={state} className="whitespace-nowrap">
      {text}
    </StatusBadge>
  </Tooltip>
)
