import type { MouseEvent } from "react"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { CutText } from "./mail-cells"

interface UpcomingTitleProps {
  mail: AdminUpcomingMail
  onOpen: (id: string) => void
}

/** What the mail is: a button that opens it once it is written. */
export const UpcomingTitle = ({ mail, onOpen }: UpcomingTitleProps) => {
  const { stepName } = useDunningTexts()
  const mailId = mail.order_mail_id
  if (mailId === null) return <CutText text={stepName(mail)} />
  const open = (event: MouseEvent) => {
    // The row opens the mail as well; once is enough.
    event.stopPropagation()
    onOpen(mailId)
  }
  return (
    <button
      type="button"
      onClick={open}
      className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus max-w-full truncate rounded-sm text-left outline-none hover:underline"
    >
      {stepName(mail)}
    </button>
  )
}
