import { StatusBadge, Tooltip } from "@medusajs/ui"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "../hooks/use-mail-texts"
import { stateColor } from "../lib/mail-state"

/** The state as a coloured badge, with what it means in plain words on hover and on focus. */
export const StateBadge = ({ mail }: { mail: Pick<AdminOrderMail, "state" | "state_reason"> }) => {
  const { stateLabel, stateSentence } = useMailTexts()
  return (
    <Tooltip content={stateSentence(mail)} maxWidth={280}>
      <StatusBadge color={stateColor(mail)} className="whitespace-nowrap" tabIndex={0} data-state-of-mail={mail.state}>
        {stateLabel(mail)}
      </StatusBadge>
    </Tooltip>
  )
}
